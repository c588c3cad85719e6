"""What a decision about a Personal Budget says, before it is kept, and how two are compared.

Amounts are pence. To compare two, each is reckoned by the year: a week is one of 52, four weeks are one of 13. A sum
that is paid once is never as much as one that comes again.
"""

from dataclasses import asdict, dataclass
from datetime import date

TIMES_A_YEAR = {"week": 52, "four weeks": 13, "year": 1, "once": 1}
ONCE = "once"
IN_USE = 3
LETTER, REQUEST, SLIP = "letter", "request", "slip"
COMPARED = ("total_a_year", "their_part_a_year", "left_a_year", "status", "period", "decided_here")


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What whoever decides wrote. The second half is told of a lower amount alone."""

    total: int
    own_part: int
    their_part: int
    period: str
    decided_by: str
    written_by: str
    words: str
    written_on: date
    told_on: date
    starts_on: date
    pays_for: str
    status: int = IN_USE
    paid_as: str = "arranged"
    decided_here: bool = False
    total_from: str = ""
    own_part_from: str = ""
    their_part_from: str = ""
    why: str = ""
    review_on: date | None = None

    basis: str = ""
    request_words: str = ""
    request_on: date | None = None
    looked_again_on: date | None = None
    need_changed: str = ""
    how_met: str = ""
    who_involved: str = ""
    advocate_offered: bool | None = None
    notice_on: date | None = None
    how_to_challenge: str = ""
    noticed_by: str = ""
    what_was_wrong: str = ""

    @property
    def total_a_year(self) -> int:
        return self.total * TIMES_A_YEAR[self.period]

    @property
    def their_part_a_year(self) -> int:
        return self.their_part * TIMES_A_YEAR[self.period]

    @property
    def left_a_year(self) -> int:
        """What is left of all of it after what the person pays."""
        return (self.total - self.own_part) * TIMES_A_YEAR[self.period]

    def kept(self) -> dict:
        """As columns of a row."""
        told = {name: value.strip() if isinstance(value, str) else value for name, value in asdict(self).items()}
        return told | {name: getattr(self, name) for name in ("total_a_year", "their_part_a_year", "left_a_year")}

    def is_lower_than(self, before) -> bool:
        """Whether less would come than by the decision `before`: less in all, less from whoever pays, less after what
        the person pays, once in place of again and again, or less settled than it was. Before the first decision
        there is nothing to be less than."""
        if before is None:
            return False
        ends_coming = self.period == ONCE and before.period != ONCE
        sums = ("total_a_year", "their_part_a_year", "left_a_year")
        less = any(getattr(self, name) < getattr(before, name) for name in sums)
        return less or ends_coming or self.status < before.status

    def hands_over(self, before) -> bool:
        """Whether the organisation decided before, and somebody else decides now: then less is asked of a lower one."""
        return before is not None and before.decided_here and not self.decided_here

    def needs_two_people(self, before) -> bool:
        """Whether one person alone may not write it down."""
        return self.is_lower_than(before) or self.hands_over(before)


def as_before(before) -> dict:
    """What a row keeps of the decision before it, so that the database can compare the two."""
    return {"previous": before} | {f"was_{name}": getattr(before, name, None) for name in COMPARED}
