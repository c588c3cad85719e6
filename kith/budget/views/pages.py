"""What is known of it: the page of both, one decision, and both on paper."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.access.permissions import Permission
from kith.budget import queries
from kith.budget.forms import PromiseForm, ReviewForm, SpendingForm
from kith.budget.missing import can_ask_for
from kith.budget.scans import scans_of
from kith.design.pages import show
from kith.people.doors import individual_page
from kith.people.printing import size_for

from .shared import about, found


@individual_page(Permission.READ_BUDGET)
def budget_page(request: HttpRequest, individual) -> HttpResponse:
    """What does not change first; then what is decided, by whom, and what was promised."""
    return the_page(request, individual)


def the_page(request: HttpRequest, individual, *, status: int = 200, **sent_back) -> HttpResponse:
    """The page, with forms that were sent back."""
    context = about(request, individual, **what_is_known(individual)) | {"promise_form": PromiseForm()}
    if Permission.WRITE_BUDGET in request.may:
        context |= {"review_form": ReviewForm()}
    if Permission.READ_SPENDING in request.may:
        context |= {"spending": queries.spending_of(individual), "spending_form": SpendingForm()}
    return show(request, "budget/budget_page.html", context | sent_back, status=status)


def what_is_known(individual) -> dict:
    decisions = queries.decisions_of(individual)
    holds = queries.holding(decisions)
    coming = queries.still_to_come(decisions, holds)
    return {
        "decision": holds,
        "coming": coming,
        "earlier": [each for each in decisions if each != holds and each not in coming],
        "waiting": queries.waiting(individual),
        "facts": queries.facts(individual),
        "promised": queries.promised(individual),
    }


@individual_page(Permission.READ_BUDGET)
def paper(request: HttpRequest, individual) -> HttpResponse:
    """To show somebody else, as large as the individual likes things printed."""
    context = about(request, individual, print_size=size_for(individual), **what_is_known(individual))
    return show(request, "budget/paper.html", context)


@individual_page(Permission.READ_BUDGET)
def decision_page(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """One decision: the copy of what was written, what can be asked for, and what the individual said to it."""
    kept = found(queries.decision_called(individual, decision))
    is_latest = kept == queries.latest(individual)
    context = about(request, individual, is_latest=is_latest, **around(kept))
    return show(request, "budget/decision_page.html", context)


@individual_page(Permission.READ_BUDGET)
def objection_paper(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """Their objection, to sign and to post; with lines to write on where none was written."""
    kept = found(queries.decision_called(individual, decision))
    context = about(request, individual, print_size=size_for(individual), **around(kept))
    return show(request, "budget/objection_paper.html", context)


def page_of(decision) -> str:
    """Where this letter is read: while it waits for a second person it has a page of its own."""
    waits = hasattr(decision, "proposed_at")
    page = "budget:proposal_page" if waits else "budget:decision_page"
    return reverse(page, args=[decision.individual.public_id, decision.public_id])


def _scans_page_of(decision) -> str:
    waits = hasattr(decision, "proposed_at")
    page = "budget:keep_scan_of_waiting" if waits else "budget:keep_scan"
    return reverse(page, args=[decision.individual.public_id, decision.public_id])


def around(decision) -> dict:
    """A decision, what it lacks, and who can help to answer it."""
    answers = queries.answers_to(decision)
    return {
        "decision": decision,
        "letter_page": page_of(decision),
        "asks": can_ask_for(decision) if decision.is_lower else [],
        "house": queries.house(),
        "scans": scans_of(decision),
        "keep_scan_at": "" if hasattr(decision, "withdrawal") else _scans_page_of(decision),
        "objections": [each for each in answers if each.kind == each.Kind.OBJECTION],
        "instead": [each for each in answers if each.kind == each.Kind.INSTEAD],
    }
