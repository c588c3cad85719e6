"""What pages here begin from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.refusal import Refused
from kith.people.writer import is_the_individual
from kith.rights import queries


def is_own(request: HttpRequest, individual) -> bool:
    """Whether the individual themself reads."""
    return is_the_individual(request.actor, individual)


def request_or_nothing(individual, wanted: str):
    """The request with this id in this record."""
    found = queries.request_called(individual, wanted)
    if found is None:
        raise Http404
    return found


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


def as_archive(content: bytes) -> HttpResponse:
    """To keep; its name tells nothing."""
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="copy.zip"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
