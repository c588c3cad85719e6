"""The individual picks lines of theirs for a question: all that could be picked on one page, which prints as well."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused, refuse_if
from kith.design.pages import go_to, show
from kith.paperwork import actions, queries
from kith.paperwork.filled import filled
from kith.paperwork.picking import offered
from kith.paperwork.rules import cannot_go_on
from kith.paperwork.sources import PICKED
from kith.people.doors import individual_page
from kith.people.printing import size_for
from kith.people.writer import is_the_individual

from .filling import found

CHANGED = "Some words were changed meanwhile, so they are not in the form. They stand below as they are now."


@individual_page(Permission.WRITE_FORMS, together=True)
def lines(request: HttpRequest, individual, filling: str, place: int) -> HttpResponse:
    """Each line with a box to tick: what is in the form already, and what may go in."""
    form = filled(found(queries.filling_called(individual, filling)))
    line = form.questions[place - 1] if 0 < place <= len(form.questions) else None
    if line is None or line.question.source != PICKED or cannot_go_on(form.filling):
        return go_to(request, "paperwork:filling", individual=individual.public_id, filling=filling)
    picked = queries.picked_for(form.filling, line.question.link_id)
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "filling": form.filling,
        "line": line,
        "place": place,
        "picked": picked,
        "offered": offered(individual, picked),
        "print_size": size_for(individual),
    }
    return show(request, "paperwork/lines.html", context)


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def pick(request: HttpRequest, individual, filling: str, place: int) -> HttpResponse:
    """What is ticked goes in, what is not comes out."""
    form = found(queries.filling_called(individual, filling))
    ids = {"individual": individual.public_id, "filling": filling, "place": place}
    typed, ticked = request.POST, request.POST.getlist("line")
    out = set(typed.getlist("was")) - set(typed.getlist("stays"))
    told = {"as_told": typed.get("as_told") == "yes", "by": request.actor}
    try:
        refuse_if(None if typed.get("link_id") else "Please press one of the answers below.")
        chosen = actions.choose(filling=form, link_id=typed["link_id"], put_in=ticked, take_out=out, **told)
    except Refused as reason:
        messages.info(request, str(reason))
        return go_to(request, "paperwork:lines", **ids)
    if set(ticked) - {each.line for each in chosen}:
        messages.info(request, CHANGED)
        return go_to(request, "paperwork:lines", **ids)
    messages.success(request, _kept(len(chosen)))
    return go_to(request, "paperwork:question", **ids)


def _kept(count: int) -> str:
    lines = {0: "No line is", 1: "One line is"}.get(count, f"{count} lines are")
    return f"Kept. {lines} in the form."
