"""What emails and texts share once it is known whose they are. All of it within the action that takes them in."""

from kith.access import clock, trail
from kith.access.actor import Actor
from kith.access.encryption import seal
from kith.access.public_ids import public_id_from
from kith.goals.models import Goal
from kith.messaging import letters, queries, queue
from kith.messaging.found import found_in
from kith.messaging.models import Arrival, Attachment, Message
from kith.messaging.queries.receipts import had_enough
from kith.messaging.reading.files import Kept
from kith.people import known_by
from kith.people.models import Individual, Team
from kith.people.who_reads import who_reads

from .writing import keep, tell_whoever_has_it


def from_them(  # noqa: PLR0913 - who, what, about what, and how sure
    individual: Individual, words: str, about, arrival: Arrival, *, is_theirs: bool, is_told: bool, **said
) -> Message:
    """In the queue, beside what it is about. `is_theirs`: they sent it themselves. `is_told`: a line goes back to them
    that it arrived; never in answer to a machine, nor for what came from another address."""
    about = about or _told_by_its_result(individual, words)
    by = Actor.sent_in(individual) if is_theirs else Actor.system()
    said |= {"said_by": Message.SaidBy.INDIVIDUAL, "author_id": individual.user_id if is_theirs else None}
    message = keep(individual, words, about, typed=is_theirs, way=arrival.way, **said)
    _offer_what_is_found(message)
    tell_whoever_has_it(message)
    if is_told:
        _say_it_arrived(message, arrival)
    trail.record("message came in", by=by, about=message, individual=individual)
    return message


def from_a_place(introduction, words: str, arrival: Arrival, **said) -> Message:
    """A place wrote back by email: its words stand with the introduction, and wait for the worker."""
    said |= {"said_by": Message.SaidBy.HOST, "author_id": None, "way": arrival.way}
    message = keep(introduction.individual, words, introduction, typed=False, **said)
    tell_whoever_has_it(message)
    trail.record("a place wrote back", by=Actor.system(), about=message, individual=introduction.individual)
    return message


def from_unknown(words: str, arrival: Arrival, *, team: Team | None = None, **said) -> Message:
    """Nobody's yet: a team sorts it, and its manager is told. Whoever sent it is answered by a person or not at all."""
    team, now = team or known_by.team_for_the_unknown(), clock.now()
    said |= {"said_by": Message.SaidBy.UNKNOWN, "team": team, "way": arrival.way, "turn": Message.Turn.MANAGER}
    message = Message.objects.create(words=words.strip(), at=now, read_by_day=queue.read_by(team, now), **said)
    tell_whoever_has_it(message)
    return message


def keep_pictures(message: Message, pictures: list[Kept], arrival: Arrival) -> None:
    """Each in a file of its own, sealed. A file stays when a transaction does not, so each has its name from what it
    came with: tried again, it is written over."""
    for number, picture in enumerate(pictures, 1):
        named = {"public_id": public_id_from(f"{arrival.public_id} picture {number}"), "name": picture.name}
        kept = Attachment.objects.create(message=message, size=len(picture.data), **named)
        queries.file_of(kept).write_bytes(seal(picture.data))


def _told_by_its_result(individual: Individual, words: str) -> Goal | None:
    """With nothing said of what it is about: the one goal going on in whose measure there is a result in it."""
    going = individual.goals.filter(state=Goal.State.IN_PLAY, measured_in=Goal.Measure.TIME)
    only = list(going[:2])
    return only[0] if len(only) == 1 and found_in(words, only[0]) else None


def _offer_what_is_found(message: Message) -> None:
    message.found = found_in(message.words, message.goal)
    if message.found:
        message.found_is = Message.Found.WAITS
        message.save(update_fields=["found", "found_is"])


def _say_it_arrived(message: Message, arrival: Arrival) -> None:
    if not had_enough(message.individual, letters.LINES):
        reader = who_reads(message.individual, clock.now())
        letters.post_arrived(message, reader, once=f"arrived {arrival.public_id}")
