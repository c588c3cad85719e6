"""What pages here begin from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.refusal import Refused
from kith.design.pages import go_to
from kith.people.writer import is_the_individual


def is_own(request: HttpRequest, individual) -> bool:
    """Whether the individual themself reads."""
    return is_the_individual(request.actor, individual)


def went_well(request: HttpRequest, act: Callable, says: str = "", **about) -> bool:
    """Does it, and says so; when a rule says no, its sentence is shown on the next page."""
    try:
        act(by=request.actor, **about)
    except Refused as reason:
        messages.info(request, str(reason))
        return False
    if says:
        messages.success(request, says)
    return True


def to_talk(request: HttpRequest, individual) -> HttpResponse:
    return go_to(request, "moving_on:talk", individual=individual.public_id)
