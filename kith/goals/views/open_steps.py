"""The open steps of a page, with their worries and what could help, for whoever may know."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.goals import forms, queries
from kith.goals.support import offers_for
from kith.people.audience import who_sees
from kith.people.writer import is_the_individual


def open_steps(request: HttpRequest, individual, steps, returned=None) -> list:
    """The open ones of these steps. `returned` is the form of one of them that came back with a sentence."""
    still_open = [step for step in steps if not step.is_done]
    if Permission.READ_BARRIERS not in request.may or not still_open:
        return still_open
    seen_by = who_sees_worries(request, individual)
    worried = queries.with_worries(still_open)
    helping = who_could_help(request, individual, worried[0].goal) if any(step.worries_told for step in worried) else {}
    for step in worried:
        step.worry_form = _this_one(returned, worry_form(step, seen_by=seen_by))
        step.smaller_form = _this_one(returned, smaller_form(step))
        step.offers = offers_for(step, **helping) if step.worries_told else []
    return worried


def who_sees_worries(request: HttpRequest, individual) -> str:
    """The line beside every box for a worry, found out once a request."""
    if not hasattr(request, "worries_are_seen_by"):
        request.worries_are_seen_by = who_sees("barriers", individual, request.user)
    return request.worries_are_seen_by


def worry_form(step, data=None, *, seen_by="") -> forms.WorryForm:
    """Several stand on one page, so each is called by its step."""
    return forms.WorryForm(data, auto_id=f"worry_{step.public_id}_%s", seen_by=seen_by)


def smaller_form(step, data=None) -> forms.SmallerStepForm:
    """As above, for a smaller step to take first."""
    return forms.SmallerStepForm(data, auto_id=f"smaller_{step.public_id}_%s")


def who_could_help(request: HttpRequest, individual, goal) -> dict:
    """Who is named in what is offered."""
    return {
        "owners": queries.owners_of(individual),
        "helpers": queries.who_could_go_along(individual, goal),
        "is_own": is_the_individual(request.actor, individual),
    }


def _this_one(returned, form):
    return returned if returned is not None and returned.auto_id == form.auto_id else form
