"""Asked at the last moment before reminders leave: is it still then, and still to be done?"""

from kith.access import clock
from kith.messaging.models import Reminder
from kith.messaging.queries import reminding as queries
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import gates as people
from kith.people.away import begins_to_cover
from kith.people.queries import works_with
from kith.people.there import there_instead

from .wording import LETTERS

AWAY = "They are away, and somebody covers for them."
NOT_YET = "They do not cover yet."
NOT_THEIRS = "They do not work with this person now."
NOT_THEN = "It was moved, called off or done before this left."


def reminders(letters: list[Letter]) -> list[gates.Answer]:
    """Not once it was moved, called off or done; then the gate of whoever it is to answers. To individuals a few
    looks, however many they are."""
    standing = queries.letters_that_stand([letter.public_id for letter in letters])
    still = [letter for letter in letters if letter.public_id in standing]
    to_individuals = [letter for letter in still if not standing[letter.public_id].to]
    answers = dict(zip(_ids(to_individuals), people.to_individuals(to_individuals), strict=True))
    for letter in still:
        if letter.public_id not in answers:
            answers[letter.public_id] = _to_worker(letter, standing[letter.public_id])
    return [answers.get(letter.public_id, gates.HoldBack(NOT_THEN)) for letter in letters]


def _to_worker(letter: Letter, reminder: Reminder) -> gates.Answer:
    """To whoever is there for that individual now. One who is not yet waits; one who is not any more, or is away
    while somebody covers, finds it on Today."""
    user, individual, now = reminder.to, reminder.individual, clock.now()
    if individual is None:
        return people.to_workers([letter])[0]
    if there_instead(user, individual, now):
        return gates.HoldBack(AWAY)
    if not works_with(user, individual):
        begins = begins_to_cover(user, individual, now)
        return gates.Wait(NOT_YET, again_after=begins - now) if begins else gates.HoldBack(NOT_THEIRS)
    return people.to_workers([letter])[0]


def _ids(letters: list[Letter]) -> list[str]:
    return [letter.public_id for letter in letters]


def kinds() -> list[str]:
    """Every kind of letter that passes here."""
    return sorted(set(LETTERS.values()))
