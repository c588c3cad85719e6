"""Asked at the last moment before a question leaves: is there still something to ask? For a few letters in one look."""

from kith.messaging.queries import asking as queries
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import gates as people

NOTHING_TO_ASK = "There was nothing left to ask."
ASKED_AGAIN = "They are asked again, so this was not needed."


def did_you_go(letters: list[Letter]) -> list[gates.Answer]:
    """Not once it was told of, paused, finished or switched off; then the individual's own gate answers."""
    open_ones = queries.letters_still_asking([letter.public_id for letter in letters])
    return people.where_it_stands(letters, open_ones, NOTHING_TO_ASK)


def leaving_be(letters: list[Letter]) -> list[gates.Answer]:
    """Only while they are being left be: whoever asked to be asked again needs no such letter."""
    goals = {letter.public_id: letter.cause.removeprefix("goal ") for letter in letters}
    resting = queries.goals_left_be(goals.values())
    standing = {public_id for public_id, goal in goals.items() if goal in resting}
    return people.where_it_stands(letters, standing, ASKED_AGAIN)
