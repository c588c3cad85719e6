"""What came from somebody we do not know yet: a person of the team says whose it is, or sets it aside."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.messaging import queue, rules
from kith.messaging.models import Message
from kith.people.models import Individual

from .writing import tell_whoever_has_it


@action
def know_sender(*, message: Message, individual: Individual, by: Actor) -> Message:
    """It is theirs: it joins their messages, as it came. Their own words it is not: nobody has shown who typed it."""
    permit(by, Permission.SORT_UNMATCHED, team=message.team)
    permit(by, Permission.WRITE_MESSAGES, individual)
    hold(message)
    refuse_if(rules.cannot_be_sorted(message) or rules.cannot_be_theirs(individual))
    message.individual, message.said_by = individual, Message.SaidBy.INDIVIDUAL
    place = queue.place_for(individual, clock.now()).fields()
    for name, value in place.items():
        setattr(message, name, value)
    message.save(update_fields=["individual", "said_by", *place])
    tell_whoever_has_it(message)
    trail.record("message known to be theirs", by=by, about=message, individual=individual)
    return message


@action
def set_aside(*, message: Message, by: Actor) -> Message:
    """It has nothing to do with anybody here. Whoever set it aside has read it."""
    permit(by, Permission.SORT_UNMATCHED, team=message.team)
    hold(message)
    refuse_if(rules.cannot_be_sorted(message))
    message.state, message.read_at, message.read_by_id = Message.State.ASIDE, clock.now(), by.user_id
    message.save(update_fields=["state", "read_at", "read_by"])
    trail.record("message set aside", by=by, about=message)
    return message
