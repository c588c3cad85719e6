"""Small steps, and what workers promised: one Task each."""

from kith.goals.models import Goal, Role, Step
from kith.interop.queries.whole import Whole

from .people import somebody, the_individual
from .values import Resource, day, from_to, points_at

WHILE_OPEN = {
    Goal.State.IN_PLAY: "ready",
    Goal.State.PAUSED: "on-hold",
    Goal.State.REACHED: "cancelled",
    Goal.State.LET_GO: "cancelled",
}


def steps(whole: Whole) -> list[Resource]:
    """Every step, done or not, in their order."""
    return [_task(whole, each) for each in whole.steps]


def _task(whole: Whole, step: Step) -> Resource:
    individual, promised = whole.individual, step.promised_by
    return {
        "resourceType": "Task",
        "id": step.public_id,
        "basedOn": [points_at("CarePlan", individual.public_id)],
        "status": status(step),
        "intent": "plan",
        "description": step.words,
        "focus": points_at("Goal", step.goal.public_id) if step.goal else None,
        "for": the_individual(whole),
        "executionPeriod": from_to(None, day(step.done_on)),
        "authoredOn": day(step.set_on),
        "requester": somebody(whole, promised) if promised else None,
        "owner": _owner(whole, step),
        "restriction": {"period": {"end": day(step.by_when)}},
    }


def status(step: Step) -> str:
    """What became of it. An open step rests while its goal rests, and is asked of nobody once the goal has ended."""
    if step.is_done:
        return "completed"
    return WHILE_OPEN[Goal.State(step.goal.state)] if step.goal else "ready"


def _owner(whole: Whole, step: Step) -> Resource | None:
    """A worker's step goes along to whoever is the worker now; where nobody is, it stays with whoever promised it."""
    if step.helper:
        return points_at("RelatedPerson", step.helper.public_id)
    if step.owner == Role.INDIVIDUAL:
        return the_individual(whole)
    worker = whole.worker or step.promised_by
    return somebody(whole, worker) if worker else None
