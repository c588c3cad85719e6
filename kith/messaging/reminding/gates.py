"""Asked at the last moment before a reminder leaves: is it still then, and still to be done?"""

from kith.access import clock
from kith.messaging.models import Reminder
from kith.messaging.queries import reminding as queries
from kith.outbox import gates
from kith.people import gates as people
from kith.people.away import begins_to_cover
from kith.people.queries import works_with
from kith.people.there import there_instead

from .wording import LETTERS

AWAY = "They are away, and somebody covers for them."
NOT_YET = "They do not cover yet."
NOT_THEIRS = "They do not work with this person now."
NOT_THEN = "It was moved, called off or done before this left."


def reminder(letter) -> gates.Answer:
    """Not once it was moved, called off or done; then the gate of whoever it is to answers."""
    found = queries.reminder_of_letter(letter.public_id)
    if found is None or not queries.still_stands(found):
        return gates.HoldBack(NOT_THEN)
    return _to_worker(letter, found) if found.to else people.to_individual(letter)


def _to_worker(letter, reminder: Reminder) -> gates.Answer:
    """To whoever is there for that individual now. One who is not yet waits; one who is not any more, or is away
    while somebody covers, finds it on Today."""
    user, individual, now = reminder.to, reminder.individual, clock.now()
    if individual is None:
        return people.to_worker(letter)
    if there_instead(user, individual, now):
        return gates.HoldBack(AWAY)
    if not works_with(user, individual):
        begins = begins_to_cover(user, individual, now)
        return gates.Wait(NOT_YET, again_after=begins - now) if begins else gates.HoldBack(NOT_THEIRS)
    return people.to_worker(letter)


def kinds() -> list[str]:
    """Every kind of letter that passes here."""
    return sorted(set(LETTERS.values()))
