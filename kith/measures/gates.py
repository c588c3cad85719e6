"""Asked at the last moment before the quiet reminder leaves: is it still of use, and still wanted?"""

from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import gates as people

from . import queries

NOT_NEEDED = "They looked since then, or want no more of these."


def how_are_things(letters: list[Letter]) -> list[gates.Answer]:
    """Not once they answered or said “no more”; then the individual's own gate answers."""
    nudges = queries.nudges_of([letter.public_id for letter in letters])
    standing = {letter for letter, nudge in nudges.items() if queries.still_helps(nudge)}
    return people.where_it_stands(letters, standing, NOT_NEEDED)
