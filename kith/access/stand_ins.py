"""Invented values that stand for real ones while a question is put together, so that each is found again in it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from itertools import count
from typing import Any

from django.db.models import Model

from . import clock

NO_NUMBER = -1
# A day in May, then one in September of a leap year: another day of the week and time of day, and as many months or a
# year before them are not as many days.
BEGINS, SHIFT = datetime(2301, 12, 26, 9, 30, 11, 123456, UTC), timedelta(days=500, hours=5, minutes=17)
APART, NEAR = timedelta(days=20_000), timedelta(days=4_000)
NUMBERS = (2_000_000_000, 2_070_000_000)  # below the largest that every column takes


@dataclass(frozen=True)
class Place:
    """Where one value goes: which of those given, and how long before or after it. Or what always stands there."""

    value: Any
    number: int = NO_NUMBER
    later: timedelta = timedelta()

    def filled(self, values: list, connection: Any) -> Any:
        """What stands there for these values, as the database takes it."""
        if self.number == NO_NUMBER:
            return self.value
        value = values[self.number]
        if isinstance(value, datetime):
            return connection.ops.adapt_datetimefield_value(value + self.later)
        if isinstance(value, date):
            return connection.ops.adapt_datefield_value(value + self.later)
        return value.pk if isinstance(value, Model) else value


def is_filled_in(kind: type) -> bool:
    """Whether values of this kind may differ from time to time in one and the same question."""
    return kind in (int, str, date, datetime) or issubclass(kind, Model)


def shape_of(given: Any) -> Hashable:
    """What two things given have in common when they may be asked with the same statement."""
    if isinstance(given, list | tuple):
        return tuple(map(shape_of, given))
    kind = given.__class__  # not `type`: whoever is signed in is fetched when somebody looks
    if is_filled_in(kind):
        return kind
    if given is None or isinstance(given, bool | Enum | frozenset):
        return kind, given
    raise TypeError(f"A statement is not kept for a {kind.__name__}.")


def evened(given: tuple) -> tuple:
    """With lists made as long as the next power of two, so that there are few shapes. Any of A, B and C is any of
    A, B, C and C."""
    return tuple(_longer(each) if isinstance(each, list | tuple) and each else each for each in given)


def _longer(given: Sequence) -> list:
    missing = (1 << (len(given) - 1).bit_length()) - len(given)
    return [*given, *([given[-1]] * missing)]


def values_of(given: tuple) -> list:
    """One after the other, after the time it is; lists opened out."""
    values: list = [clock.now(), clock.today()]
    for each in given:
        values.extend(each if isinstance(each, list | tuple) else (each,))
    return values


def moment(turn: int) -> datetime:
    """The invented time it is."""
    return BEGINS + turn * SHIFT


def instead_of(given: tuple, alias: str, turn: int) -> tuple:
    """The same shape with nobody's values. A row knows no more of itself than its key."""
    numbers, days = count(1), count(1)

    def invented(real: Any) -> Any:
        if isinstance(real, list | tuple):
            return type(real)(map(invented, real))
        kind = real.__class__
        if not is_filled_in(kind):
            return real
        if issubclass(kind, date):
            instant = moment(turn) + next(days) * APART
            return instant if kind is datetime else instant.date()
        number = NUMBERS[turn - 1] + next(numbers)
        if issubclass(kind, Model):
            return kind.from_db(alias, [kind._meta.pk.attname], [number])
        return number if kind is int else f"stands in for {number}"

    return tuple(map(invented, given))


def place_of(param: Any, standing: list) -> Place:
    """Which of the values that stand there this is."""
    for number, value in enumerate(standing):
        bare = value.pk if isinstance(value, Model) else value
        if bare.__class__ in (int, str) and param == bare:
            return Place(param, number)
        if isinstance(bare, date) and (later := _how_much_later(param, bare)) is not None:
            return Place(param, number, later)
    return Place(param)


def _how_much_later(param: Any, value: date) -> timedelta | None:
    """None where they are no such pair, or far apart."""
    told = _time_in(param)
    if told is None or isinstance(told, datetime) != isinstance(value, datetime):
        return None
    later = told - value
    return later if abs(later) < NEAR else None


def _time_in(param: Any) -> date | None:
    """A day or an instant, as databases are given them."""
    if isinstance(param, str):
        for kind in (date, datetime):
            try:
                param = kind.fromisoformat(param)
                break
            except ValueError:
                continue
    if isinstance(param, datetime) and param.tzinfo is None:
        return param.replace(tzinfo=UTC)
    return param if isinstance(param, date) else None
