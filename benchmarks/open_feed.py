"""How fast the open list of services answers, beside a bare view of the same bytes.

`python -m benchmarks.open_feed [N]`: N listings (2,000 unless told) are imported into an empty install, which is
served by the web server that people get, with one process that answers. Every page of fifty is asked for, in turn from
Kith and from a view that holds the bytes ready, through all the same middleware. The first round is told apart: then
Kith has kept no page yet. Ends with 1 when Kith gives less than 60 pages in the time of 100.
"""
# ruff: noqa: T201 - printing is what this is for

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.neighbourhood import ROOT
from kith.cli.ground import prepare_database, prepare_static_files, start_django

LISTINGS, PER_PAGE, ROUNDS, AT_LEAST, PATIENCE = 2_000, 50, 7, 0.6, 60
LIST, BARE = "/open/oruk/services", "/open/bare"


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


def fill(listings: int, folder: Path) -> None:
    """An install with so many listings, and its pages as files for the bare view."""
    os.environ["KITH_DATA_DIR"] = str(folder)
    start_django()
    prepare_database()
    prepare_static_files()
    from django.test import Client

    from kith.access.actor import Actor
    from kith.directory.actions import import_directory

    file, ready = folder / "council.json", folder / "ready"
    file.write_text(json.dumps([service(number) for number in range(listings)]))
    import_directory(source_path=file, by=Actor.command_line())
    ready.mkdir()
    for number in range(1, -(-listings // PER_PAGE) + 1):
        page = Client(SERVER_NAME="localhost").get(LIST, {"page": number, "per_page": PER_PAGE})
        (ready / f"{number}.json").write_bytes(page.content)


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """The port at which it answers."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    web = [sys.executable, "-m", "gunicorn", "--config", "python:kith.config.web", "benchmarks.open_server"]
    more = {"KITH_READY": str(folder / "ready")}
    server = subprocess.Popen(  # noqa: S603 - ourselves
        [*web, "--bind", f"127.0.0.1:{port}"], cwd=ROOT, env=os.environ | more, stdout=subprocess.DEVNULL
    )
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _wait_for(port: int) -> None:
    last_moment = time.monotonic() + PATIENCE
    while time.monotonic() < last_moment:
        try:
            ask(port, "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("Kith does not answer.")


def ask(port: int, address: str) -> bytes:
    """One page, over a connection of its own as a stranger's would be."""
    asking = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    asking.request("GET", address)
    answer = asking.getresponse()
    body = answer.read()
    asking.close()
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}.")
    return body


def seconds(port: int, address: str, pages: int) -> float:
    """How long it takes to give every page once."""
    began = time.perf_counter()
    for number in range(1, pages + 1):
        ask(port, f"{address}?page={number}&per_page={PER_PAGE}")
    return time.perf_counter() - began


def measure(listings: int) -> tuple[list[tuple[float, float]], int, int]:
    """Seconds of each round, bare and Kith; how many pages, and bytes in each."""
    pages = -(-listings // PER_PAGE)
    with tempfile.TemporaryDirectory(prefix="kith-open-") as folder:
        fill(listings, Path(folder))
        size = sum(file.stat().st_size for file in Path(folder, "ready").iterdir()) // pages
        with served(Path(folder)) as port:
            if ask(port, f"{BARE}?page=1") != ask(port, f"{LIST}?page=1"):
                raise SystemExit("The two do not give the same bytes.")
            turns = [(seconds(port, BARE, pages), seconds(port, LIST, pages)) for _ in range(ROUNDS)]
    return turns, pages, size


def main(words: list[str]) -> int:
    listings = int(words[0]) if words else LISTINGS
    turns, pages, size = measure(listings)
    ratio = median(bare / kith for bare, kith in turns[1:])
    plain, kith = (pages / median(times) for times in zip(*turns[1:], strict=True))
    print(f"{listings:,} listings, {pages:,} pages of {size:,} bytes; the middle of {ROUNDS - 1} rounds")
    print(f"first round: {turns[0][0] / turns[0][1]:.2f}")
    print(f"bare {plain:,.0f} pages a second, Kith {kith:,.0f}: {ratio:.2f} (at least {AT_LEAST})")
    return 0 if ratio >= AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
