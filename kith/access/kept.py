"""Questions that are put into the database's language once, and then asked again with other values.

Django builds and compiles each question anew; that takes longer than the database takes to answer it. `kept` goes round
a function that gives a queryset. The first time it is asked something of a shape it is built three times, for invented
values at invented times, and what differs between them is what was given. Where anything else differs nothing is kept,
and it is asked as usual. No value of anybody is in what is kept, and no answer.
"""

import logging
from collections.abc import Callable, Hashable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from django.utils import timezone

from . import clock, stand_ins
from .replica import reads_from
from .written_out import written_out

log = logging.getLogger("kith.kept")
T = TypeVar("T", bound=Model)
MOST = 50  # shapes of one question
NOT_YET = object()
not_kept: set[str] = set()  # for a test: what was marked to be kept and cannot be


class AsksMore(Exception):
    """While a question is put together nothing may be asked: no row is there for invented values."""


@dataclass(frozen=True)
class Statement:
    """One question with places left open, and what Django makes rows into objects with."""

    build: Callable[..., QuerySet]
    found: Any  # a queryset; of its insides no type knows
    compiler: SQLCompiler
    sql: str
    places: list[stand_ins.Place]
    written: str  # with what always stands in it written out
    open_places: list[stand_ins.Place]
    standing: list
    converters: dict

    def is_like(self, other: "Statement", alias: str) -> bool:
        """Whether they differ in nothing but what was given. A `Prefetch` with a question of its own would hold
        invented values."""
        again = params(self.places, other.standing, alias)
        is_same = self.sql == other.sql and again == tuple(place.value for place in other.places)
        return is_same and all(isinstance(each, str) for each in self.found._prefetch_related_lookups)

    def asked_with(self, given: tuple, alias: str) -> list:
        """The rows, for these values."""
        compiler, found, values = copy(self.compiler), self.found.all(), stand_ins.values_of(given)
        compiler.connection, filled = connections[alias], params(self.open_places, values, alias)
        vars(compiler)["as_sql"] = lambda *_args, **_kwargs: (self.written, filled)
        vars(compiler)["get_converters"] = lambda _columns: self.converters
        vars(found.query)["get_compiler"] = lambda *_args, **_kwargs: compiler
        found._known_related_objects = dict(self._known(values))
        return list(found)

    def _known(self, values: list) -> Iterator[tuple[Any, dict]]:
        """Whose rows they are: Django gives each the very object that it was asked through."""
        for field, objects in self.found._known_related_objects.items():
            real = [value for value, other in zip(values, self.standing, strict=True) if other in objects.values()]
            yield field, {each.pk: each for each in real}


def kept(build: Callable[..., QuerySet[T]]) -> Callable[..., list[T]]:
    """The same question, answered as a list. Give it rows, whole numbers, words, days, instants, or lists of them to
    look for any of; what else it is given (None, a yes or no, one of a few) is another shape, and so is what is empty
    or nought. Of anything else, another question for instance, nothing can be told: that is a TypeError."""
    known: dict[Hashable, Statement | None] = {}

    @wraps(build)
    def asked(*given: Any) -> list[T]:
        alias, even = reads_from(), stand_ins.evened(given)
        shape = (alias, timezone.get_current_timezone_name(), *map(stand_ins.shape_of, even))
        statement: Any = known.get(shape, NOT_YET)
        if statement is NOT_YET:
            if len(known) >= MOST:
                known.clear()
            statement = known[shape] = _made(build, even, alias)
        if statement is None:
            return list(build(*given))
        return statement.asked_with(even, alias)

    return asked


def _made(build: Callable[..., QuerySet], given: tuple, alias: str) -> Statement | None:
    """None where what it asks hangs on more than where the values stand."""
    try:
        first, *others = (_built(build, given, alias, turn) for turn in stand_ins.TURNS)
        if all(first.is_like(other, alias) for other in others):
            return first
    except EmptyResultSet:  # of an empty list: Django asks nothing then
        return None
    except (AsksMore, AttributeError, TypeError, ValueError, OverflowError) as problem:
        log.warning("%s wants to know more than where its values stand: %s", build.__qualname__, problem)
    not_kept.add(f"{build.__module__}.{build.__qualname__}")
    return None


def _built(build: Callable[..., QuerySet], given: tuple, alias: str, turn: stand_ins.Turn) -> Statement:
    invented = stand_ins.instead_of(given, alias, turn)
    with clock.at(turn.moment), connections[alias].execute_wrapper(_asks_more):
        found = build(*invented)
        standing = stand_ins.values_of(invented)
        compiler = found.query.get_compiler(using=alias)
        sql, params = compiler.as_sql()
    places = [stand_ins.place_of(param, standing) for param in params]
    converters = compiler.get_converters([column for column, _, _ in compiler.select[: compiler.col_count]])
    written = written_out(sql, places)
    compiler.connection = None  # whoever asks does so through their own
    return Statement(build, found, compiler, sql, places, *written, standing, converters)


def params(places: list[stand_ins.Place], values: list, alias: str) -> tuple:
    """What stands at these places, as this database takes it."""
    connection = connections[alias]
    return tuple(place.filled(values, connection) for place in places)


def _asks_more(*_args: Any) -> None:
    raise AsksMore
