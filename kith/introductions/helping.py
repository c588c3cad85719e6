"""What helps somebody, in the lines they said themselves: a place hears of those alone that they pick."""

from kith.about_me import queries as about_me
from kith.about_me.models import Kind


def lines_to_pick(individual) -> list[str]:
    """Every live line, once each. One look."""
    return list(dict.fromkeys(line.words for line in about_me.lines_of(individual).get(Kind.HELPS.value, [])))
