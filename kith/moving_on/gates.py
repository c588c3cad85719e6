"""Asked at the last moment before a letter about their page leaves: does it still end on that day?"""

from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import gates as people

from . import queries

PUT_OFF = "Their page stays longer by now, or they are back."


def your_page(letters: list[Letter]) -> list[gates.Answer]:
    """Not once it was put off; then the individual's own gate answers."""
    told = queries.told_of_letters([letter.public_id for letter in letters])
    standing = {public_id for public_id, each in told.items() if each.individual.page_ends_on == each.on}
    return people.where_it_stands(letters, standing, PUT_OFF)


def how_it_goes(letters: list[Letter]) -> list[gates.Answer]:
    """Not once somebody works with them again; so it is of the letter that they stopped, too."""
    told = queries.told_of_letters([letter.public_id for letter in letters])
    standing = {public_id for public_id, each in told.items() if each.individual.moved_on_at}
    return people.where_it_stands(letters, standing, PUT_OFF)
