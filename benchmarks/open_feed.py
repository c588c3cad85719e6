"""How fast the open list of services answers, beside a bare view of the same bytes.

`python -m benchmarks.open_feed [N]`: N listings (5,000 unless told) are imported into an empty install. Every page of
fifty is asked for, in turn from Kith and from a view that holds the bytes ready, through the same server code and all
the same middleware. The first round is told apart: then Kith has kept no page yet. Ends with 1 when Kith gives less
than 60 pages in the time of 100.
"""
# ruff: noqa: T201 - printing is what this is for

import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kith.cli.ground import prepare_database, start_django

LISTINGS, PER_PAGE, ROUNDS, AT_LEAST = 5_000, 50, 5, 0.6
READY: dict[str, bytes] = {}


def service(number: int) -> dict:
    """One invented listing, of an ordinary length."""
    return {
        "id": f"s{number}",
        "name": f"Calder choir {number}",
        "description": f"We sing in parts, number {number}. Nobody has to read music, and tea comes after. " * 5,
        "status": "active",
        "fees": "£4",
        "email": f"choir{number}@calder.example",
        "organization": {"id": f"o{number % 500}", "name": f"Calder Music {number % 500}"},
    }


@contextmanager
def filled(listings: int) -> Iterator[None]:
    """An install in a folder that goes away, with so many listings."""
    with tempfile.TemporaryDirectory(prefix="kith-open-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        start_django()
        prepare_database()
        from kith.access.actor import Actor
        from kith.directory.actions import import_directory

        file = Path(folder) / "council.json"
        file.write_text(json.dumps([service(number) for number in range(listings)]))
        import_directory(source_path=file, by=Actor.command_line())
        yield


def bare(request):
    """The same bytes, held ready."""
    from django.http import HttpResponse

    return HttpResponse(READY[request.GET["page"]], content_type="application/json; charset=utf-8")


def server() -> Callable[[str], bytes]:
    """Asks the whole of Kith, with the bare view beside its own addresses."""
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import RequestFactory
    from django.urls import path

    from kith.config import urls

    urls.urlpatterns.insert(0, path("open/bare", bare))
    settings.ALLOWED_HOSTS = ["testserver"]
    handler, asking = WSGIHandler(), RequestFactory()

    def ask(address: str) -> bytes:
        asked = asking.get(address).environ | {"wsgi.input": io.BytesIO()}
        return b"".join(handler(asked, lambda status, headers: None))

    return ask


def seconds(ask: Callable[[str], bytes], address: str, pages: int) -> float:
    """How long it takes to give every page once."""
    began = time.perf_counter()
    for number in range(1, pages + 1):
        ask(f"{address}?page={number}&per_page={PER_PAGE}")
    return time.perf_counter() - began


def main(words: list[str]) -> int:
    listings = int(words[0]) if words else LISTINGS
    with filled(listings):
        ask, pages = server(), -(-listings // PER_PAGE)
        for number in range(1, pages + 1):
            READY[str(number)] = ask(f"/open/oruk/services?page={number}&per_page={PER_PAGE}")
            json.loads(READY[str(number)])["contents"][0]
        turns = [(seconds(ask, "/open/bare", pages), seconds(ask, "/open/oruk/services", pages)) for _ in range(ROUNDS)]
    first = turns[0][0] / turns[0][1]
    plain, kith = (pages / min(times) for times in zip(*turns, strict=True))
    size = sum(map(len, READY.values())) // pages
    print(f"{listings:,} listings, {pages:,} pages of {size:,} bytes; the best of {ROUNDS} rounds")
    print(f"first round: {first:.2f}")
    print(f"bare {plain:,.0f} pages a second, Kith {kith:,.0f}: {kith / plain:.2f} (at least {AT_LEAST})")
    return 0 if kith / plain >= AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
