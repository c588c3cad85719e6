"""The one rule of every total: how many people stand behind whatever is told of several, and how roughly it is told."""

LEAST = 10
STEP = 5


def in_fives(number: int) -> int:
    """The nearest number that may be told."""
    return STEP * round(number / STEP)
