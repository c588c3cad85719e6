"""A short measure is put off in one press; why may be changed, or all of it taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, way_back
from kith.measures import actions, queries
from kith.measures.occasions import occasion_of
from kith.people.doors import individual_page

from .shared import found, went_well


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def put_off(request: HttpRequest, individual, measure: str) -> HttpResponse:
    """Not today, or it does not fit: one press, and their own words if they like."""
    about = found(queries.measure_called(measure))
    told = _why(request) | {"occasion": occasion_of(request.POST.get("meeting", ""))}
    if went_well(request, actions.put_off, measure=about, individual=individual, **told):
        messages.success(request, "That is fine. It is left out.")
    return _on(request, individual)


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def in_other_words(request: HttpRequest, individual, deferral: str) -> HttpResponse:
    """The same, for another reason."""
    about = found(queries.put_off_called(individual, deferral))
    if went_well(request, actions.put_off_in_other_words, deferral=about, **_why(request)):
        messages.success(request, "Kept.")
    return _on(request, individual)


@individual_page(Permission.WRITE_MEASURES)
@require_POST
def take_back(request: HttpRequest, individual, deferral: str) -> HttpResponse:
    """Not left out after all."""
    about = found(queries.put_off_called(individual, deferral))
    if went_well(request, actions.take_back_put_off, deferral=about):
        messages.success(request, "Taken back. Nobody reads it any more, and it can be asked again.")
    return _on(request, individual)


def _why(request: HttpRequest) -> dict[str, str]:
    return {"why": request.POST.get("why", ""), "words": request.POST.get("reason", "")}


def _on(request: HttpRequest, individual) -> HttpResponse:
    place = way_back(request)
    return go_to(request, place) if place else go_to(request, "measures:page", individual=individual.public_id)
