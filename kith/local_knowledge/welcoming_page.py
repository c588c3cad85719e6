"""Somebody who went says that they were welcoming, and that others may be told so."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.people import queries as people
from kith.people.doors import anywhere_page

from . import actions, pages


@anywhere_page(Permission.CONFIRM_LISTING)
@require_POST
def welcoming(request: HttpRequest, activity: str) -> HttpResponse:
    """Told as “somebody who went”, and by nobody's name."""
    found = pages.found_or_nothing(activity)
    try:
        actions.found_welcoming(activity=found, team=people.team_around(request.user), by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "Thank you. Others read that somebody found them welcoming.")
    return pages.go_on(request, found)
