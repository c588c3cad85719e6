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
APART, NEAR = timedelta(days=20_000), timedelta(days=4_000)
APART_BY = 7_919  # numbers: what is reckoned from one is not another


@dataclass(frozen=True)
class Turn:
    """One time that a question is put together: when it is, and the first of the numbers that are given."""

    moment: datetime
    first_number: int
    direction: int = 1  # whether what is given later is larger or smaller

    def number(self, place: int) -> int:
        return self.first_number + self.direction * place * APART_BY

    def instant(self, place: int) -> datetime:
        return self.moment + self.direction * place * APART


# A Thursday in summer time just after midnight, as clocks in Britain go, where the day elsewhere is another; a Sunday
# in winter just before it; a Friday of a leap year. No number of months or years is as many days from all three.
# Numbers are below the largest that every column takes.
TURNS = (
    Turn(datetime(2303, 4, 1, 23, 10, 11, 123456, UTC), 2_000_000_000),
    Turn(datetime(2305, 12, 10, 23, 50, 40, 654321, UTC), 2_140_000_000, direction=-1),
    Turn(datetime(2308, 4, 24, 11, 5, 6, 777, UTC), 2_070_000_000),
)


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
        bare = value.pk if isinstance(value, Model) else value
        # PostgreSQL is told how wide a number's column is; by the number itself each width would be another question.
        return self.value.__class__(bare) if isinstance(bare, int) else bare


def is_filled_in(given: Any) -> bool:
    """Whether it may be another from time to time in one and the same question. What is empty or nought may not: a
    question may hang on that."""
    kind = given.__class__  # not `type`: whoever is signed in is fetched when somebody looks
    if issubclass(kind, Model):
        return given.pk is not None
    return kind in (date, datetime) or (kind in (int, str) and bool(given))


def shape_of(given: Any) -> Hashable:
    """What two things given have in common when they may be asked with the same statement."""
    if isinstance(given, list | tuple):
        return tuple(map(shape_of, given))
    kind = given.__class__
    if is_filled_in(given):
        return kind
    if given is None or isinstance(given, bool | int | str | Enum | frozenset):
        return kind, given
    raise TypeError(f"A statement is not kept for such a {kind.__name__}.")


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


def instead_of(given: tuple, alias: str, turn: Turn) -> tuple:
    """The same shape with nobody's values. A row knows no more of itself than its key."""
    places = count(1)

    def invented(real: Any) -> Any:
        if isinstance(real, list | tuple):
            return type(real)(map(invented, real))
        kind, place = real.__class__, next(places)
        if not is_filled_in(real):
            return real
        if issubclass(kind, date):
            return turn.instant(place) if kind is datetime else turn.instant(place).date()
        number = turn.number(place)
        if issubclass(kind, Model):
            return kind.from_db(alias, [kind._meta.pk.attname], [number])
        return number if kind is int else f" Stands İn für {number} "

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
