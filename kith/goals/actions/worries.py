"""A worry about a small step, and the support that comes with it. A worry never holds a step up."""

from django.db.models import F

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Helper, Role, Step, Worry
from ..queries.said_by import who_promises


@action
def add_worry(*, step: Step, words: str, by: Actor) -> Worry:
    """What worries somebody about this step. The step stays as it is."""
    permit(by, Permission.WRITE_BARRIERS, step.individual)
    hold(step)
    refuse_if(rules.cannot_write(words))
    said = {"words": words.strip(), "noted_on": clock.today(), "recorded_by_id": account_of(by)}
    if told := step.worries.filter(**said).first():
        return told
    worry = step.worries.create(typed_by_individual=is_the_individual(by, step.individual), **said)
    trail.record("worry about a step added", by=by, about=worry, individual=step.individual)
    return worry


@action
def ease_worry(
    *, worry: Worry, words: str, by: Actor, owner: str = Role.INDIVIDUAL, helper: Helper | None = None
) -> Step:
    """One small step that makes the worrying one easier, put right before it."""
    step, whose = worry.step, worry.step.individual
    permit(by, Permission.WRITE_BARRIERS, whose)
    hold(whose)
    hold(step)
    refuse_if(rules.cannot_finish_step(step) or rules.cannot_add_step(words, step.goal, owner, helper, whose))
    said = {"words": words.strip(), "owner": Role(owner), "helper": helper, "goal": step.goal}
    if there_already := worry.support.filter(done_on__isnull=True, **said).first():
        return there_already
    said |= {"set_on": clock.today(), "promised_by": who_promises(owner, whose, by.user_id)}
    easier = Step(individual=whose, eases=worry, position=step.position, **said)
    _make_room_at(step)
    easier.save(force_insert=True)
    trail.record("step added", by=by, about=easier, individual=whose)
    return easier


def _make_room_at(step: Step) -> None:
    """This step and those after it move down by one place."""
    later = step.individual.steps.filter(goal=step.goal, position__gte=step.position)
    later.update(position=F("position") + 1)
