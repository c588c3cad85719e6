"""A directory at an address, page by page, into a folder that is then read like any other.

Each page is kept as it comes. A run that was stopped goes on with the page after the last one kept;
pages older than a day are thrown away, as the directory may have changed meanwhile.
"""

import json
import re
import shutil
import time
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from kith.access.refusal import Refused

from .fetching import Gone, NotNow, fetch
from .from_feed import WALK, is_of_feeds, walk_feeds
from .open_source import MOST_BYTES, ONLY_SERVICES, PAGES
from .patiently import Progress, Trip, fetched
from .workbook import is_workbook

MOST_SECONDS = 15 * 60
MOST_PAGES = 5_000
PER_PAGE = 100
PAUSE = 1.0  # seconds before the second try of a page
KEEP_FOR = 24 * 60 * 60
LIST_OF = "list-of-services"  # its address, where another one was given
NO_MORE = b'{"contents": []}'
NESTED = ONLY_SERVICES - {"status", "organization", "organization_id"}


def is_address(source: object) -> bool:
    """Whether this names something on a network, and not a file."""
    return str(source).lower().startswith(("http://", "https://"))


def host_of(address: str) -> str:
    """What a source is called that was given no name."""
    return urlsplit(address).hostname or address


class _Feeds(Exception):
    """What is at the address is not a list, but a feed or a page that names some."""


def brought_here(  # noqa: PLR0913 - keyword-only: what may be said of a fetch
    address: str,
    *,
    into: Path,
    format: str | None = None,
    inside: bool = False,
    progress: Progress | None = None,
    seconds: float = MOST_SECONDS,
) -> Path:
    """The folder that holds everything at this address. Raises `Refused`; what was fetched is kept for the next try.
    Without a format the first answer tells."""
    folder, trip = (
        into / sha256(address.encode()).hexdigest()[:20],
        Trip(time.monotonic() + seconds, inside, PAUSE, progress),
    )
    _throw_away_old(folder)
    folder.mkdir(parents=True, exist_ok=True)
    is_known = format == "openactive" or (folder / WALK).exists()
    try:
        if not is_known:
            _Run(address, folder, trip, format).all_of_it()
            return folder
    except _Feeds:
        pass
    walk_feeds(address, folder, trip)
    return folder


def put_away(folder: Path) -> None:
    """Once it was read in."""
    shutil.rmtree(folder, ignore_errors=True)


def _throw_away_old(folder: Path) -> None:
    pages = sorted(folder.glob("page-*")) if folder.is_dir() else []
    if pages and time.time() - pages[0].stat().st_mtime > KEEP_FOR:
        put_away(folder)


