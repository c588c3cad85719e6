"""A form of the place's own, to be filled in: a small step with who fills it in, and until when."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals import actions as goals
from kith.introductions import queries, rules, wording
from kith.introductions.models import Introduction

from .holding import hold


@action
def add_their_form(*, introduction: Introduction, owner: str, by: Actor):
    """One small step, `owner` being the individual or the worker; the form itself is never kept here."""
    hold(introduction)
    permit(by, Permission.WRITE_INTRODUCTIONS, introduction.individual)
    refuse_if(rules.cannot_go_on(queries.is_over(introduction)))
    if already := queries.their_form(introduction):
        return already
    step = goals.add_step(
        individual=introduction.individual,
        words=wording.FILL_IN.format(place=introduction.activity.name),
        owner=owner,
        by_when=introduction.first_visit_on,
        activity=introduction.activity,
        by=by,
    )
    trail.record("their form noted", by=by, about=introduction, individual=introduction.individual)
    return step
