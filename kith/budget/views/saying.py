"""What was promised, and what the individual says to a decision."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.forms import AnswerForm, EndForm, PromiseForm
from kith.budget.queries import INSTEAD, OBJECTION
from kith.design.pages import go_to, show
from kith.people.doors import individual_page

from .pages import page_of, the_page
from .shared import about, found

TOLD = "Kept, with today’s date. Please print it, so that {name} can sign it."


@individual_page(Permission.WRITE_ASSURANCES)
@require_POST
def promise(request: HttpRequest, individual) -> HttpResponse:
    """Who said what, and when."""
    form = PromiseForm(request.POST)
    if form.is_valid():
        try:
            actions.promise(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. It stays, whoever works with you.")
            return go_to(request, "budget:budget_page", individual=individual.public_id)
    return the_page(request, individual, promise_form=form, status=422)


@individual_page(Permission.WRITE_ASSURANCES)
def end_assurance(request: HttpRequest, individual, assurance: str) -> HttpResponse:
    """That it holds no longer: who says so, and why. The promise stays where it is."""
    kept = found(queries.assurance_called(individual, assurance))
    form = EndForm(request.POST or None)
    if form.is_valid():
        try:
            actions.no_longer_holds(assurance=kept, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept beside it.")
            return go_to(request, "budget:budget_page", individual=individual.public_id)
    status = 422 if request.method == "POST" else 200
    context = about(request, individual, form=form, assurance=kept)
    return show(request, "budget/end_assurance.html", context, status=status)


@individual_page(Permission.ANSWER_BUDGET)
def objection(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """They do not agree, in their own words."""
    return _answer(request, individual, found(queries.decision_called(individual, decision)), OBJECTION)


@individual_page(Permission.ANSWER_BUDGET)
def objection_to_waiting(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """The same while a letter waits for a second person: it may count already."""
    return _answer(request, individual, found(queries.proposal_called(individual, proposal)), OBJECTION)


@individual_page(Permission.ANSWER_BUDGET)
def instead(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """What they do now in place of something it paid for: named by them, or not at all."""
    return _answer(request, individual, found(queries.decision_called(individual, decision)), INSTEAD)


@individual_page(Permission.WRITE_BUDGET)
def told_of(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """They have no account and told that they do not agree: their words are written down for them."""
    return _as_told(request, individual, found(queries.decision_called(individual, decision)))


@individual_page(Permission.WRITE_BUDGET)
def told_of_waiting(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """The same while it waits for a second person; of a copy that is put right, that it is not so."""
    return _as_told(request, individual, found(queries.proposal_called(individual, proposal)))


def _as_told(request: HttpRequest, individual, decision) -> HttpResponse:
    kind = queries.NOT_SO if hasattr(decision, "proposed_at") and decision.is_slip else OBJECTION
    form = AnswerForm(request.POST or None)
    form.fields["words"].label = "In their own words"
    if form.is_valid():
        try:
            actions.answer_as_told(decision=decision, kind=kind, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, TOLD.format(name=individual.called))
            return redirect(page_of(decision))
    context = about(request, individual, form=form, is_slip=kind == queries.NOT_SO, letter_page=page_of(decision))
    return show(request, "budget/told.html", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, individual, decision, kind: str) -> HttpResponse:
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        try:
            actions.answer(decision=decision, kind=kind, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept, with today’s date. Nobody can change it.")
            return redirect(page_of(decision))
    status = 422 if request.method == "POST" else 200
    context = about(request, individual, form=form, is_objection=kind == OBJECTION, letter_page=page_of(decision))
    return show(request, "budget/answer.html", context, status=status)
