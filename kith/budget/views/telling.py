"""About how much was used, and the letter that tells of a decision."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.budget import actions, queries
from kith.budget.forms import SpendingForm
from kith.budget.letters import letter_about, sent_about
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.printing import size_for

from .pages import the_page
from .shared import about, found


@individual_page(Permission.READ_SPENDING)
@require_POST
def tell_how_much(request: HttpRequest, individual) -> HttpResponse:
    """What was left is nothing to answer for: what got in the way is asked, and only if they like."""
    form = SpendingForm(request.POST)
    if form.is_valid():
        try:
            actions.tell_how_much(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. Nothing follows from it by itself.")
            return go_to(request, "budget:budget_page", individual=individual.public_id)
    return the_page(request, individual, spending_form=form, status=422)


@individual_page(Permission.WRITE_BUDGET)
def tell_of(request: HttpRequest, individual, decision: str) -> HttpResponse:
    """Every word of it before it goes, in the way they like."""
    kept = found(queries.decision_called(individual, decision))
    refusal = ""
    if request.method == "POST":
        try:
            actions.tell_of(decision=kept, shown=_as_sent(request), by=request.actor)
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, "It is on its way.")
            return go_to(request, "budget:decision_page", individual=individual.public_id, decision=decision)
    context = about(request, individual, decision=kept, refusal=refusal, print_size=size_for(individual))
    context |= {"letter": letter_about(kept), "sent": sent_about(kept)}
    return show(request, "budget/tell_of.html", context, status=409 if refusal else 200)


def _as_sent(request: HttpRequest) -> str:
    """Browsers send the ends of lines in a way of their own."""
    return request.POST.get("shown", "").replace("\r\n", "\n")
