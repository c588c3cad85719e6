"""Asked at the last moment before a reminder leaves: is it still then, and still to be done?"""

from kith.messaging.queries import reminding as queries
from kith.outbox import gates
from kith.people import gates as people

from .wording import LETTERS

NOT_THEN = "It was moved, called off or done before this left."


def reminder(letter) -> gates.Answer:
    """Not once it was moved, called off or done; then the gate of whoever it is to answers."""
    found = queries.reminder_of_letter(letter.public_id)
    if found is None or not queries.still_stands(found):
        return gates.HoldBack(NOT_THEN)
    return people.to_worker(letter) if found.to_id else people.to_individual(letter)


def kinds() -> list[str]:
    """Every kind of letter that passes here."""
    return sorted(set(LETTERS.values()))
