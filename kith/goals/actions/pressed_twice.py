"""A button pressed twice is one press: what was kept just before, in the very same words, is found again.

Each asks with the row above held, so that of two presses the second sees what the first one did.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from kith.access import clock
from kith.access.actor import Actor
from kith.people.models import Individual

from ..models import Barrier, CheckIn, Goal, Helper, Result, Step

MOMENT = timedelta(minutes=1)


def goal(individual: Individual, kind: str, words: str, by: Actor, details) -> Goal | None:
    """The goal going on that the same person set today, alike in everything told now."""
    said = {"kind": kind, "words": words.strip(), "recorded_by_id": by.user_id, "set_on": clock.today()}
    return individual.goals.filter(state=Goal.State.IN_PLAY, **said, **details).first()


def step(beside: Iterable[Step], said: dict) -> Step | None:
    """The open step set today among those beside it, alike in everything. Whom and what it names, it names by key."""
    told = said | {"set_on": clock.today(), "done_on": None}
    return next((each for each in beside if all(getattr(each, name) == told[name] for name in told)), None)


def helper(individual: Individual, **said: str) -> Helper | None:
    """The helper of this name of whom the same is known."""
    return individual.helpers.filter(**said).first()


def result(goal: Goal, value: str, on: date, words: str, by: Actor) -> Result | None:
    """The same result of the same day, told by the same person a moment ago."""
    said = {"value_words": value.strip(), "words": words.strip(), "on": on, "recorded_by_id": by.user_id}
    lately = goal.results.filter(recorded_at__gt=clock.now() - MOMENT, taken_back_at__isnull=True)
    return lately.filter(**said).first()


def check_in(goal: Goal, told: dict) -> CheckIn | None:
    """The latest word of that day from the same person, when it is the same and a moment old."""
    lane = {name: told[name] for name in ("on", "recorded_by_id", "typed_by_individual")}
    latest = goal.check_ins.filter(**lane).order_by("-pk").first()
    said = ("went", "words", "through", "told_by")
    is_same = latest is not None and all(getattr(latest, name) == told[name] for name in said)
    return latest if is_same and latest.recorded_at > clock.now() - MOMENT else None


def barrier(goal: Goal, words: str, tried: str, by: Actor) -> Barrier | None:
    """The same thing in the way, noted today by the same person."""
    said = {"words": words.strip(), "tried": tried.strip(), "recorded_by_id": by.user_id}
    return goal.barriers.filter(noted_on=clock.today(), **said).first()
