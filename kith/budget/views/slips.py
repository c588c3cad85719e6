"""A copy that was written down wrongly: one person writes how the letter has it, the individual says if it is so."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.forms import NotSoForm, SlipForm
from kith.budget.slips import cannot_begin, put_right
from kith.design.pages import show
from kith.people.doors import individual_page

from .pages import page_of
from .shared import about, found

THEIRS_NOW = "Written down. {name} can read it now, and has a week to say whether it is so."


@individual_page(Permission.WRITE_BUDGET)
def wrong_copy(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """The amounts again, as the letter has them; or why it is not done so, and what to do instead."""
    kept = found(queries.decision_called(individual, decision))
    form = SlipForm(request.POST or None)
    if form.is_valid():
        try:
            terms = put_right(kept, **form.cleaned_data)
            waits = actions.propose(individual=individual, terms=terms, after=kept.public_id, by=request.actor)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, THEIRS_NOW.format(name=individual.called))
            return redirect(page_of(waits))
    form.fields["own_part"].label = f"What {individual.called} pays"
    context = about(request, individual, form=form, decision=kept, why_not=cannot_begin(kept))
    return show(request, "budget/wrong_copy.html", context, status=422 if form.errors else 200)


@individual_page(Permission.ANSWER_BUDGET)
@require_POST
def say_whether(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """That it is so, or that it is not. It can be said otherwise until the copy is put right."""
    kept = found(queries.proposal_called(individual, proposal))
    form = NotSoForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else form["words"].value()  # too long: the action says so
    is_so = request.POST.get("so") == "yes"
    told = {"kind": queries.SO, "words": ""} if is_so else {"kind": queries.NOT_SO, "words": words}
    try:
        actions.answer(decision=kept, by=request.actor, **told)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "Kept. You can say otherwise while it waits.")
    return redirect(page_of(kept))
