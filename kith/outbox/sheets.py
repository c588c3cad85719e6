"""Sheets of paper, as PDF: in our own letters' shapes, and with nothing fetched for them whatever words they hold."""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

FONTS = settings.ROOT / "design" / "static" / "design" / "fonts"

for each in ("weasyprint", "weasyprint.progress", "fontTools"):
    logging.getLogger(each).setLevel(logging.CRITICAL)  # they tell of every step


class OnlyOurFonts(URLFetcher):
    """Opens our own font files, and no other address."""

    def fetch(self, url, headers=None):
        """The font at this address."""
        ours = {path.as_uri(): path for path in FONTS.glob("*.woff2")}
        if url not in ours:
            raise ValueError("Nothing is fetched for a sheet of paper.")
        return URLFetcherResponse(url, ours[url].read_bytes(), {"Content-Type": "font/woff2"})


class Style:
    """Rules for a look, which may name our fonts by file. Reading them takes longer than a page, so they are kept."""

    def __init__(self, *rules: str) -> None:
        self.fonts = FontConfiguration()
        own = {"base_url": f"{FONTS.as_uri()}/", "url_fetcher": OnlyOurFonts(), "font_config": self.fonts}
        self.rules = [CSS(string=each, **own) for each in rules]

    def laid_out(self, html: str) -> Document:
        """The page, divided into sheets."""
        page = HTML(string=html, url_fetcher=OnlyOurFonts())
        return page.render(stylesheets=self.rules, font_config=self.fonts)


SHEETS, BOOKLET = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("sheets.css", "booklet.css"))


@cache
def to_keep() -> Style:
    """The look of what is printed for somebody to keep: a plan, a form."""
    return Style(SHEETS)


@cache
def to_fold() -> Style:
    """The same as pages of a booklet: A5, which two to a side and folded make a booklet of A4 sheets."""
    return Style(SHEETS, BOOKLET)
