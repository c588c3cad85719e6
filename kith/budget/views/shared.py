"""What every page about it begins from."""

from typing import Any

from django.http import Http404, HttpRequest

from kith.access import clock
from kith.people.writer import is_the_individual


def found(thing: Any) -> Any:
    """What is not there answers like what is not theirs."""
    if thing is None:
        raise Http404
    return thing


def about(request: HttpRequest, individual, **more) -> dict:
    """What every template is told."""
    own = {"is_own": is_the_individual(request.actor, individual), "today": clock.today()}
    return {"individual": individual, **own, **more}
