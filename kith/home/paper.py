"""My plan as a PDF, to post or to print. It is made from the same words as the page."""

from django.template.loader import render_to_string
from weasyprint.document import Document

from kith.access import clock
from kith.outbox.sheets import to_keep
from kith.people.printing import size_for

from .queries import paper_of


def plan_pdf(individual, size: str | None = None, *, may=None, has_name: bool = True) -> bytes:
    """The sheets as a PDF. `size` is one of the sizes of paper in a look, the individual's own where none is given;
    `may` what whoever prints it may read, everything where it is for the individual."""
    return document(individual, size, may=may, has_name=has_name).write_pdf()


def document(individual, size: str | None = None, *, may=None, has_name: bool = True) -> Document:
    """The same, still as pages."""
    size = size_for(individual) if size is None else size
    context = {"paper": paper_of(individual, may), "individual": individual, "has_name": has_name}
    html = render_to_string("home/paper_pdf.html", context | {"size": size, "today": clock.today()})
    return to_keep().laid_out(html)
