"""A message that nobody reads in time goes on: to whoever covers, then to the manager. Nothing is closed by time."""

from collections import Counter
from collections.abc import Callable

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.messaging import queries, queue, rules, sweeping
from kith.messaging.models import Message, WordToTeam
from kith.people import actions as people
from kith.people import away as times
from kith.people.models import User
from kith.people.there import who_else_is_there

from .writing import set_sooner, tell_whoever_has_it

LEFT = "left"


@action
def look_sooner(*, message: Message, by: Actor) -> Message:
    """“Please look at this sooner”: it moves up, and whoever has it is told again. Asked twice is asked once."""
    permit(by, Permission.WRITE_MESSAGES, message.individual)
    hold(message)
    refuse_if(rules.cannot_be_sooner(message))
    if message.sooner_at is None:
        set_sooner(message)
        tell_whoever_has_it(message, sooner=True)
        trail.record("asked to look sooner", by=by, about=message, individual=message.individual)
    return message


def pass_on_what_waits(*, by: Actor, goes_on: Callable[[], bool] = sweeping.never_stops) -> Counter[str]:
    """What waits for somebody who is not there goes to whoever is; what is past its time goes on by one turn. Each by
    itself: one that stumbles stops no other. Gives counts: placed, passed on, told again, left."""
    counts: Counter[str] = Counter()
    for kind in (Message, WordToTeam):
        gone, late = queries.with_somebody_gone(clock.now(), kind), queries.past_its_time(clock.now(), kind)
        counts += sweeping.go_through(gone, lambda message: _place_anew(message=message, by=by), goes_on)
        counts += sweeping.go_through(late, lambda message: _pass_on(message=message, by=by), goes_on)
    return counts


@action
def _place_anew(*, message: Message | WordToTeam, by: Actor) -> str:
    """Whoever had it is not there: it goes to whoever is."""
    permit(by, Permission.MOVE_MESSAGE, message.individual)
    hold(message)
    place = queue.place_for(message.individual, clock.now())
    if not message.is_waiting or place.owner == message.owner:
        return LEFT
    return _moved(message, place.owner, place.turn, by, "placed")


@action
def _pass_on(*, message: Message | WordToTeam, by: Actor) -> str:
    permit(by, Permission.MOVE_MESSAGE, message.individual)
    hold(message)
    if not message.is_waiting or message.read_by_day > clock.now():
        return LEFT  # somebody was quicker
    is_with_manager = message.turn == Message.Turn.MANAGER
    is_with_worker = message.turn == Message.Turn.WORKER and message.individual is not None
    cover = who_else_is_there(message.individual, clock.now(), message.owner_id) if is_with_worker else None
    turn = Message.Turn.COVER if cover else Message.Turn.MANAGER
    return _moved(message, cover, turn, by, "told again" if is_with_manager else "passed on", is_late=True)


def _moved(  # noqa: PLR0913 - what, to whom, and how
    message: Message | WordToTeam, owner: User | None, turn: int, by: Actor, what: str, *, is_late: bool = False
) -> str:
    """With somebody else, and a reading day of its own; they are told. A manager is told again until it is read."""
    team = message.individual.team if message.individual else message.team
    message.owner, message.turn = owner, turn
    message.read_by_day = queue.read_by(team, clock.now())
    message.save(update_fields=["owner", "turn", "read_by_day"])
    tell_whoever_has_it(message, is_late=is_late)
    read_by_them = message.individual if isinstance(message, Message) else None  # of the rest they hear by a copy
    trail.record("message passed on", by=by, about=message, individual=read_by_them, detail=what)
    return what


@action
def hand_to(*, message: Message, user: User, by: Actor) -> Message:
    """A manager gives it to a colleague, who covers from now on and so may read it."""
    permit(by, Permission.MOVE_MESSAGE, message.individual)
    hold(message)
    refuse_if(rules.cannot_move_on(message, user, is_away=times.away_now(user) is not None))
    people.cover(user=user, individual=message.individual, by=by)
    message.owner, message.turn = user, Message.Turn.COVER
    message.read_by_day = queue.read_by(message.individual.team, clock.now())
    message.save(update_fields=["owner", "turn", "read_by_day"])
    tell_whoever_has_it(message)
    trail.record("message handed on", by=by, about=message, individual=message.individual)
    return message
