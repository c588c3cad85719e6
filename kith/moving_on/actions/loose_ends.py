"""What becomes of what is open, before two stop. Until they have, each of it can be said anew, or taken back."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals import actions as goals
from kith.goals.models import Role, Step
from kith.introductions import actions as introductions
from kith.people.writer import account_of

from .. import queries, rules
from ..models import LooseEnd, Talk

Becomes = LooseEnd.Becomes


@action
def settle(*, talk: Talk, about: str, becomes: str, by: Actor, to_whom: str = "") -> LooseEnd:
    """What becomes of one thing that is open. A step goes to whoever takes it on, and back to whoever held it when that
    is changed or taken back; a place that is let go ends."""
    permit(by, Permission.WRITE_CARRY_ON, talk.individual)
    hold(talk)
    refuse_if(rules.cannot_settle(talk) or rules.cannot_become(becomes, to_whom))
    found = {each.about: each for each in queries.still_open(talk.individual, talk)}.get(about)
    refuse_if(None if found else "This is not open any more.")
    end = talk.loose_ends.create(
        about=about,
        words=found.words,
        becomes=Becomes(becomes),
        to_whom=to_whom.strip() if becomes == Becomes.SOMEBODY else "",
        held_by=found.held_by,
        said_by_id=account_of(by),
        said_at=clock.now(),
    )
    trail.record("said what becomes of something open", by=by, about=talk, individual=talk.individual)
    _do(found.thing, end, by)
    return end


def _do(thing, end: LooseEnd, by: Actor) -> None:
    if isinstance(thing, Step):
        _hand_on(thing, end, by)
    elif end.becomes == Becomes.LET_GO:
        introductions.end(introduction=thing, by=by)


def _hand_on(step: Step, end: LooseEnd, by: Actor) -> None:
    """What is let go, or done before, is whose it was; once they stop, nobody is shown it as a promise."""
    if end.becomes == Becomes.THEIRS:
        goals.hand_on_step(step=step, owner=Role.INDIVIDUAL, by=by)
    elif end.becomes == Becomes.SOMEBODY:
        helper = goals.welcome_helper(individual=step.individual, name=end.to_whom, by=by)
        goals.hand_on_step(step=step, owner=Role.HELPER, helper=helper, by=by)
    elif step.owner != Role.WORKER:
        goals.hand_on_step(step=step, owner=Role.WORKER, promised_by=end.held_by, by=by)
