"""A small step goes on to somebody else, when whoever held it is not there any more; or back, where that was a slip."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import User

from .. import rules
from ..models import Helper, Role, Step
from .helper_pages import close_pages


@action
def hand_on_step(
    *, step: Step, owner: str, by: Actor, helper: Helper | None = None, promised_by: User | None = None
) -> Step:
    """From now on the individual holds it, or this helper; or a worker does again, who had promised it. Who said it
    first stays: it never was the new holder's promise. Pages about it close: they were for whoever held it."""
    permit(by, Permission.WRITE_GOALS, step.individual)
    hold(step)
    refuse_if(rules.cannot_finish_step(step) or rules.cannot_own(owner, helper, step.individual))
    close_pages(individual=step.individual, step=step, by=by)
    first = step.handed_on_from or step.owner
    step.owner, step.helper = Role(owner), helper
    step.handed_on_from = "" if step.owner == first else first
    step.promised_by = promised_by or step.promised_by
    step.save(update_fields=["owner", "helper", "handed_on_from", "promised_by"])
    trail.record("step handed on", by=by, about=step, individual=step.individual)
    return step
