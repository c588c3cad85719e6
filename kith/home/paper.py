"""My plan as a PDF, to post or to print. It is made from the same words as the page, and nothing is fetched for it."""

from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

import kith.design
from kith.access import clock

from .queries import paper_of, size_for

STYLE = Path(__file__).parent / "paper.css"
FONTS = Path(kith.design.__file__).parent / "static" / "design" / "fonts"


class OurFontsAlone(URLFetcher):
    """Whatever words stand on a plan, no other file and no other server is asked for anything."""

    def fetch(self, url, headers=None):
        if Path(url.removeprefix("file://")).parent != FONTS:
            raise ValueError("Nothing is fetched for a plan on paper.")
        return super().fetch(url, headers)


def plan_pdf(individual, size: str | None = None, *, may=None, has_name: bool = True) -> bytes:
    """The sheets as a PDF. `size` is one of the sizes of paper in a look, the individual's own where none is given;
    `may` what whoever prints it may read, everything where it is for the individual."""
    return document(individual, size, may=may, has_name=has_name).write_pdf()


def document(individual, size: str | None = None, *, may=None, has_name: bool = True) -> Document:
    """The same, still as pages."""
    size = size_for(individual) if size is None else size
    context = {"paper": paper_of(individual, may), "individual": individual, "has_name": has_name}
    html = render_to_string("home/paper_pdf.html", context | {"size": size, "today": clock.today()})
    style, fonts = _style()
    return HTML(string=html, url_fetcher=OurFontsAlone()).render(stylesheets=[style], font_config=fonts)


@cache
def _style() -> tuple[CSS, FontConfiguration]:
    """Read once: it takes longer than a page."""
    fonts = FontConfiguration()
    css = STYLE.read_text(encoding="utf-8").replace("fonts/", f"{FONTS.as_uri()}/")
    return CSS(string=css, font_config=fonts, url_fetcher=OurFontsAlone()), fonts
