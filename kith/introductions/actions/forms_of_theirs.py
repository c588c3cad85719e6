"""What a place asks for: its own form, and money. Each is a small step with whoever sees to it."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.introductions import costs, queries, rules, wording
from kith.introductions.models import Introduction

from .holding import hold


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
    already = costs.pay_step(introduction)
    return already or _step(introduction, words, owner, told="asked how it is paid for", by=by)


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
        **costs.who_holds(introduction, owner),
    )
    trail.record(told, by=by, about=introduction, individual=introduction.individual)
    return step
