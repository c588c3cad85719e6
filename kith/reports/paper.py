"""A report on one sheet of paper, as a PDF."""

from typing import Any

from django.template.loader import render_to_string

from kith.outbox.sheets import to_keep

from .queries import Report
from .shown import shown_of


def pdf_of(report: Report) -> bytes:
    """In the look of what is printed to keep."""
    return document(report).write_pdf()


def document(report: Report) -> Any:
    """The same, still as pages."""
    return to_keep().laid_out(render_to_string("reports/report_pdf.html", shown_of(report)))
