"""What pages here begin from."""

from django.http import Http404, HttpRequest

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.people import queries as people


def about_whom(request: HttpRequest, permission: Permission):
    """The individual that `?about=` names; None where nobody is named. Not theirs and not there answer alike."""
    public_id = request.GET.get("about", "")
    if not public_id:
        return None
    individual = people.individual_called(public_id)
    if individual is None or not may(request.actor, permission, individual):
        raise Http404
    return individual
