"""Where the reader goes after pressing a button."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.refusal import Refused
from kith.design.pages import go_to, way_back


def found(thing):
    """The thing itself, or the page that says there is nothing."""
    if thing is None:
        raise Http404
    return thing


def went_well(request: HttpRequest, act: Callable, **kwargs) -> bool:
    """Does it; when a rule says no, its sentence is shown on the next page."""
    try:
        act(by=request.actor, **kwargs)
    except Refused as reason:
        messages.info(request, str(reason))
        return False
    return True


def go_back(request: HttpRequest, individual, goal=None, otherwise: str = "goals:goals_page") -> HttpResponse:
    """To the page of ours that the form came from, if it named one; else to the goal, or all goals (`otherwise`)."""
    place = way_back(request)
    if place:
        return go_to(request, place)
    if goal is None:
        return go_to(request, otherwise, individual=individual.public_id)
    return go_to(request, "goals:goal_page", individual=individual.public_id, goal=goal.public_id)
