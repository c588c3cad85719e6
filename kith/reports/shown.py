"""What the page and the sheet of paper show of a report: the same, but that the sheet has no room for safety."""

from typing import Any

from . import pictures, tables
from .figures import EVERY
from .queries import Report


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
        "numbers": tables.numbers_of(report),
        "on_paper": tables.numbers_of(report, of_safety=False),
        "figures_on_paper": EVERY,
        "figures": [row.figure for row in report.rows.values()],
    }
