"""What each page costs: database queries, and bytes over the wire at a first and at a later visit.

`make bench`. Every page that needs nothing but an individual is looked at, as the worker and as the
individual of the invented neighbourhood; who may not open a page is left out. Ends with 1 when a page is
over its bound.
"""
# ruff: noqa: T201 - printing is what this is for

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from benchmarks.neighbourhood import built
from kith.cli.ground import prepare_static_files, start_django

QUERIES, FIRST_VISIT, LATER_VISIT = 25, 120_000, 25_000
BOUNDED = {"/"}  # Today and My plan; the brief is added by its name
FETCHED = re.compile(r"""(?:<link[^>]+href|<script[^>]+src|<img[^>]+src|\ssrcset)=["']([^"'# ]+)""")
IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')#?]+)""")


@dataclass(frozen=True)
class Figure:
    """One page as one person sees it. Bytes are compressed and include headers."""

    page: str
    who: str
    queries: int
    first: int
    later: int
    is_bounded: bool

    @property
    def is_over(self) -> bool:
        over = self.queries > QUERIES or self.first > FIRST_VISIT or self.later > LATER_VISIT
        return self.is_bounded and over


def addresses(individual) -> Iterator[tuple[str, bool]]:
    """Every page that needs no more than the individual: its address, and whether it has bounds."""
    from django.urls import URLPattern, get_resolver, reverse

    def walk(patterns, names=()):
        for each in patterns:
            if isinstance(each, URLPattern):
                yield each, names
            else:
                yield from walk(each.url_patterns, (*names, each.namespace) if each.namespace else names)

    for pattern, names in walk(get_resolver().url_patterns):
        asks_for = set(pattern.pattern.converters)
        if getattr(pattern.callback, "door", None) and pattern.name and asks_for <= {"individual"}:
            kwargs = {"individual": individual.public_id} if asks_for else {}
            address = reverse(":".join((*names, pattern.name)), kwargs=kwargs)
            yield address, address in BOUNDED or pattern.name == "brief"


def weight(answer) -> int:
    """Bytes of one answer: its body as sent, and its headers."""
    body = answer.getvalue() if not answer.streaming else b"".join(answer.streaming_content)
    return len(body) + sum(len(name) + len(value) + 4 for name, value in answer.items())


def fetched_with(client, page: str, address: str) -> int:
    """Bytes of everything that a browser fetches for a page at a first visit, each thing once."""
    waiting, seen, total = [urljoin(address, link) for link in FETCHED.findall(page)], set(), 0
    while waiting:
        link = waiting.pop()
        if link in seen or not link.startswith("/static/"):
            continue
        seen.add(link)
        answer = client.get(link, headers={"accept-encoding": "gzip"})
        total += weight(answer)
        if link.endswith(".css"):
            plain = b"".join(client.get(link).streaming_content).decode()
            waiting += [urljoin(link, inner) for inner in IN_STYLES.findall(plain)]
    return total


def look_at(client, who: str, address: str, is_bounded: bool) -> Figure | None:
    """The figures of one page for one person; None where it does not open."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    queries = len(asked)  # counted now: the next request forgets them
    if page.status_code != 200 or not page["Content-Type"].startswith("text/html"):
        return None
    later = weight(client.get(address, headers={"accept-encoding": "gzip"}))
    first = later + fetched_with(client, page.content.decode(), address)
    return Figure(address, who, queries, first, later, is_bounded)


def measure() -> list[Figure]:
    from django.test import Client

    from kith.people.models import Individual

    clients = {who: Client(headers={"host": "127.0.0.1"}) for who in ("vish", "greg")}
    for who, client in clients.items():
        client.post("/demo/sign-in/", {"who": who})
        if "_auth_user_id" not in client.session:
            raise SystemExit(f"{who} could not sign in to the neighbourhood.")
    greg = Individual.objects.get(user_id=clients["greg"].session["_auth_user_id"])
    pages = sorted(addresses(greg))
    seen = (look_at(clients[who], who, *page) for who in clients for page in pages)
    return [figure for figure in seen if figure]


def show(figures: list[Figure]) -> None:
    width = max(len(figure.page) for figure in figures)
    print(f"{'page':{width}}  who   queries  first visit  later visit")
    for each in figures:
        mark = "  over its bound" if each.is_over else "  bounded" if each.is_bounded else ""
        print(f"{each.page:{width}}  {each.who}  {each.queries:7}  {each.first:11,}  {each.later:11,}{mark}")
    print(f"Bounds: {QUERIES} queries, {FIRST_VISIT:,} bytes first, {LATER_VISIT:,} bytes later.")


def main() -> int:
    with built():
        start_django()
        prepare_static_files()
        figures = measure()
        show(figures)
    return 1 if any(figure.is_over for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
