"""A letter on paper: A4, for a window envelope, in the size its reader likes. Nobody is named but who it is to, and
the file tells nothing about anybody."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from .models import Letter
from .sheets import Style

STYLE = Path(__file__).with_name("paper.css")
TO_INDIVIDUAL = "to individual"
NUMBERED = '@page { @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 11pt "Kith" } }'


def pdf(letter: Letter) -> bytes:
    """The letter, ready to be printed. It has page numbers when it is longer than one page."""
    page = page_of(letter)
    document = style().laid_out(page)
    return (style(NUMBERED).laid_out(page) if len(document.pages) > 1 else document).write_pdf()


def address_lines(letter: Letter) -> list[str]:
    """What the window shows: their name, and where they live."""
    lines = [line.strip() for line in letter.to.splitlines() if line.strip()]
    name = letter.to_name.strip()
    return [name, *lines] if name and name not in lines[:1] else lines


def page_of(letter: Letter) -> str:
    """What stands on it, before it is laid out."""
    told = {
        "address": address_lines(letter),
        "date": date_format(timezone.localtime(letter.created_at), "j F Y"),
        "words": letter.body,
        "size": letter.print_size,
        "by_service": bool(settings.LETTER_PROVIDER),
        "is_theirs": letter.kind.startswith(TO_INDIVIDUAL),
    }
    return render_to_string("outbox/letter.html", told)


@cache
def style(*more: str) -> Style:
    """The look of a letter."""
    return Style(STYLE.read_text(), *more)
