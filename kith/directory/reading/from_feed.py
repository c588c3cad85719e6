"""OpenActive's feeds at an address, walked to their ends into a folder: each page names the address of the next, and
the last one is empty. The address of a data set page leads to all the feeds that it names.

Each page is kept as it comes, and where the walk stands is written down after it: one that was stopped goes on there.
A feed that leads in a circle, does not move or leads elsewhere is left where it is; whoever reads the folder sees that
its last page is missing, and that what was not seen may still be there.
"""

import json
import re
from dataclasses import asdict, dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from kith.access.refusal import Refused

from .feeds import is_page
from .fetching import Answer, Gone
from .patiently import Trip, fetched

WALK = "walk"  # how far it has come, in the folder
MOST_PAGES, MOST_BYTES, MOST_FEEDS = 5_000, 200_000_000, 20
MOST_EMPTY = 3  # pages in a row that lead on and hold nothing
NOT_A_FEED = "is no page of an OpenActive feed. Nothing was changed."
SCRIPT = re.compile(r'<script[^>]*type="application/ld\+json"[^>]*>(.*?)</script>', re.S | re.I)


@dataclass
class Walk:
    """Which feeds there are, which of them is being walked, where its next page is, and what has been kept."""

    feeds: list[str] = field(default_factory=list)
    feed: int = 0
    following: str = ""
    pages: int = 0
    size: int = 0


def is_of_feeds(body: bytes) -> bool:
    """Whether an answer is a page of a feed, or a data set page that names some."""
    return bool(feeds_named(body)) or is_page(_parsed(body))


def feeds_named(body: bytes) -> list[str]:
    """The feeds that a data set page names, for machines, in its script."""
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return []
    scripts = [_parsed(unescape(each).encode()) for each in SCRIPT.findall(body.decode("utf-8", "replace"))]
    told = [row for each in scripts if isinstance(each, dict) for row in _list(each.get("distribution"))]
    found = [row.get("contentUrl") for row in told if isinstance(row, dict)]
    return list(dict.fromkeys(each for each in found if isinstance(each, str)))[:MOST_FEEDS]


def _list(value: object) -> list:
    return value if isinstance(value, list) else []


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def walk_feeds(address: str, folder: Path, trip: Trip) -> None:
    """Every page of every feed, as files in the folder. Raises `Refused`; what was fetched is kept for the next try."""
    _Walker(address, folder, trip).all_of_them()


class _Walker:
    """One try at walking them all."""

    def __init__(self, address: str, folder: Path, trip: Trip):
        self.address, self.folder, self.trip = address, folder, trip
        self.first: Answer | None = None  # it was looked at to see what it is, and need not be asked for again
        written = folder / WALK
        self.walk = Walk(**json.loads(written.read_text())) if written.exists() else Walk()

    def all_of_them(self) -> None:
        if not self.walk.feeds:
            self._begin()
        while self.walk.feed < len(self.walk.feeds):
            self._walk_one(self.walk.following or self.walk.feeds[self.walk.feed])
            self.walk.feed, self.walk.following = self.walk.feed + 1, ""
            self._write_down()

    def _begin(self) -> None:
        """Where the first address is a data set page, its feeds are walked; else it is the feed."""
        answer = self.first = self._ask(self.address)
        named = [urljoin(answer.address, each) for each in feeds_named(answer.body)]
        self.walk.feeds = named or [answer.address]
        self._write_down()

    def _walk_one(self, address: str) -> None:
        visited: set[str] = set()
        told: set[tuple] = set()
        empty = 0
        while address and address not in visited:
            visited.add(address)
            answer = self._ask(address)
            page = self._page(answer)
            new = {_known(item) for item in page["items"]} - told
            if page["items"] and not new:
                return  # the same again and again
            told |= new
            self._keep(answer.body)
            empty = 0 if page["items"] else empty + 1
            following = _following(answer, page)
            address = "" if empty >= MOST_EMPTY else following
            self.walk.following = address
            self._write_down()

    def _ask(self, address: str) -> Answer:
        first, self.first = self.first, None
        if first and first.address == address:
            return first
        try:
            return fetched(address, self.trip, kept=self.walk.pages)
        except Gone:
            raise Refused(f"There is nothing at {address}. Nothing was changed.") from None

    def _page(self, answer: Answer) -> dict:
        page = _parsed(answer.body)
        if isinstance(page, dict) and is_page(page):
            return page
        kept = f" {self.walk.pages} pages are kept: run it again to go on." if self.walk.pages else ""
        raise Refused(f"What is at {answer.address} {NOT_A_FEED}{kept}")

    def _keep(self, body: bytes) -> None:
        """Whole or not at all. A page that was kept and not written down is fetched once more."""
        self.walk.pages, self.walk.size = self.walk.pages + 1, self.walk.size + len(body)
        if self.walk.pages > MOST_PAGES or self.walk.size > MOST_BYTES:
            raise Refused("These feeds are larger than 200 MB or 5,000 pages. Nothing was changed.")
        _write(self.folder / f"page-{self.walk.pages:05}.json", body)
        self.trip.tell(self.walk.pages, self.walk.pages)

    def _write_down(self) -> None:
        _write(self.folder / WALK, json.dumps(asdict(self.walk)).encode())


def _write(file: Path, body: bytes) -> None:
    part = file.with_name("part")
    part.write_bytes(body)
    part.rename(file)


def _following(answer: Answer, page: dict) -> str:
    """Where it leads; "" where that is nowhere, or to somebody else."""
    told = page.get("next")
    if not isinstance(told, str) or not told.strip():
        return ""
    following = urljoin(answer.address, told.strip())
    return following if urlsplit(following).hostname == urlsplit(answer.address).hostname else ""


def _known(item: object) -> tuple:
    told = item if isinstance(item, dict) else {}
    return tuple(str(told.get(key)) for key in ("kind", "id", "modified", "state"))
