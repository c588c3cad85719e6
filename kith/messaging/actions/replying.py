"""A message is read, answered, put to what it is about; a result in it is kept or left."""

from django.utils import timezone

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.goals import actions as goals
from kith.messaging import queries, rules
from kith.messaging.found import found_in
from kith.messaging.models import ABOUT, Message

from .writing import about_field, to_them


@action
def mark_read(*, message: Message, by: Actor) -> Message:
    """Somebody of the team has read it, and it needs no answer. Only a reader closes it, never whoever wrote it."""
    permit(by, Permission.ANSWER_MESSAGES, message.individual)
    hold(message)
    refuse_if(rules.cannot_be_read(message))
    _close(message, Message.State.READ, by)
    trail.record("message read", by=by, about=message, individual=message.individual)
    return message


@action
def answer(*, message: Message, words: str, by: Actor) -> Message:
    """The team's answer, in words somebody wrote themselves. Pressed twice it goes once. Gives the answer."""
    permit(by, Permission.ANSWER_MESSAGES, message.individual)
    hold(message)
    if again := queries.answered_just_now(message, words, by.user_id):
        return again
    refuse_if(rules.cannot_be_answered(message, words))
    _close(message, Message.State.ANSWERED, by)
    return to_them(message.individual, words, by, about=message.about, answers=message)


def _close(message: Message, state: str, by: Actor) -> None:
    message.state = state
    message.read_at, message.read_by_id = message.read_at or clock.now(), message.read_by_id or by.user_id
    message.save(update_fields=["state", "read_at", "read_by"])


@action
def put_to(*, message: Message, about, by: Actor) -> Message:
    """What it is about, said by somebody who has read it. A result in the words is then looked for again."""
    permit(by, Permission.ANSWER_MESSAGES, message.individual)
    hold(message)
    refuse_if(rules.cannot_be_about(about, message.individual))
    fields = dict.fromkeys(ABOUT) | about_field(about)
    for name, value in fields.items():
        setattr(message, name, value)
    if message.found_is in (Message.Found.NOTHING, Message.Found.WAITS):
        message.found = found_in(message.words, about)
        message.found_is = Message.Found.WAITS if message.found else Message.Found.NOTHING
    message.save(update_fields=[*fields, "found", "found_is"])
    trail.record("message put where it belongs", by=by, about=message, individual=message.individual)
    return message


@action
def keep_found(*, message: Message, by: Actor) -> Message:
    """The result in the words becomes a result of the goal, on the day it was told."""
    permit(by, Permission.WRITE_GOALS, message.individual)
    hold(message)
    refuse_if(rules.cannot_keep_found(message))
    on = timezone.localtime(message.at).date()
    goals.add_result(goal=message.goal, value=message.found, on=on, by=by)
    return _found(message, Message.Found.KEPT, "result kept from a message", by)


@action
def leave_found(*, message: Message, by: Actor) -> Message:
    """It was no result, or is not wanted as one."""
    permit(by, Permission.WRITE_GOALS, message.individual)
    hold(message)
    refuse_if(rules.cannot_keep_found(message))
    return _found(message, Message.Found.LEFT, "result in a message left", by)


def _found(message: Message, what: str, told: str, by: Actor) -> Message:
    message.found_is = what
    message.save(update_fields=["found_is"])
    trail.record(told, by=by, about=message, individual=message.individual)
    return message
