"""What gets in the way of a goal, and what was tried: one sentence, and more whenever somebody likes."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Barrier, Goal
from . import pressed_twice


@action
def note_barrier(
    *, goal: Goal, words: str, by: Actor, tried: str = "", kind: str = "", whose: str = "", helped: str = ""
) -> Barrier:
    """What gets in the way; what was tried and the rest where somebody said it."""
    permit(by, Permission.WRITE_BARRIERS, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_write(words) or rules.cannot_be_said_of_barrier(kind, whose, helped))
    if told := pressed_twice.barrier(goal, words, tried, by):
        return told
    said = {"words": words.strip(), "tried": tried.strip(), "kind": kind, "whose": whose, "helped": helped}
    barrier = goal.barriers.create(**said, **_noted(by, goal))
    trail.record("barrier noted", by=by, about=barrier, individual=goal.individual)
    return barrier


@action
def say_more_of_barrier(
    *,
    barrier: Barrier,
    by: Actor,
    tried: str = "",
    kind: str | None = None,
    whose: str | None = None,
    helped: str | None = None,
) -> Barrier:
    """What kind of thing it is, where it lies, what else was tried, whether it helped. What is None stays as it is."""
    goal = barrier.goal
    permit(by, Permission.WRITE_BARRIERS, goal.individual)
    hold(barrier)
    refuse_if(rules.cannot_be_said_of_barrier(kind or "", whose or "", helped or "") or rules.cannot_try(tried))
    _add_attempt(barrier, tried.strip(), by)
    chosen = {"kind": kind, "whose": whose, "helped": helped}
    said = {name: each for name, each in chosen.items() if each is not None}
    for name, each in said.items():
        setattr(barrier, name, each)
    barrier.save(update_fields=[*said])
    trail.record("more said of a barrier", by=by, about=barrier, individual=goal.individual)
    return barrier


def _add_attempt(barrier: Barrier, words: str, by: Actor) -> None:
    """Once, however often the button is pressed."""
    noted = _noted(by, barrier.goal)
    if words and not barrier.attempts.filter(words=words, **noted).exists():
        barrier.attempts.create(words=words, **noted)


def _noted(by: Actor, goal: Goal) -> dict:
    is_own = is_the_individual(by, goal.individual)
    return {"noted_on": clock.today(), "recorded_by_id": account_of(by), "typed_by_individual": is_own}
