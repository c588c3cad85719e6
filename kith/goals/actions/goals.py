"""Goals are set, put in other words, paused, started again, reached and let go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TypedDict, Unpack

from kith.about_me.models import Line
from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory.models import Activity
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Goal, Helper, Option, Rewording, Role
from . import pressed_twice
from .helper_pages import close_pages
from .steps import add_step


@dataclass(frozen=True)
class PlannedStep:
    """A step to be set together with its goal."""

    words: str
    owner: str = Role.INDIVIDUAL
    helper: Helper | None = None
    by_when: date | None = None
    worry: str = ""
    activity: Activity | None = None


class Details(TypedDict, total=False):
    """What may be said of a goal besides its words; all of it may be left out."""

    why: str
    direction: Line | None
    activity: Activity | None
    option: Option | None
    rhythm_words: str
    weekday: int | None
    at_time: time | None
    due_on: date | None
    enter_by: date | None
    aiming_for: str
    measured_in: str
    unit: str


class Wording(TypedDict, total=False):
    """What a rewording may change; what is left out stays."""

    words: str
    why: str
    rhythm_words: str
    weekday: int | None
    at_time: time | None


class Target(TypedDict, total=False):
    """What may be aimed for; what is left out stays."""

    due_on: date | None
    enter_by: date | None
    aiming_for: str


@action
def set_goal(
    *,
    individual: Individual,
    kind: str,
    words: str,
    by: Actor,
    asked_by: str = "",
    steps: Iterable[PlannedStep] = (),
    **details: Unpack[Details],
) -> Goal:
    """A goal goes on from now; one that was set just like it today is the same goal. `asked_by` is whose
    wish it is: the individual's own when they type it themselves, else both people's, unless told."""
    permit(by, Permission.WRITE_GOALS, individual)
    hold(individual)  # two goals set at once are counted one after the other
    goal = pressed_twice.goal(individual, kind, words, by, details)
    goal = goal or _set(individual, by, kind=kind, words=words, asked_by=asked_by, details=details)
    for step in steps:
        add_step(goal=goal, by=by, **_fields_of(step))
    return goal


def _set(individual: Individual, by: Actor, *, kind: str, words: str, asked_by: str, details: Details) -> Goal:
    refuse_if(_cannot_set(individual, kind, words, details))
    is_own = is_the_individual(by, individual)
    goal = Goal.objects.create(
        individual=individual,
        kind=Goal.Kind(kind),
        words=words.strip(),
        asked_by=Goal.AskedBy(asked_by or ("individual" if is_own else "both")),
        **_whose_words(by, individual, details.get("option")),
        **_from_today(),
        **details,
    )
    trail.record("goal set", by=by, about=goal, individual=individual)
    return goal


@action
def reword_goal(*, goal: Goal, by: Actor, **wording: Unpack[Wording]) -> Goal:
    """Puts a goal in other words. How it was put before is kept."""
    return _change(goal, by, Rewording.What.WORDS, wording, "goal put in other words")


@action
def make_smaller(*, goal: Goal, by: Actor, **wording: Unpack[Wording]) -> Goal:
    """The same goal, smaller, in new words. How it was before is kept."""
    return _change(goal, by, Rewording.What.SMALLER, wording, "goal made smaller")


@action
def change_target(*, goal: Goal, by: Actor, **target: Unpack[Target]) -> Goal:
    """Another day or another result to aim for. What was aimed for before is kept."""
    return _change(goal, by, Rewording.What.TARGET, target, "target changed")


@action
def point_to(*, goal: Goal, direction: Line, by: Actor) -> Goal:
    """It is part of where the individual wants to go."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    refuse_if(rules.cannot_point_to(direction, goal.individual))
    goal.direction = direction
    goal.save(update_fields=["direction"])
    trail.record("goal tied to a direction", by=by, about=goal, individual=goal.individual)
    return goal


@action
def pause(*, goal: Goal, by: Actor, words: str = "") -> Goal:
    """Nothing is asked about it until it starts again."""
    permit(by, Permission.PAUSE_GOAL, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_pause(goal))
    return _move_to(goal, Goal.State.PAUSED, by, "goal paused", words=words)


