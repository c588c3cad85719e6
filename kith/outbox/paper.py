"""A letter on paper: A4, for a window envelope, in the size its reader likes. Nobody is named but who it is to.

Nothing is fetched for it but our own letters' shapes, and the file tells nothing about anybody.
"""

import logging
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .models import Letter

STYLE = Path(__file__).with_name("paper.css")
FONTS = settings.ROOT / "design" / "static" / "design" / "fonts"
TO_INDIVIDUAL = "to individual"
NUMBERED = '@page { @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 11pt "Kith" } }'

for each in ("weasyprint", "weasyprint.progress", "fontTools"):
    logging.getLogger(each).setLevel(logging.CRITICAL)  # they tell of every step


class OnlyOurFonts(URLFetcher):
    """Opens our own font files, and no other address: nothing in a letter can have something fetched."""

    def fetch(self, url, headers=None):
        """The font at this address."""
        ours = {path.as_uri(): path for path in FONTS.glob("*.woff2")}
        if url not in ours:
            raise ValueError("Nothing is fetched for a letter.")
        return URLFetcherResponse(url, ours[url].read_bytes(), {"Content-Type": "font/woff2"})


def pdf(letter: Letter) -> bytes:
    """The letter, ready to be printed. It has page numbers when it is longer than one page."""
    page = HTML(string=page_of(letter), url_fetcher=OnlyOurFonts())
    fonts = FontConfiguration()
    style = style_of(STYLE.read_text(), fonts)
    document = page.render(stylesheets=[style], font_config=fonts)
    if len(document.pages) > 1:
        document = page.render(stylesheets=[style, style_of(NUMBERED, fonts)], font_config=fonts)
    return document.write_pdf()


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


def style_of(words: str, fonts: FontConfiguration) -> CSS:
    """Rules for its look; they may name our fonts."""
    return CSS(string=words, base_url=f"{FONTS.as_uri()}/", url_fetcher=OnlyOurFonts(), font_config=fonts)
