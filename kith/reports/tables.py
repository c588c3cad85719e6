"""A report as a table: every figure of every quarter, as it was told."""

from collections.abc import Iterator

from kith.outbox.spreadsheets import as_csv

from .figures import BARRIERS, INTERESTS, OF_SAFETY
from .queries import Report, Row
from .safe import NOT_TOLD

SHARE = "Share who are not paid"
NOT_COUNTED = "not counted then"
SHARE_IS = "Of the people in lives, so many in a hundred, worked out from the two rounded numbers."


def csv_of(report: Report) -> bytes:
    """With what is counted beside each figure, so that a table that is passed on explains itself."""
    year = ["The year"] if report.period.is_year else []
    head = [
        ["Report of", report.of_whom],
        ["Time", report.period.words],
        ["Prepared on", f"{report.made_on:%d %B %Y}"],
        ["How", "Rounded to the nearest 5; nothing of fewer than 10 people"],
    ]
    titles = ["Figure", *report.quarters, *year, "What is counted"]
    return as_csv([*head, [], titles, *lines_of(report)])


def lines_of(report: Report) -> Iterator[list[str]]:
    """One for each figure, as on the page, with what is counted; then what is named without a number."""
    counts = {row.figure.title: row.figure.counts for row in report.rows.values()} | {SHARE: SHARE_IS}
    yield from ([*line, counts[line[0]]] for line in numbers_of(report))
    named = (report.rows[each.key] for each in (BARRIERS, INTERESTS))
    yield from ([*_line(report, row), row.figure.counts] for row in named)


def in_words(cell, nothing: str = "") -> str:
    """A number, why there is none, or names one after the other. Where `nothing` is named, or an older quarter
    holds nothing of it, that is said: an empty place would look like a fault."""
    return ("; ".join(cell) or nothing) if isinstance(cell, list) else str(cell) or NOT_COUNTED


def numbers_of(report: Report, *, of_safety: bool = True) -> list[list[str]]:
    """The rows of the table on the page: each quarter, and the year where quarters add up to one. `of_safety`: with
    worries and what went astray, last."""
    last = [each.key for each in OF_SAFETY if each.key in report.rows]
    rows = [_line(report, row) for key, row in report.rows.items() if key not in (BARRIERS.key, INTERESTS.key, *last)]
    year = [""] if report.period.is_year else []
    share = [SHARE, *(NOT_TOLD if each is None else f"{each}%" for each in report.shares), *year]
    return [*rows, share, *(_line(report, report.rows[key]) for key in last if of_safety)]


def _line(report: Report, row: Row) -> list[str]:
    cells = (in_words(cell, row.figure.nothing) for cell in row.cells)
    return [row.figure.title, *cells, *([str(row.total)] if report.period.is_year else [])]
