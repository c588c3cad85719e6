"""What the page and the sheet of paper show of a report: the same, but that the sheet has no room for safety."""

from typing import Any

from . import pictures, tables
from .figures import EVERY, OF_SAFETY
from .queries import Report

IN_PARTS = {each.title for each in OF_SAFETY if not each.adds_up}


def shown_of(report: Report) -> dict[str, Any]:
    """By the names that the templates use."""
    year = ("The year",) if report.period.is_year else ()
    return {
        "report": report,
        "introductions": pictures.introductions(report),
        "meetings": pictures.meetings(report),
        "share": report.over_time[-1].share,
        "share_line": pictures.unpaid_share(report),
        "columns": ("What is told", *report.quarters, *year),
        "numbers": _on_the_page(report),
        "on_paper": tables.numbers_of(report, of_safety=False),
        "figures_on_paper": EVERY,
        "figures": [row.figure for row in report.rows.values()],
    }


def _on_the_page(report: Report) -> list[list[str]]:
    """What is told in parts has a line for each of them; of a year it stands with its quarters."""
    lines = [line for line in tables.numbers_of(report) if not (report.period.is_year and line[0] in IN_PARTS)]
    return [[cell.replace("; ", "\n") for cell in line] for line in lines]