class _Run:
    """One try at bringing everything."""

    def __init__(self, address: str, folder: Path, trip: Trip, format: str | None):
        self.address, self.folder, self.trip, self.format = address, folder, trip, format

    def all_of_it(self) -> None:
        number, page, seen = self._where_it_was_left()
        while not _is_last(page, number, len(seen)):
            number += 1
            before, page = page, self._bring(number, is_promised=number <= max(1, _pages_in(page)))
            new = set(map(_known_as, _entries(page))) - seen
            if number > 1 and not new:  # nothing more, or the same again and again
                self._throw_away(number)
                return
            seen |= new
            self._tell(number, page or before)

    def _where_it_was_left(self) -> tuple[int, object, set[str]]:
        kept, list_of = sorted(self.folder.glob("page-*")), self.folder / LIST_OF
        if kept and list_of.exists():
            self.address = list_of.read_text()
        pages = [_parsed(each.read_bytes()) for each in kept]
        return len(kept), pages[-1] if pages else None, {_known_as(one) for page in pages for one in _entries(page)}

    def _throw_away(self, number: int) -> None:
        for file in self.folder.glob(f"page-{number:05}.*"):
            file.unlink()

    def _tell(self, number: int, page: object) -> None:
        self.trip.tell(number, max(number, _pages_in(page)))
        if number > MOST_PAGES or self._size() > MOST_BYTES:
            raise Refused("This directory is larger than 200 MB or 5,000 pages. Nothing was changed.")

    def _size(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def _bring(self, number: int, is_promised: bool) -> object:
        """One page, kept whole or not at all. The first one tells whether the address is a list at all."""
        body = self._fetched(_page_address(self.address, number), number, is_promised)
        if number == 1 and self.format is None and is_of_feeds(body):
            raise _Feeds
        page = _parsed(body)
        if body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" or (number > 1 and page is None):
            raise Refused(f"Page {number} is a web page or the like, and no part of a directory. Nothing was changed.")
        if number == 1 and _describes_an_api(page):
            self.address = self.address.rstrip("/") + "/services"
            (self.folder / LIST_OF).write_text(self.address)
            body = self._fetched(_page_address(self.address, number), number, is_promised)
            page = _parsed(body)
        if (entries := _entries(page)) and not _is_whole(entries):
            self._fill_in(entries)
            body = json.dumps(page).encode()
        part = self.folder / "part"
        part.write_bytes(body)
        part.rename(self.folder / f"page-{number:05}{_suffix(body)}")
        return page

    def _fetched(self, address: str, number: int, is_promised: bool) -> bytes:
        """A page that was promised has to be there; one beyond the last need not."""
        try:
            return fetched(address, self.trip, kept=number - 1).body
        except Gone:
            if not is_promised:
                return NO_MORE
            raise Refused(f"There is nothing at {address}.") from None

    def _fill_in(self, entries: list) -> None:
        """A list may give each service in short: then the whole of it is at an address of its own."""
        for place, entry in enumerate(entries):
            try:
                whole = _parsed(self._detail(entry))
            except Gone:
                return  # this directory has no more to say than its list does
            if isinstance(whole, dict) and whole.get("id") == entry.get("id"):
                entries[place] = whole

    def _detail(self, entry: dict) -> bytes:
        base = urlunsplit(urlsplit(self.address)._replace(query="")).rstrip("/")
        try:
            return fetch(f"{base}/{entry['id']}", inside=self.trip.inside, until=self.trip.until).body
        except NotNow as reason:
            raise Refused(f"{reason} What is here is kept: run it again to go on. Nothing was changed.") from None


def _page_address(address: str, number: int) -> str:
    """The same list, further on. The first page is asked for by number as well; a file does not mind."""
    parts = urlsplit(address)
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    asked = {"per_page": str(PER_PAGE)} | asked | {"page": str(number)}
    return urlunsplit(parts._replace(query=urlencode(asked), fragment=""))


def _parsed(body: bytes) -> object:
    """The JSON of it; None for a spreadsheet, which is one page."""
    if is_workbook(body[:4]) or body.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        return json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused("What is at this address is not whole JSON: it may have been cut short.") from None


def _entries(page: object) -> list:
    """The list itself, so that it can be filled in."""
    if isinstance(page, list):
        return page
    return next((page[key] for key in PAGES if isinstance(page.get(key), list)), []) if isinstance(page, dict) else []


def _is_whole(entries: list) -> bool:
    """Whether the list tells more of its services than their names; a list without ids is all there is."""
    told = [each for each in entries if isinstance(each, dict)]
    return any(NESTED & set(each) for each in told) or not all(_has_id(each) for each in entries)


def _has_id(entry: object) -> bool:
    """An id that can stand in an address as it is."""
    return isinstance(entry, dict) and bool(re.fullmatch(r"[\w.:-]{1,200}", str(entry.get("id", ""))))


def _describes_an_api(page: object) -> bool:
    return isinstance(page, dict) and "openapi_url" in page and not any(key in page for key in PAGES)


def _pages_in(page: object) -> int:
    claimed = (page.get("total_pages") or page.get("totalPages")) if isinstance(page, dict) else None
    return claimed if isinstance(claimed, int) else 1


def _known_as(entry: object) -> str:
    """By what the same entry is known when it comes again."""
    given = entry.get("id") if isinstance(entry, dict) else None
    return str(given) if given else sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()


def _is_last(page: object, number: int, seen: int) -> bool:
    """Nothing comes after the last page of a list, a whole list, one detail, or a spreadsheet. A list that says that
    it holds more than was seen is asked for more, whatever it says of its pages."""
    if number == 0:
        return False
    if not isinstance(page, dict):
        return True
    held = page.get("total_items")
    holds_more = isinstance(held, int) and held > seen
    is_last = bool(page.get("last_page") or page.get("last")) or number >= _pages_in(page)
    return not _entries(page) or (is_last and not holds_more)


def _suffix(body: bytes) -> str:
    if is_workbook(body[:4]):
        return ".xlsx"
    return ".json" if body.lstrip()[:1] in (b"{", b"[") else ".csv"
