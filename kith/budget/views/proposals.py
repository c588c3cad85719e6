"""A lower amount that waits for a second person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries, rules
from kith.budget.compared import compared
from kith.budget.forms import NotSoForm
from kith.budget.slips import DAYS_TO_ANSWER, said_last
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.printing import size_for
from kith.people.writer import is_the_individual

from .pages import around
from .shared import about, found


@individual_page(Permission.READ_BUDGET)
def proposal_page(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """All of it beside what stood before: for a second person to hold beside the letter, and for the individual to
    answer at once, as the letter may count already."""
    kept = found(queries.proposal_called(individual, proposal))
    is_own = is_the_individual(request.actor, individual)
    context = about(request, individual, **around(kept)) | {
        "compared": compared(kept.previous, kept, individual.called, is_own=is_own),
        "columns": ("What", "The copy before", "The letter") if kept.is_slip else ("What", "Before", "In this letter"),
        "why_not": rules.cannot_confirm(kept, request.actor, queries.notice_days()),
        "over": rules.cannot_take_back(kept),
        "said_last": said_last(kept) if kept.is_slip else None,
        "not_so_form": NotSoForm(),
        "until": kept.proposed_at + DAYS_TO_ANSWER,
    }
    return show(request, "budget/proposal_page.html", context)


@individual_page(Permission.READ_BUDGET)
def waiting_paper(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """Their objection on paper, while the letter waits for a second person here."""
    kept = found(queries.proposal_called(individual, proposal))
    context = about(request, individual, print_size=size_for(individual), **around(kept))
    sheet = "budget/slip_paper.html" if kept.is_slip else "budget/objection_paper.html"
    return show(request, sheet, context | {"said_last": said_last(kept) if kept.is_slip else None})


@individual_page(Permission.WRITE_BUDGET)
@require_POST
def confirm(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """Another person has read the letter too."""
    kept = found(queries.proposal_called(individual, proposal))
    try:
        decision = actions.confirm(proposal=kept, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
        return _back(request, kept)
    messages.success(request, f"Kept. Please tell {individual.called} yourself, before they read it.")
    address = {"individual": individual.public_id, "decision": decision.public_id}
    return go_to(request, "budget:decision_page", **address)


@individual_page(Permission.WRITE_BUDGET)
@require_POST
def take_back(request: HttpRequest, individual, proposal: str) -> HttpResponse:
    """Nothing changes. Where a copy is put right and the individual says that it is not so, it can be written anew."""
    kept = found(queries.proposal_called(individual, proposal))
    try:
        actions.take_back(proposal=kept, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
        return _back(request, kept)
    messages.success(request, "Taken back. The copy is as it was.")
    if kept.is_slip and "again" in request.POST:
        address = {"individual": individual.public_id, "decision": kept.previous.public_id}
        return go_to(request, "budget:wrong_copy", **address)
    return go_to(request, "budget:budget_page", individual=individual.public_id)


def _back(request: HttpRequest, proposal) -> HttpResponse:
    address = {"individual": proposal.individual.public_id, "proposal": proposal.public_id}
    return go_to(request, "budget:proposal_page", **address)
