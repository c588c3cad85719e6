"""Goals and where they lead: Goal, and the direction and the results as Observation."""

from kith.goals.models import Goal, Result
from kith.interop.queries.whole import Whole

from .people import somebody, the_individual
from .values import TERMS, Resource, coded, day, in_words, note, points_at

State = Goal.State
LIFECYCLE = {
    State.IN_PLAY: "active",
    State.PAUSED: "on-hold",
    State.REACHED: "completed",
    State.LET_GO: "cancelled",
}
ACHIEVED = coded(f"{TERMS}goal-achievement", "achieved", "Achieved")


def goals(whole: Whole) -> list[Resource]:
    """Each goal, in the words it has."""
    return [_goal(whole, each) for each in whole.goals]


def _goal(whole: Whole, goal: Goal) -> Resource:
    return {
        "resourceType": "Goal",
        "id": goal.public_id,
        "lifecycleStatus": LIFECYCLE[State(goal.state)],
        "achievementStatus": ACHIEVED if goal.state == State.REACHED else None,
        "description": {"text": in_words(goal.words)},
        "subject": the_individual(whole),
        "startDate": day(goal.set_on),
        "target": _target(goal),
        "statusDate": day(goal.state_changed_on),
        "expressedBy": _whose(whole, goal),
        "addresses": _leads_to(whole, goal),
        "note": _notes(goal),
        "outcomeReference": [points_at("Observation", public_id) for public_id in whole.told_of(goal)],
    }


def _leads_to(whole: Whole, goal: Goal) -> list[Resource]:
    """The direction it is tied to, while it is theirs still."""
    line = whole.direction
    return [points_at("Observation", line.public_id)] if line and goal.direction_id == line.pk else []


def _target(goal: Goal) -> list[Resource]:
    """What it aims for, in words, and the day."""
    if goal.is_commitment:
        return []
    measured = {"measure": {"text": goal.unit or "What it aims for"}, "detailString": goal.aiming_for}
    return [(measured if goal.aiming_for.strip() else {}) | {"dueDate": day(goal.event_on)}]


def _whose(whole: Whole, goal: Goal) -> Resource:
    """Who asked for it. A goal that both wanted is the individual's."""
    return somebody(whole, goal.recorded_by) if goal.asked_by == Goal.AskedBy.WORKER else the_individual(whole)


def _notes(goal: Goal) -> list[Resource]:
    """Why, and whose words these are where the individual did not type them."""
    is_told = not goal.typed_by_individual
    told = note(f"As {goal.recorded_by.first_name} remembers it.") if is_told else []
    return [*note(goal.why), *told]


def direction(whole: Whole) -> list[Resource]:
    """Where they want to go, as they say it now."""
    line = whole.direction
    if line is None:
        return []
    told = "" if line.typed_by_individual else f"As {line.recorded_by.first_name} remembers it."
    found = observation(whole, line.public_id, "Where I want to go", day(line.said_on))
    return [found | {"valueString": line.words, "note": note(told)}]


def results(whole: Whole) -> list[Resource]:
    """How each goal turned out, day by day. What was taken back is not among them."""
    return [_result(whole, goal, each) for goal in whole.goals for each in whole.results_of(goal)]


def _result(whole: Whole, goal: Goal, result: Result) -> Resource:
    found = observation(whole, result.public_id, "How it turned out", day(result.on))
    about = {"focus": [points_at("Goal", goal.public_id)], "performer": [somebody(whole, result.recorded_by)]}
    return found | about | {"valueString": result.value_words, "note": note(result.words)}


def observation(whole: Whole, public_id: str, what: str, on: str | None) -> Resource:
    """What every Observation here begins with. `what` is words: no system has a code for it."""
    return {
        "resourceType": "Observation",
        "id": public_id,
        "status": "final",
        "code": {"text": what},
        "subject": the_individual(whole),
        "effectiveDateTime": on,
    }
