"""An edition on paper: the same words as on the page, in the size the individual likes."""

from django.template.loader import render_to_string

from kith.access import clock
from kith.outbox.sheets import to_keep
from kith.people.printing import size_for

from .copies import how_it_was_agreed
from .models import Edition
from .queries import otherwise_of


def form_pdf(edition: Edition) -> bytes:
    """The sheets."""
    filling = edition.filling
    context = {
        "individual": filling.individual,
        "title": filling.sheet.form.title,
        "lines": edition.lines,
        "otherwise": otherwise_of(filling),
        "agreed": how_it_was_agreed(edition),
        "size": size_for(filling.individual),
        "today": clock.today(),
    }
    return to_keep().laid_out(render_to_string("paperwork/pdf.html", context)).write_pdf()
