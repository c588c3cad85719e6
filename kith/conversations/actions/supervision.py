"""A reflection goes to supervision when its author chooses, and comes back when they choose."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import rules
from kith.conversations.models import Reflection


@action
def send_to_supervision(*, reflection: Reflection, by: Actor) -> Reflection:
    """The team's manager reads it from now on. Sending it again changes nothing."""
    individual = reflection.meeting.individual
    permit(by, Permission.SEND_TO_SUPERVISION, individual)
    refuse_if(rules.cannot_send(reflection, by.user_id))
    return reflection if reflection.sent_to_supervision_at else _set(reflection, clock.now(), by)


@action
def take_back_from_supervision(*, reflection: Reflection, by: Actor) -> Reflection:
    """Nobody but its author reads it any more."""
    permit(by, Permission.SEND_TO_SUPERVISION, reflection.meeting.individual)
    refuse_if(rules.cannot_send(reflection, by.user_id))
    return _set(reflection, None, by) if reflection.sent_to_supervision_at else reflection


def _set(reflection: Reflection, at, by: Actor) -> Reflection:
    reflection.sent_to_supervision_at = at
    reflection.save(update_fields=["sent_to_supervision_at"])
    told = "sent to supervision" if at else "taken back from supervision"
    trail.record(told, by=by, about=reflection, individual=reflection.meeting.individual)
    return reflection
