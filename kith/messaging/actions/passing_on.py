"""A message that nobody reads in time goes on: to whoever covers, then to the manager. Nothing is closed by time."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.messaging import letters, queries, queue, rules
from kith.messaging.models import Message
from kith.people import actions as people
from kith.people import known_by
from kith.people import queries as who
from kith.people.models import User

from .writing import set_sooner, tell_owner

MANY = 500  # at one look; the next is soon


@action
def look_sooner(*, message: Message, by: Actor) -> Message:
    """“Please look at this sooner”: it moves up, and whoever has it is told again. Asked twice is asked once."""
    permit(by, Permission.WRITE_MESSAGES, message.individual)
    hold(message)
    refuse_if(rules.cannot_be_sooner(message))
    if message.sooner_at is None:
        set_sooner(message)
        tell_owner(message)
        trail.record("asked to look sooner", by=by, about=message, individual=message.individual)
    return message


def pass_on_what_waits(*, by: Actor) -> int:
    """Everything that is past its time goes on by one turn. Gives how many. Each by itself: what is stopped in the
    middle goes on at the next look."""
    gone = list(queries.with_somebody_gone(clock.now()).values_list("pk", flat=True)[:MANY])
    late = list(queries.past_its_time(clock.now()).values_list("pk", flat=True)[:MANY])
    placed = sum(_place_anew(message=Message.objects.get(pk=pk), by=by) for pk in gone)
    return placed + sum(_pass_on(message=Message.objects.get(pk=pk), by=by) for pk in late)


@action
def _place_anew(*, message: Message, by: Actor) -> bool:
    """Whoever had it works with them no more: it goes to whoever does."""
    permit(by, Permission.MOVE_MESSAGE, message.individual)
    hold(message)
    place = queue.place_for(message.individual, clock.now())
    if not message.is_waiting or place.owner == message.owner:
        return False
    message.owner, message.turn, message.read_by_day = place.owner, place.turn, place.read_by_day
    message.save(update_fields=["owner", "turn", "read_by_day"])
    _tell(message)
    trail.record("message passed on", by=by, about=message, individual=message.individual)
    return True


@action
def _pass_on(*, message: Message, by: Actor) -> bool:
    permit(by, Permission.MOVE_MESSAGE, message.individual)
    hold(message)
    now = clock.now()
    is_due = message.is_waiting and message.read_by_day <= now and message.turn != Message.Turn.MANAGER
    if not is_due:
        return False  # somebody was quicker
    cover = None if message.turn == Message.Turn.COVER else _somebody_else(message)
    message.owner = cover
    message.turn = Message.Turn.COVER if cover else Message.Turn.MANAGER
    message.read_by_day = queue.read_by(message.individual, now)
    message.save(update_fields=["owner", "turn", "read_by_day"])
    _tell(message)
    trail.record("message passed on", by=by, about=message, individual=message.individual)
    return True


def _somebody_else(message: Message) -> User | None:
    """Whoever else works with them now: a cover before somebody who also helps."""
    others = [each for each in who.working_with(message.individual) if each.user_id != message.owner_id]
    others.sort(key=lambda relation: relation.kind != relation.Kind.COVER)
    return next((each.user for each in others if each.user.is_active), None)


def _tell(message: Message) -> None:
    """Whoever has it now; managers learn that something waits, and not what it says."""
    told = [message.owner] if message.owner else known_by.managers_of(message.individual.team)
    for user in told:
        letters.post_notice(user, message)


@action
def hand_to(*, message: Message, user: User, by: Actor) -> Message:
    """A manager, or whoever has it, gives it to a colleague, who covers from now on and so may read it."""
    permit(by, Permission.MOVE_MESSAGE, message.individual)
    hold(message)
    refuse_if(rules.cannot_move_on(message))
    people.cover(user=user, individual=message.individual, by=by)
    message.owner, message.turn = user, Message.Turn.COVER
    message.read_by_day = queue.read_by(message.individual, clock.now())
    message.save(update_fields=["owner", "turn", "read_by_day"])
    tell_owner(message)
    trail.record("message handed on", by=by, about=message, individual=message.individual)
    return message
