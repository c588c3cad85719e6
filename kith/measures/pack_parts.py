"""Small things of a pack's file, each looked at before it is used: words, whole numbers, days, lists."""

from datetime import date
from decimal import Decimal

from kith.questionnaires.located import Located, refuse_at
from kith.questionnaires.marks import plain

MOST_PARTS = 60
LARGEST = 1_000


def has_only(found: Located, *names: str) -> None:
    """What we would leave out turns the file away."""
    for name in found:
        if name not in names:
            refuse_at(found, f"“{name[:40]}” is not a part that a pack has here.")


def words(found: Located, name: str, longest: int) -> str:
    """Words that have to be there."""
    told = found.get(name)
    if not isinstance(told, str) or not told.strip():
        refuse_at(found, f"the pack has no “{name}” here.")
    return plain(found, name, longest)


def part(found: Located, name: str) -> Located:
    """An object inside."""
    inside = found.get(name)
    if not isinstance(inside, Located):
        refuse_at(found, f"the pack has no “{name}”.")
    return inside


def parts(found: Located, name: str) -> list[Located]:
    """A list of objects inside."""
    inside = found.get(name)
    if (
        not isinstance(inside, list)
        or len(inside) > MOST_PARTS
        or not all(isinstance(each, Located) for each in inside)
    ):
        refuse_at(found, f"“{name}” is not a list that a pack has here.")
    return inside


def names(found: Located, name: str) -> tuple[str, ...]:
    """A list of words, each once."""
    inside = found.get(name)
    is_list = isinstance(inside, list) and all(isinstance(each, str) for each in inside)
    if not isinstance(inside, list) or not is_list or len(set(inside)) < len(inside):
        refuse_at(found, f"“{name}” is not a list that a pack has here.")
    return tuple(inside)


def whole(found: Located, name: str) -> int:
    """A whole number that is not below nought."""
    told = found.get(name)
    if not isinstance(told, int) or isinstance(told, bool) or not 0 <= told <= LARGEST:
        refuse_at(found, f"“{name}” is not a whole number that a pack has here.")
    return told


def number(told: object, found: Located) -> Decimal:
    """A number of a bearable size."""
    if isinstance(told, bool) or not isinstance(told, int | Decimal) or not -LARGEST <= told <= LARGEST:
        refuse_at(found, "a number is not one that a pack can have.")
    return Decimal(told)


def between(found: Located, name: str) -> tuple[Decimal, Decimal]:
    """The smallest and the largest, as a list of two."""
    told = found.get(name)
    if not isinstance(told, list) or len(told) != 2:
        refuse_at(found, f"“{name}” has to be two numbers, the smallest and the largest.")
    return number(told[0], found), number(told[1], found)


def date_or_never(found: Located, name: str) -> date | None:
    """A day, or null for never."""
    told = found.get(name)
    if told is None:
        return None
    try:
        return date.fromisoformat(told) if isinstance(told, str) else refuse_at(found, _no_day(name))
    except ValueError:
        refuse_at(found, _no_day(name))


def _no_day(name: str) -> str:
    return f"“{name}” has to be a day like 2027-03-31, or null."
