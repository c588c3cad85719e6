"""The booklet as a PDF, in the size the individual likes."""

from django.template.loader import render_to_string
from weasyprint.document import Document

from kith.outbox.sheets import to_fold, to_keep
from kith.people.printing import size_for

from .booklet import Booklet

TEMPLATE = "moving_on/booklet_pdf.html"


def document(booklet: Booklet, size: str | None = None) -> Document:
    """As pages: A5 in the usual size, A4 where print is large, so that a line still holds some words."""
    size = size_for(booklet.individual) if size is None else size
    return (to_keep() if size else to_fold()).laid_out(render_to_string(TEMPLATE, {"booklet": booklet, "size": size}))


def booklet_pdf(booklet: Booklet) -> bytes:
    """To keep or to print."""
    return document(booklet).write_pdf()
