"""What every page here begins from, and where a press leads."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, way_back
from kith.network_map import queries
from kith.people.writer import is_the_individual


def found(thing: Any) -> Any:
    """What is not there answers like what is not theirs."""
    if thing is None:
        raise Http404
    return thing


def is_own(request: HttpRequest, individual) -> bool:
    """Whether the individual themself asks: what they keep to themself is shown to nobody else."""
    return is_the_individual(request.actor, individual)


def about(request: HttpRequest, individual, **more) -> dict:
    """What every template is told. `may_write`: at most one look, for a worker."""
    own = is_own(request, individual)
    may = Permission.WRITE_NETWORK_MAP in request.may
    may_write = may and (own or individual.user_id is None or queries.worker_writes_too(individual))
    you = "you" if own else individual.called
    return {"individual": individual, "is_own": own, "may_write": may_write, "you": you, **more}


def connection_of(request: HttpRequest, individual, public_id: str):
    """This one, as far as whoever asks may see it."""
    return found(queries.connection_called(individual, public_id, own=is_own(request, individual)))


def went_well(request: HttpRequest, act: Callable, **about) -> bool:
    """Does it; when a rule says no, its sentence is shown on the next page."""
    try:
        act(by=request.actor, **about)
    except Refused as reason:
        messages.info(request, str(reason))
        return False
    return True


def to_map(request: HttpRequest, individual) -> HttpResponse:
    """Back to where the press was, else to all of them."""
    if place := way_back(request):
        return go_to(request, place)
    return go_to(request, "network_map:map_page", individual=individual.public_id)


def to_one(request: HttpRequest, connection) -> HttpResponse:
    ids = {"individual": connection.individual.public_id, "connection": connection.public_id}
    return go_to(request, "network_map:connection_page", **ids)
