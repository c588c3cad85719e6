"""The plan itself: CarePlan, with the goals, what is done regularly, the steps and the introductions."""

from kith.goals.models import Goal
from kith.interop.queries.whole import Whole

from .people import somebody, the_individual
from .values import Resource, from_to, moment, points_at

State = Goal.State
GOES = {State.IN_PLAY: "in-progress", State.PAUSED: "on-hold", State.REACHED: "completed", State.LET_GO: "stopped"}
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def care_plan(whole: Whole) -> Resource:
    """It goes by the name of whose it is: everybody has one."""
    individual = whole.individual
    return {
        "resourceType": "CarePlan",
        "id": individual.public_id,
        "status": "completed" if individual.closed_at else "active",
        "intent": "plan",
        "title": f"The plan of {individual.called}",
        "subject": the_individual(whole),
        "period": from_to(moment(individual.opened_at), moment(individual.closed_at)),
        "created": moment(individual.opened_at),
        "author": the_individual(whole),
        "contributor": [somebody(whole, whole.worker)] if whole.worker else [],
        "goal": [points_at("Goal", each.public_id) for each in whole.goals],
        "activity": [*map(_regularly, whole.commitments), *_further(whole)],
    }


def _further(whole: Whole) -> list[Resource]:
    found = [points_at("Task", each.public_id) for each in whole.steps]
    found += [points_at("ServiceRequest", each.public_id) for each in whole.introductions]
    return [{"reference": each} for each in found]


def _regularly(goal: Goal) -> Resource:
    """A commitment: what, when and where."""
    place = goal.activity
    detail = {
        "status": GOES[State(goal.state)],
        "description": goal.words,
        "goal": [points_at("Goal", goal.public_id)],
        "location": points_at("Location", place.public_id, place.name)
        if place and not place.keep_to_ourselves
        else None,
    }
    return {"detail": detail | _when(goal)}


def _when(goal: Goal) -> Resource:
    """A weekday as a timing that other systems understand; what was said in words, in words."""
    if goal.weekday is None or goal.rhythm_words.strip():
        return {"scheduledString": goal.when_words}
    at = [goal.at_time.strftime("%H:%M:%S")] if goal.at_time else []
    weekly = {"frequency": 1, "period": 1, "periodUnit": "wk", "dayOfWeek": [DAYS[goal.weekday]], "timeOfDay": at}
    return {"scheduledTiming": {"repeat": weekly}}
