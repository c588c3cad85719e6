"""Every kept statement that any test asks is compared with what Django would have asked at that moment: once in each
process for the very same values, under the same settings, in the same hour. Tests ask the same again and again, and
what a question is made of may hang on nothing else."""

import re
from collections.abc import Hashable
from datetime import datetime
from functools import wraps
from itertools import groupby

from django.core.signals import setting_changed
from django.db import connections

from kith.access import clock, stand_ins
from kith.access.kept import Statement, params

asked_with = Statement.asked_with
A_LIST = re.compile(r"(%s, )+%s")
seen: dict[Hashable, Statement] = {}  # held as well as seen, so that none is taken for another that is gone
set_to: dict[str, str] = {}  # whatever a test changed, and changed back


@wraps(asked_with)
def compared(self: Statement, given: tuple, alias: str) -> list:
    asks = (id(self), alias, frozenset(set_to.items()), *map(_to_the_hour, stand_ins.values_of(given)))
    if asks in seen:
        return asked_with(self, given, alias)
    with clock.at(clock.now()):  # for both the same
        sql, given_apart = self.build(*given).query.get_compiler(using=alias).as_sql()
        own, other = (
            _told(self.sql, params(self.places, stand_ins.values_of(given), alias)),
            _told(sql, _sent(given_apart, alias)),
        )
        assert own == other, f"{self.build.__qualname__}: {own} is not {other}"
        seen[asks] = self
        return asked_with(self, given, alias)


def hears_of(setting: str, value: object, **_more: object) -> None:
    """Another setting makes it another question."""
    set_to[setting] = repr(value)


def _to_the_hour(value: Hashable) -> Hashable:
    return value.replace(minute=0, second=0, microsecond=0) if isinstance(value, datetime) else value


def _told(sql: str, params: tuple) -> tuple:
    """Lists are filled up with their last; Django leaves out what is there twice. A number is as wide as its column."""
    return A_LIST.sub("%s", sql), [(each, type(each)) for each, _ in groupby(params)]


def _sent(params: tuple, alias: str) -> tuple:
    """Days and instants, which Django leaves to its connection at times."""
    as_sent = connections[alias].ops.adapt_unknown_value
    return tuple(as_sent(each) if hasattr(each, "isoformat") else each for each in params)


def compare() -> None:
    """From now on, in this process."""
    Statement.asked_with = compared
    setting_changed.connect(hears_of)
