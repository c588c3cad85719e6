"""Asked at the last moment before reminders leave: is it still then, and still to be done?"""

from kith.messaging.queries import reminding as queries
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import gates as people

from .wording import LETTERS

NOT_THEN = "It was moved, called off or done before this left."


def reminders(letters: list[Letter]) -> list[gates.Answer]:
    """Not once it was moved, called off or done; then the gate of whoever it is to answers. A few looks, however
    many they are."""
    standing = queries.letters_that_stand([letter.public_id for letter in letters])
    still = [letter for letter in letters if letter.public_id in standing]
    to_workers = [letter for letter in still if standing[letter.public_id].to_id]
    to_individuals = [letter for letter in still if not standing[letter.public_id].to_id]
    answers = dict(zip(_ids(to_workers), people.to_workers(to_workers), strict=True))
    answers |= zip(_ids(to_individuals), people.to_individuals(to_individuals), strict=True)
    return [answers.get(letter.public_id, gates.HoldBack(NOT_THEN)) for letter in letters]


def _ids(letters: list[Letter]) -> list[str]:
    return [letter.public_id for letter in letters]


def kinds() -> list[str]:
    """Every kind of letter that passes here."""
    return sorted(set(LETTERS.values()))
