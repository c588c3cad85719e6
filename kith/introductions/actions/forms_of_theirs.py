"""What a place asks for: its own form, and money. Each is a small step with whoever sees to it."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory.models import Activity
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.introductions import costs, queries, rules, wording
from kith.introductions.models import Introduction
from kith.people.models import Individual

from .holding import hold, hold_notebook


@action
def add_their_form(*, introduction: Introduction, owner: str, by: Actor) -> Step:
    """One small step, `owner` being the individual, the worker or a helper's public id; the form is never kept here."""
    _may_ask(introduction, by)
    words = wording.FILL_IN.format(place=introduction.activity.name)
    already = queries.their_form(introduction)
    return already or _step(introduction, words, owner, told="their form noted", by=by)


@action
def ask_how_it_is_paid(*, introduction: Introduction, owner: str, by: Actor) -> Step:
    """“How will this be paid for?” as one small step; `owner` as above. Asked twice, it is one step."""
    _may_ask(introduction, by)
    words = costs.PAY.format(place=introduction.activity.name)
    already = costs.pay_step(introduction.individual, introduction.activity)
    return already or _step(introduction, words, owner, told="asked how it is paid for", by=by)


@action
def ask_how_a_listing_is_paid(*, individual: Individual, activity: Activity, owner: str, by: Actor) -> Step:
    """The same of a listing that they keep, before anybody is introduced there. An introduction finds that step."""
    permit(by, Permission.WRITE_GOALS, individual)
    hold_notebook(individual)
    refuse_if(costs.cannot_ask_how_it_is_paid(activity))
    if already := costs.pay_step(individual, activity):
        return already
    words = costs.PAY.format(place=activity.name)
    about = {"individual": individual, "activity": activity, **costs.who_holds(individual, owner)}
    step = goals.add_step(words=words, by=by, **about)
    trail.record("asked how it is paid for", by=by, about=step, individual=individual)
    return step


def _may_ask(introduction: Introduction, by: Actor) -> None:
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))


def _step(introduction: Introduction, words: str, owner: str, *, told: str, by: Actor) -> Step:
    step = goals.add_step(
        individual=introduction.individual,
        words=words,
        by_when=introduction.first_visit_on,
        activity=introduction.activity,
        by=by,
        **costs.who_holds(introduction.individual, owner),
    )
    trail.record(told, by=by, about=introduction, individual=introduction.individual)
    return step
