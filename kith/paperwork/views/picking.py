"""The individual picks lines of theirs for a question."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, way_back
from kith.paperwork import actions, queries
from kith.people.doors import individual_page

from .filling import found


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def pick(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """This line goes in."""
    form = found(queries.filling_called(individual, filling))
    asked = {"link_id": request.POST.get("link_id", ""), "line": request.POST.get("line", "")}
    try:
        actions.pick(filling=form, as_told=request.POST.get("as_told") == "yes", by=request.actor, **asked)
    except Refused as reason:
        messages.info(request, str(reason))
    return _back(request, individual, filling)


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def take_out(request: HttpRequest, individual, filling: str, picked: str) -> HttpResponse:
    """This line does not go in after all."""
    form = found(queries.filling_called(individual, filling))
    try:
        actions.take_out(picked=found(queries.picked_called(form, picked)), by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
    return _back(request, individual, filling)


def _back(request: HttpRequest, individual, filling: str) -> HttpResponse:
    if place := way_back(request):
        return go_to(request, place)
    return go_to(request, "paperwork:filling", individual=individual.public_id, filling=filling)
