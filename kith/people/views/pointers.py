"""A line to think about, put away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.design.pages import go_to, way_back
from kith.people import actions, pointers
from kith.people.doors import self_page


@self_page
@require_POST
def put_away(request: HttpRequest, key: str) -> HttpResponse:
    """For good, and back to the page it stood on."""
    if key not in pointers.every() or not request.actor.is_staff:
        raise Http404
    actions.put_pointer_away(user=request.user, key=key, by=request.actor)
    return go_to(request, way_back(request, "/"))
