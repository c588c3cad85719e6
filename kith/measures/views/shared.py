"""What the pages of measures have in common."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest

from kith.access.refusal import Refused
from kith.people.writer import is_the_individual


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


def is_own_of(request: HttpRequest, individual) -> bool:
    return is_the_individual(request.actor, individual)
