"""What came of answering: the individual sees it first, keeps it to themself if they like, and may take it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show, way_back
from kith.measures import actions, queries
from kith.measures.forms import ALSO
from kith.measures.saying import worker_name
from kith.measures.told import told
from kith.people.doors import individual_page

from .shared import found, is_own_of, went_well

TAKEN_BACK = "Taken back. Nobody reads it any more."
STANDS_AGAIN = "Taken back. What stood before stands again."


@individual_page(Permission.READ_MEASURES)
def response_page(request: HttpRequest, individual, response: str) -> HttpResponse:
    """One response. Whoever typed it in from paper finds that it waits for the individual."""
    is_own = is_own_of(request, individual)
    kept = queries.response_called(individual, response, is_own=is_own)
    waits = None if kept else queries.waiting_called(individual, response, request.user.pk)
    context = {"individual": individual, "is_own": is_own, "worker": worker_name(individual), "also": ALSO}
    if kept is None and waits:
        return show(request, "measures/waits.html", context | {"response": waits})
    told_now, earlier = told(found(kept)), [told(each) for each in queries.versions_before(kept)]
    return show(request, "measures/answers.html", context | {"told": told_now, "response": kept, "earlier": earlier})


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def seen(request: HttpRequest, individual, response: str) -> HttpResponse:
    """They have looked at it together."""
    return _pressed(request, individual, response, actions.seen, "You can both read it now.")


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def keep(request: HttpRequest, individual, response: str) -> HttpResponse:
    """Only for themself."""
    return _pressed(request, individual, response, actions.keep_to_oneself, "Only you can read this now.")


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def let_see(request: HttpRequest, individual, response: str) -> HttpResponse:
    """Others may read it."""
    return _pressed(request, individual, response, actions.let_others_see, "It can be read by others now.")


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def take_back(request: HttpRequest, individual, response: str) -> HttpResponse:
    """It counts no more, and nobody reads it."""
    return _pressed(request, individual, response, actions.withdraw, TAKEN_BACK)


def _pressed(request: HttpRequest, individual, public_id: str, act, words: str) -> HttpResponse:
    kept = queries.response_called(individual, public_id, is_own=is_own_of(request, individual))
    response = kept or found(queries.waiting_called(individual, public_id, request.user.pk))
    if went_well(request, act, response=response):
        stands_again = words == TAKEN_BACK and response.instead_of_id
        messages.success(request, STANDS_AGAIN if stands_again else words)
    place = way_back(request)
    return go_to(request, place) if place else go_to(request, "measures:page", individual=individual.public_id)
