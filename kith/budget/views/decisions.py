"""Writing down what was decided. Where it is less than before, more is asked, and a second person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.forms import LowerForm, RecordForm, ReviewForm
from kith.design.pages import go_to, show
from kith.people.doors import individual_page

from .pages import the_page
from .shared import about

KEPT = "Kept as it was written. {name} sees it too."
WAITS = "Written down. {name} can read it and answer it now. Please tell them yourself."


@individual_page(Permission.WRITE_BUDGET)
def record(request: HttpRequest, individual) -> HttpResponse:
    """A copy of what they wrote."""
    before = queries.latest(individual)
    if request.method != "POST":
        return _page(request, individual, before, RecordForm(initial=_as_before(before)))
    form = RecordForm(request.POST)
    if not form.is_valid():
        sent_back = LowerForm(request.POST) if "lower" in request.POST else form  # with all that was typed
        return _page(request, individual, before, sent_back, status=422)
    if form.terms().needs_two_people(before):
        return _lower(request, individual, before)
    try:
        shown = request.POST.get("after", "")
        actions.record(individual=individual, terms=form.terms(), after=shown, by=request.actor)
    except Refused as refused:
        form.add_error(None, str(refused))
        return _page(request, individual, before, form, status=422)
    messages.success(request, KEPT.format(name=individual.called))
    return go_to(request, "budget:budget_page", individual=individual.public_id)


@individual_page(Permission.WRITE_BUDGET)
@require_POST
def note_review(request: HttpRequest, individual) -> HttpResponse:
    """A review was held. Nothing else is asked, and no amount changes."""
    form = ReviewForm(request.POST)
    if form.is_valid():
        try:
            actions.note_review(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error("held_on", str(refused))
        else:
            messages.success(request, "Kept. The next one is reckoned from it.")
            return go_to(request, "budget:budget_page", individual=individual.public_id)
    return the_page(request, individual, review_form=form, status=422)


def _lower(request: HttpRequest, individual, before) -> HttpResponse:
    """The same words again with more boxes below; sent with those, it waits for a second person."""
    if "lower" not in request.POST:
        return _page(request, individual, before, LowerForm(initial=request.POST.dict()))
    form = LowerForm(request.POST)
    if form.is_valid():
        try:
            shown = request.POST.get("after", "")
            kept = actions.propose(individual=individual, terms=form.terms(), after=shown, by=request.actor)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, WAITS.format(name=individual.called))
            address = {"individual": individual.public_id, "proposal": kept.public_id}
            return go_to(request, "budget:proposal_page", **address)
    return _page(request, individual, before, form, status=422)


def _as_before(before) -> dict:
    """Who decides, and how it is paid, seldom change; amounts are never filled in."""
    if before is None:
        return {"who": "another", "status": "3", "paid_as": "arranged"}
    same = {"decided_by": before.decided_by, "status": str(before.status), "paid_as": before.paid_as}
    return same | {"who": "here" if before.decided_here else "another", "period": before.period}


def _page(request: HttpRequest, individual, before, form, *, status: int = 200) -> HttpResponse:
    is_lower = isinstance(form, LowerForm)
    form.is_about(individual.called, _as_before(before))
    context = about(request, individual, form=form, before=before, is_lower=is_lower, notice=queries.notice_days())
    context |= {"hands_over": is_lower and _hands_over(form, before)}
    return show(request, "budget/record.html", context, status=status)


def _hands_over(form, before) -> bool:
    """Somebody else decides from now on, and nothing is said to be less."""
    typed = RecordForm(form.data or form.initial)
    return typed.is_valid() and typed.terms().hands_over(before) and not typed.terms().is_lower_than(before)