@action
def start_again(*, goal: Goal, by: Actor, pausing: Goal | None = None) -> Goal:
    """It goes on again; the days in between are never asked about. `pausing` makes room when three are going on."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal.individual)
    hold(goal)
    if pausing:
        pause(goal=pausing, by=by)
    refuse_if(rules.cannot_start_again(goal))
    return _move_to(goal, Goal.State.IN_PLAY, by, "goal started again")


@action
def reach(*, goal: Goal, by: Actor) -> Goal:
    """The individual got there, in their own judgement."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_finish(goal))
    return _move_to(goal, Goal.State.REACHED, by, "goal reached")


@action
def let_go(*, goal: Goal, by: Actor) -> Goal:
    """It is set aside for good reasons that nobody asks for."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal)
    refuse_if(rules.cannot_finish(goal))
    return _move_to(goal, Goal.State.LET_GO, by, "goal let go")


@action
def show_line(*, goal: Goal, is_shown: bool, by: Actor) -> Goal:
    """Whether the line of results is drawn; the results stay as they are."""
    permit(by, Permission.WRITE_GOALS, goal.individual)
    goal.is_line_hidden = not is_shown
    goal.save(update_fields=["is_line_hidden"])
    trail.record("line shown" if is_shown else "line hidden", by=by, about=goal, individual=goal.individual)
    return goal


def _whose_words(by: Actor, individual: Individual, option: Option | None) -> dict:
    """Words that were chosen are of whoever wrote them down as an option; other words of whoever writes now."""
    if option:
        return {"recorded_by_id": option.recorded_by_id, "typed_by_individual": option.typed_by_individual}
    return {"recorded_by_id": account_of(by), "typed_by_individual": is_the_individual(by, individual)}


def _cannot_set(individual: Individual, kind: str, words: str, details: Details) -> str | None:
    return (
        rules.cannot_write(words)
        or rules.cannot_be_of_kind(kind, details.get("weekday"))
        or rules.cannot_point_to(details.get("direction"), individual)
        or rules.cannot_come_from(details.get("option"), individual)
        or rules.cannot_play_another(individual)
    )


def _from_today() -> dict[str, date]:
    return {"set_on": clock.today(), "state_changed_on": clock.today()}


def _fields_of(step: PlannedStep) -> dict:
    return {name: getattr(step, name) for name in PlannedStep.__dataclass_fields__}


def _change(goal: Goal, by: Actor, what: Rewording.What, changes, told: str) -> Goal:
    permit(by, Permission.WRITE_GOALS, goal.individual)
    hold(goal)
    refuse_if(
        rules.cannot_write(changes.get("words", goal.words))
        or rules.cannot_be_of_kind(goal.kind, changes.get("weekday"))
    )
    _keep_as_it_was(goal, by, what)
    changes = {field: value.strip() if isinstance(value, str) else value for field, value in changes.items()}
    if changes.get("words", goal.words) != goal.words:  # new words are theirs who put them
        changes |= {
            "recorded_by_id": account_of(by),
            "typed_by_individual": is_the_individual(by, goal.individual),
        }
    for field, value in changes.items():
        setattr(goal, field, value)
    goal.save(update_fields=list(changes))
    trail.record(told, by=by, about=goal, individual=goal.individual)
    return goal


def _keep_as_it_was(goal: Goal, by: Actor, what: Rewording.What) -> None:
    goal.rewordings.create(
        what=what,
        old_words=goal.words,
        old_recorded_by_id=goal.recorded_by_id,
        old_typed_by_individual=goal.typed_by_individual,
        old_rhythm_words=goal.when_words,
        old_aiming_for=goal.aiming_for,
        old_due_on=goal.due_on,
        changed_on=clock.today(),
        changed_by_id=account_of(by),
        changed_by_individual=is_the_individual(by, goal.individual),
    )


def _move_to(goal: Goal, state: Goal.State, by: Actor, told: str, *, words: str = "") -> Goal:
    if not {goal.state, state} <= {Goal.State.IN_PLAY, Goal.State.PAUSED}:
        close_pages(individual=goal.individual, step__goal=goal, by=by)
    goal.state, goal.state_changed_on, goal.pause_words = state, clock.today(), words.strip()
    goal.save(update_fields=["state", "state_changed_on", "pause_words"])
    trail.record(told, by=by, about=goal, individual=goal.individual)
    return goal
