"""Small steps: added, done, open again, in another order."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory.models import Activity
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from .. import rules
from ..models import Goal, Helper, Role, Step
from ..queries.said_by import who_promises
from . import pressed_twice
from .helper_pages import close_pages
from .worries import add_worry


@action
def add_step(
    *,
    words: str,
    by: Actor,
    goal: Goal | None = None,
    individual: Individual | None = None,
    owner: str = Role.INDIVIDUAL,
    helper: Helper | None = None,
    by_when: date | None = None,
    worry: str = "",
    activity: Activity | None = None,
) -> Step:
    """One more small step, at the end: towards a goal, or by itself. May be done on the spot."""
    whose = _whose(goal, individual)
    permit(by, Permission.WRITE_GOALS, whose)
    refuse_if(rules.cannot_add_step(words, goal, owner, helper, whose))
    said = {"words": words.strip(), "owner": Role(owner), "by_when": by_when}
    said |= {"helper_id": helper and helper.pk, "activity_id": activity and activity.pk}
    steps = _in_order(whose, goal)
    step = pressed_twice.step(steps, said)
    if step is None:
        said |= {"set_on": clock.today(), "promised_by": who_promises(owner, whose, by.user_id)}
        position = steps[-1].position + 1 if steps else 1
        step = Step.objects.create(individual=whose, goal=goal, position=position, **said)
        trail.record("step added", by=by, about=step, individual=whose)
    if worry.strip():
        add_worry(step=step, words=worry, by=by)
    return step


@action
def finish_step(*, step: Step, by: Actor, on: date | None = None) -> Step:
    """It is done, whoever did it; remembers whether the individual or the worker said so."""
    permit(by, Permission.WRITE_GOALS, step.individual)
    hold(step)
    day = on or clock.today()
    refuse_if(rules.cannot_finish_step(step) or rules.cannot_report_for(day, clock.today()))
    close_pages(individual=step.individual, step=step, by=by)
    step.done_on = day
    step.done_by = Role.INDIVIDUAL if is_the_individual(by, step.individual) else Role.WORKER
    step.save(update_fields=["done_on", "done_by"])
    trail.record("step done", by=by, about=step, individual=step.individual)
    return step


@action
def undo_step(*, step: Step, by: Actor) -> Step:
    """It is open again. A page about it that was agreed before stays closed: another needs another yes."""
    permit(by, Permission.WRITE_GOALS, step.individual)
    hold(step)
    refuse_if(rules.cannot_undo_step(step))
    close_pages(individual=step.individual, step=step, by=by)
    step.done_on, step.done_by = None, ""
    step.save(update_fields=["done_on", "done_by"])
    trail.record("step open again", by=by, about=step, individual=step.individual)
    return step


@action
def move_step(*, step: Step, up: bool, by: Actor) -> Step:
    """Changes places with the step above it (`up`) or below it; at the end of the list nothing moves."""
    permit(by, Permission.WRITE_GOALS, step.individual)
    steps = _in_order(step.individual, step.goal)
    here = [each.pk for each in steps].index(step.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(steps):
        steps[here], steps[there] = steps[there], steps[here]
    for position, each in enumerate(steps, start=1):
        each.position = position
    Step.objects.bulk_update(steps, ["position"])
    trail.record("step moved", by=by, about=step, individual=step.individual)
    step.refresh_from_db()
    return step


def _whose(goal: Goal | None, individual: Individual | None) -> Individual:
    if individual is not None:
        return individual
    if goal is None:
        raise TypeError("A step needs a goal or an individual.")
    return goal.individual


def _in_order(individual: Individual, goal: Goal | None) -> list[Step]:
    """The steps in order, held until the action ends so that two people cannot give one place twice."""
    Individual.objects.select_for_update().get(pk=individual.pk)
    return list(individual.steps.filter(goal=goal).order_by("position", "pk"))
