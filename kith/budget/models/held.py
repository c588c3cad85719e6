"""What the database itself holds a lower amount to, whoever writes the row and however.

A row carries what stood before it (`was_…`), so that each rule is about one row. That those columns are true is held by
triggers (the second migration), as no constraint can look at another row.
"""

from django.db.models import CheckConstraint, F, Func, IntegerField, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual

from ..terms import LETTER, ONCE, REQUEST, SLIP, TIMES_A_YEAR

FIRST = Q(previous__isnull=True)
WAS = ("was_total_a_year", "was_their_part_a_year", "was_left_a_year", "was_status", "was_period", "was_decided_here")
NOT_LESS = (
    Q(total_a_year__gte=F("was_total_a_year"))
    & Q(their_part_a_year__gte=F("was_their_part_a_year"))
    & Q(left_a_year__gte=F("was_left_a_year"))
    & Q(status__gte=F("was_status"))
    & (~Q(period=ONCE) | Q(was_period=ONCE))
)
NOT_LOWER = FIRST | NOT_LESS


class DayNumber(Func):
    """A day as a whole number, so that days can be added to it by either database."""

    output_field = IntegerField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template="CAST(julianday(%(expressions)s) AS integer)", **context)

    def as_postgresql(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, template="(%(expressions)s - DATE '2000-01-01')", **context)


def said(name: str) -> Q:
    """More than spaces stands there."""
    return Q(GreaterThan(Length(Trim(name)), 0))


def _reckoned() -> Q:
    each = [
        Q(period=period, total_a_year=F("total") * times, their_part_a_year=F("their_part") * times)
        & Q(left_a_year=(F("total") - F("own_part")) * times)
        for period, times in TIMES_A_YEAR.items()
    ]
    return each[0] | each[1] | each[2] | each[3]


def _all_or_none() -> Q:
    none = all_of = Q()
    for name in WAS:
        none &= Q(**{f"{name}__isnull": True})
        all_of &= Q(**{f"{name}__isnull": False})
    return (FIRST & none) | (~FIRST & all_of)


LETTER_IS_THERE = Q(basis=LETTER) & said("words") & said("written_by")
REQUEST_IS_THERE = Q(basis=REQUEST, request_on__isnull=False) & said("request_words")
SLIP_IS_THERE = (
    Q(basis=SLIP, previous__isnull=False, decided_here=False, was_decided_here=False, status=F("was_status"))
    & (~Q(period=ONCE) | Q(was_period=ONCE))
    & said("words")
    & said("noticed_by")
    & said("what_was_wrong")
)
EVERYTHING_IS_THERE = (
    Q(looked_again_on__isnull=False, advocate_offered__isnull=False, notice_on__isnull=False)
    & Q(notice_days__isnull=False)
    & said("words")
    & said("need_changed")
    & said("how_met")
    & said("who_involved")
    & said("how_to_challenge")
    & Q(GreaterThanOrEqual(DayNumber("starts_on"), DayNumber("notice_on") + F("notice_days")))
)
SAME_DECIDER = Q(decided_here=F("was_decided_here"))


def constraints(of: str) -> list[CheckConstraint]:
    """What a decision and a proposal for one are held to alike. `of` makes the names each table's own."""
    held = {
        "reckoned_by_the_year": _reckoned(),
        "knows_what_was": _all_or_none(),
        "lower_has_a_letter": NOT_LOWER | LETTER_IS_THERE | REQUEST_IS_THERE | SLIP_IS_THERE,
        "slip_is_whole": ~Q(basis=SLIP) | SLIP_IS_THERE,
        "lower_keeps_who_decides": NOT_LOWER | SAME_DECIDER,
        "lower_here_has_all": NOT_LOWER | Q(decided_here=False) | EVERYTHING_IS_THERE,
    }
    return [CheckConstraint(name=f"{of}_{name}", condition=condition) for name, condition in held.items()]
