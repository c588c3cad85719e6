"""The pages on which a manager keeps packs: what there is, whose it is, and what is on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.measures import actions, queries
from kith.measures.asked import asked_of
from kith.measures.forms import PackFile
from kith.measures.kept_packs import pack_of
from kith.people.doors import anywhere_page

from .shared import found, went_well


@anywhere_page(Permission.KEEP_MEASURES)
def packs(request: HttpRequest) -> HttpResponse:
    """Every pack, and a file to load."""
    form = PackFile(request.POST, request.FILES) if request.method == "POST" else PackFile()
    if form.is_valid():
        try:
            loaded = actions.load_pack(content=form.cleaned_data["file"].read(), by=request.actor)
        except Refused as reason:
            form.add_error("file", str(reason))
        else:
            messages.success(request, f"{loaded.measure} {'is kept' if loaded.is_new else 'was here already'}.")
            return go_to(request, "packs:pack", measure=loaded.measure.public_id)
    kept = [(each, each.has_ended(clock.today())) for each in queries.newest_of_each()]
    return show(request, "measures/packs.html", {"form": form, "kept": kept}, status=422 if form.errors else 200)


@anywhere_page(Permission.KEEP_MEASURES)
def pack(request: HttpRequest, measure: str) -> HttpResponse:
    """One version as people will see it, whose it is and what its source says."""
    kept = found(queries.measure_called(measure))
    context = {
        "kept": kept,
        "pack": pack_of(kept),
        "asked": asked_of(pack_of(kept), None, clock.today()),
        "versions": queries.versions_of(kept),
        "has_ended": kept.has_ended(clock.today()),
    }
    return show(request, "measures/pack.html", context)


@anywhere_page(Permission.KEEP_MEASURES)
@require_POST
def switch_on(request: HttpRequest, measure: str) -> HttpResponse:
    """It may be asked."""
    return _pressed(request, measure, actions.switch_on, "It is on. It is offered, and never asked for.")


@anywhere_page(Permission.KEEP_MEASURES)
@require_POST
def switch_off(request: HttpRequest, measure: str) -> HttpResponse:
    """It is not asked any more."""
    return _pressed(request, measure, actions.switch_off, "It is off. What was answered stays.")


def _pressed(request: HttpRequest, public_id: str, act, words: str) -> HttpResponse:
    if went_well(request, act, measure=found(queries.measure_called(public_id))):
        messages.success(request, words)
    return go_to(request, "packs:pack", measure=public_id)
