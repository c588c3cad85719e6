"""The booklet as one page of HTML that needs nothing else: it opens in any browser, for as long as there are any."""

from pathlib import Path

from django.template.loader import render_to_string

from kith.people.printing import size_for

from .booklet import Booklet

STYLE = Path(__file__).with_name("copy.css").read_text(encoding="utf-8")


def booklet_file(booklet: Booklet) -> str:
    """The whole file, with its look inside it."""
    context = {"booklet": booklet, "size": size_for(booklet.individual)}
    page = render_to_string("moving_on/booklet_pdf.html", context)
    return page.replace("</head>", f"<style>\n{STYLE}</style>\n</head>", 1)
