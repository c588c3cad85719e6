"""A page as Kith answered it, shown in a browser without a server: for states that links do not lead to."""

import mimetypes
from pathlib import Path

from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

SHOWN_AT = "http://still.example/"


def shows(page: Page, html: str) -> Page:
    """The page stands in the browser, with its styles and scripts, and can be looked at from all sides."""
    page.unroute_all()
    page.route("**/*", lambda route: _answer(route, html))
    page.goto(SHOWN_AT)
    return page


def _answer(route: Route, html: str) -> None:
    address = route.request.url
    if address == SHOWN_AT:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
        return
    found = finders.find(address.partition("/static/")[2]) if "/static/" in address else None
    if not found:
        route.abort()
        return
    kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
    route.fulfill(body=Path(found).read_bytes(), content_type=kind)
