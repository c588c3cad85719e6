"""A walk over every page that links lead to: each kind of page once, in the order they are met."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import expect

from tests.browser.visitor import Visitor

ACTS = "[href]:not([download])"
LEFT_OUT = {"account_logout"}
STILL_TO_COME = "[hx-trigger~=load], .htmx-request"  # what a page fetches for itself
WAYS_BACK = ("back", "next")  # where a page leads afterwards makes it no other page


def pages_met(visitor: Visitor, starts: list[str]) -> Iterator[tuple[str, str]]:
    """Goes to each kind of page in turn and stays there: gives (name of the page, its HTML as it was sent)."""
    waiting, seen = list(starts), set()
    while waiting:
        place = waiting.pop(0)
        name = kind_of(place)
        if not name or name in seen or name.partition("?")[0] in LEFT_OUT:
            continue
        seen.add(name)
        answer = visitor.page.goto(visitor.address + place)
        expect(visitor.page.locator(STILL_TO_COME)).to_have_count(0)
        yield name, answer.text()
        waiting += links_on(visitor)


def links_on(visitor: Visitor) -> list[str]:
    """Addresses of ours that the page leads to, with their questions and without their places on the page."""
    found = visitor.page.eval_on_selector_all(f"a{ACTS}", "all => all.map(one => one.href)")
    ours = [urlsplit(each) for each in found if each.startswith(visitor.address)]
    return [f"{each.path}?{each.query}" if each.query else each.path for each in ours]


def kind_of(place: str) -> str:
    """The name of the page, with the names of what is asked of it; "" for what is not a page."""
    split = urlsplit(place)
    try:
        name = resolve(split.path).view_name
    except Resolver404:
        return ""
    named = {part.partition("=")[0] for part in split.query.split("&") if part}
    asked = ",".join(sorted(named.difference(WAYS_BACK)))
    return f"{name}?{asked}" if asked else name
