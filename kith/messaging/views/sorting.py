"""Whose something is that came in without anybody knowing: one choice, or nobody’s."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.refusal import Refused
from kith.design.pages import go_to
from kith.people import queries as people


def sorted_out(request: HttpRequest, team, *, set_aside: Callable, know: Callable) -> HttpResponse:
    """Does what was chosen, and goes back to what else nobody knows; a rule’s reason against is shown there."""
    individual = people.caseload(request.user).filter(public_id=request.POST.get("individual", "")).first()
    try:
        if "aside" in request.POST:
            set_aside(by=request.actor)
        elif individual is not None:
            know(individual=individual, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
    return go_to(request, "messaging:unknown", team=team.public_id)
