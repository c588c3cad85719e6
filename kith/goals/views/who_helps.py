"""Everybody who lends a hand: with what, and when they have time; and what they told."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.goals import actions, forms, queries
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from .answers import found, go_back, went_well


@individual_page(Permission.READ_GOALS)
def helpers_page(request: HttpRequest, individual) -> HttpResponse:
    """Who helps with what."""
    return _page(request, individual, forms.HelperForm())


@individual_page(Permission.WRITE_GOALS)
@require_POST
def add_helper(request: HttpRequest, individual) -> HttpResponse:
    """One more who lends a hand. It opens nothing to them."""
    form = forms.HelperForm(request.POST)
    if form.is_valid():
        try:
            helper = actions.welcome_helper(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"{helper.name} is on the list. Nobody was told.")
            return go_back(request, individual, otherwise="goals:helpers_page")
    return _page(request, individual, form, status=422)


@individual_page(Permission.PASS_ON_TOLD)
@require_POST
def pass_on(request: HttpRequest, individual, told: str) -> HttpResponse:
    """The individual lets whoever works with them read it."""
    said = found(queries.told_called(individual, told))
    if went_well(request, actions.pass_on, told=said):
        messages.success(request, f"{queries.owners_of(individual).worker} can read it too.")
    return go_back(request, individual, otherwise="goals:helpers_page")


@individual_page(Permission.PASS_ON_TOLD)
@require_POST
def keep_to_oneself(request: HttpRequest, individual, told: str) -> HttpResponse:
    """Read, and theirs alone."""
    said = found(queries.told_called(individual, told))
    if went_well(request, actions.keep_to_oneself, told=said):
        messages.success(request, "Kept. Only you see it.")
    return go_back(request, individual, otherwise="goals:helpers_page")


def _page(request: HttpRequest, individual, form, *, status: int = 200) -> HttpResponse:
    is_own = is_the_individual(request.actor, individual)
    helpers = queries.helpers_and_steps(individual)
    sees_pages = Permission.READ_SHARES in request.may
    context = {
        "individual": individual,
        "is_own": is_own,
        "helpers": queries.with_pages(helpers, individual) if sees_pages else helpers,
        "told": queries.to_look_at(individual) if is_own else [],
        "passed_on": queries.passed_on(individual) if Permission.WRITE_SHARES in request.may else [],
        "worker": queries.owners_of(individual).worker,
        "form": form,
        "seen_by": who_sees("goals", individual, request.user),
    }
    return show(request, "goals/helpers_page.html", context, status=status)
