"""One short measure: their own words first, then its questions, any of which may be left out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.measures import actions, queries, rules
from kith.measures.asked import asked_of, typed_in
from kith.measures.forms import AskForm
from kith.measures.kept_packs import pack_of
from kith.measures.occasions import occasion_of
from kith.people.doors import individual_page

from .shared import found, is_own_of


@individual_page(Permission.WRITE_MEASURES)
def ask(request: HttpRequest, individual, measure: str) -> HttpResponse:
    """The questions, and what was typed where it could not be kept."""
    about, is_own = found(queries.measure_called(measure)), is_own_of(request, individual)
    data = request.POST if request.method == "POST" else None
    if data is None and (reason := rules.cannot_ask(about, clock.today())):
        messages.info(request, reason)
        return go_to(request, "measures:page", individual=individual.public_id)
    form = AskForm(data, is_own=is_own, called=individual.called)
    asked = asked_of(pack_of(about), data, clock.today())
    if data is not None and form.is_valid() and not any(each.error for each in asked):
        kept = _kept(request, individual, about, form, asked)
        if kept:
            return go_to(request, "measures:answers", individual=individual.public_id, response=kept.public_id)
    context = {"individual": individual, "measure": about, "pack": pack_of(about), "form": form, "asked": asked}
    context |= {"is_own": is_own, "meeting": request.GET.get("meeting") or request.POST.get("meeting", "")}
    context["next"] = way_back(request)
    return show(request, "measures/ask.html", context, status=200 if data is None else 422)


def _kept(request: HttpRequest, individual, measure, form: AskForm, asked):
    """What was kept; None where a rule's sentence stands on top of the form."""
    occasion = occasion_of(request.POST.get("meeting", ""))
    told = {"answers": typed_in(asked), "occasion": occasion, **form.told}
    try:
        return actions.answer(measure=measure, individual=individual, by=request.actor, **told)
    except Refused as reason:
        form.add_error(None, str(reason))
        return None
