"""A report as a table: every figure of every quarter, as it was told."""

from collections.abc import Iterator

from kith.outbox.spreadsheets import as_csv

from .queries import Report, Row


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
    """One for each figure."""
    for row in report.rows.values():
        total = [str(row.total)] if report.period.is_year else []
        yield [row.figure.title, *map(in_words, row.cells), *total, row.figure.counts]


def in_words(cell) -> str:
    """A number, why there is none, or names one after the other."""
    return "; ".join(cell) if isinstance(cell, list) else str(cell)


def numbers_of(report: Report) -> list[list[str]]:
    """The rows of the table on the page: numbers alone, each quarter and the year."""
    return [_with_total(report, row) for row in report.rows.values() if not isinstance(row.cells[0], list)]


def _with_total(report: Report, row: Row) -> list[str]:
    return [row.figure.title, *map(in_words, row.cells), *([str(row.total)] if report.period.is_year else [])]
