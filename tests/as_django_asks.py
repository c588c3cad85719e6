"""Every kept statement that any test asks is compared with what Django would have asked at that moment."""

import re
from functools import wraps
from itertools import groupby

from django.db import connections

from kith.access import clock, stand_ins
from kith.access.kept import Statement

asked_with = Statement.asked_with
A_LIST = re.compile(r"(%s, )+%s")


@wraps(asked_with)
def compared(self: Statement, given: tuple, alias: str) -> list:
    with clock.at(clock.now()):  # for both the same
        sql, params = self.build(*given).query.get_compiler(using=alias).as_sql()
        own, other = _told(self.sql, self.params(stand_ins.values_of(given), alias)), _told(sql, _sent(params, alias))
        assert own == other, f"{self.build.__qualname__}: {own} is not {other}"
        return asked_with(self, given, alias)


def _told(sql: str, params: tuple) -> tuple:
    """Lists are filled up with their last; Django leaves out what is there twice."""
    return A_LIST.sub("%s", sql), [each for each, _ in groupby(params)]


def _sent(params: tuple, alias: str) -> tuple:
    """Days and instants, which Django leaves to its connection at times."""
    as_sent = connections[alias].ops.adapt_unknown_value
    return tuple(as_sent(each) if hasattr(each, "isoformat") else each for each in params)


def compare() -> None:
    """From now on, in this process."""
    Statement.asked_with = compared
