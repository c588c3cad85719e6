"""Pages of OpenActive's feeds (Realtime Paged Data Exchange 1.0), read as the standard says: of the same thing told
twice the newest counts, and what is told as deleted has gone.

A feed is walked to its end by its last page, which is empty. Where that is missing, or things stand out of order,
what was not seen may still be there.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kith.access.refusal import Refused

from .entry import BadEntry, Entry
from .json_file import read_whole
from .opportunity import Prices, address_of, entry_of, prices_of, type_of
from .opportunity_times import Session, session_of
from .text import one_line

STAYS = "What was not seen stays on the table."
NOT_TO_ITS_END = f"It was not read to its end. {STAYS}"
OUT_OF_ORDER = f"What changed last does not stand last in it, so something may have been missed. {STAYS}"
NO_PAGE = "This is not a page of an OpenActive feed."
NO_SERIES = "Its sessions are here, and it is not."
STATES = ("updated", "deleted")
Key = tuple[str, str]  # kind and id, as the feed has them


@dataclass(frozen=True)
class Told:
    """The newest of one thing. `page` is the number of the file it stands in; None where it has gone."""

    modified: tuple
    page: int | None = None
    at: int = 0


@dataclass
class Gathered:
    """All pages, gone through once. Listings are read again from their pages, so that few are held at a time."""

    files: list[Path]
    listings: dict[Key, Told] = field(default_factory=dict)
    sessions: dict[Key, tuple[tuple, str, Session | None]] = field(default_factory=dict)
    slots: dict[Key, tuple[tuple, str, Prices]] = field(default_factory=dict)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    noticed: set[str] = field(default_factory=set)
    ended: dict[str, bool] = field(default_factory=dict)
    last: dict[str, tuple] = field(default_factory=dict)
    licence: str = ""

    @property
    def doubt(self) -> str:
        """Why what was not seen may still be there, or ""."""
        if not all(self.ended.values()):
            return NOT_TO_ITS_END
        return OUT_OF_ORDER if OUT_OF_ORDER in self.noticed else ""


def is_page(read: object) -> bool:
    """Whether it is a page of a feed."""
    return isinstance(read, dict) and isinstance(read.get("items"), list)


def gathered(files: list[Path]) -> Gathered:
    """What these pages tell. A file that is none is named and passed over; `Refused` when none of them is."""
    found = Gathered(files)
    for number, file in enumerate(files):
        if (page := _page(found, file)) is not None:
            _go_through(found, page, number)
    if not found.ended:
        raise Refused(f"{found.rejected[0][1] if len(files) == 1 else NO_PAGE} Nothing was changed.")
    return found


def _page(found: Gathered, file: Path) -> dict | None:
    try:
        read = read_whole(file)
    except Refused as reason:
        found.rejected.append((file.name, str(reason).removesuffix(" Nothing was changed.")))
        return None
    if isinstance(read, dict) and is_page(read):
        return read
    found.rejected.append((file.name, NO_PAGE))
    return None


def _go_through(found: Gathered, page: dict, number: int) -> None:
    feed = urlsplit(str(page.get("next") or ""))._replace(query="", fragment="").geturl()
    found.ended[feed] = found.ended.get(feed, False) or not page["items"]
    found.licence = found.licence or one_line(page.get("license"), 300)
    for at, item in enumerate(page["items"]):
        try:
            _take(found, item, Told(_modified(item), number, at), feed)
        except BadEntry as reason:
            given = item.get("id") if isinstance(item, dict) else ""
            found.rejected.append((one_line(given, 200), str(reason)))


def _modified(item: object) -> tuple:
    """Numbers and words can each be put in order, and not with one another."""
    if not isinstance(item, dict) or item.get("id") in (None, "") or isinstance(item["id"], (dict, list)):
        raise BadEntry("It has no id.")
    told = item.get("modified")
    if isinstance(told, str) and told.isdigit() and len(told) < 20:
        told = int(told)
    if isinstance(told, bool) or not isinstance(told, (int, str)):
        raise BadEntry("It does not say when it was changed.")
    return (isinstance(told, str), told)


def _take(found: Gathered, item: dict, told: Told, feed: str) -> None:
    key, state, data = (str(item.get("kind") or ""), str(item["id"])), item.get("state"), item.get("data")
    if told.modified < found.last.get(feed, told.modified):
        found.noticed.add(OUT_OF_ORDER)
    found.last[feed] = told.modified
    if state not in STATES:
        raise BadEntry("It says neither that it is there nor that it has gone.")
    held = found.listings.get(key) or found.sessions.get(key) or found.slots.get(key)
    if held is not None and (held.modified if isinstance(held, Told) else held[0]) > told.modified:
        return
    for each in (found.listings, found.sessions, found.slots):
        each.pop(key, None)
    if state == "deleted":
        found.listings[key] = Told(told.modified)
    elif not isinstance(data, dict):
        raise BadEntry("It is said to be there, and nothing is told of it.")
    else:
        _keep(found, key, told, data)


def _keep(found: Gathered, key: Key, told: Told, data: dict) -> None:
    kind, above = type_of(data), data.get("superEvent")
    if kind == "ScheduledSession":
        if not address_of(above):
            raise BadEntry("It does not say which series it belongs to.")
        found.sessions[key] = (told.modified, address_of(above), session_of(data))
        if isinstance(above, dict) and (series := _key_of(above)):
            held = found.listings.get(series)
            found.listings[series] = told if held is None or held.modified <= told.modified else held
    elif kind == "Slot":
        found.slots[key] = (told.modified, address_of(data.get("facilityUse")), prices_of(data))
    else:
        found.listings[key] = told


def _key_of(series: dict) -> Key:
    """A series that stands inside each of its sessions has no item of its own."""
    own = series.get("identifier")
    return "SessionSeries", str(own) if isinstance(own, (str, int)) else address_of(series)


def known_as(key: Key) -> str:
    """By what a listing is known again. Small numbers are counted anew in each kind of thing."""
    kind, own = key
    is_series = not kind or kind.startswith("SessionSeries")
    return one_line(own if is_series or not own.isdigit() else f"{kind} {own}", 200)


def gone_of(found: Gathered) -> list[str]:
    """What is told as deleted."""
    return [known_as(key) for key, told in found.listings.items() if told.page is None]


def entries_of(found: Gathered) -> Iterator[tuple[str, Entry | str]]:
    """(id, entry or the reason against it), page by page."""
    yield from found.rejected
    times, prices = _by_series(found), _by_facility(found)
    pages: dict[int, list[tuple[Key, int]]] = defaultdict(list)
    for key, told in found.listings.items():
        if told.page is not None:
            pages[told.page].append((key, told.at))
    met: set[str] = set()
    for number, held in sorted(pages.items()):
        page = read_whole(found.files[number])
        items = page["items"] if isinstance(page, dict) else []
        for key, at in held:
            data = _listing_in(items[at]["data"])
            met |= _addresses(data)
            yield _tried(known_as(key), data, times, prices)
    yield from ((one_line(series, 200), NO_SERIES) for series in times if series and series not in met)


def _listing_in(data: dict) -> dict:
    """The series, where a session holds it."""
    above = data.get("superEvent")
    if type_of(data) != "ScheduledSession" or not isinstance(above, dict):
        return data
    return above | {"@type": type_of(above) or "SessionSeries"}


def _addresses(data: dict) -> set[str]:
    """Its own, and those of the single courts and pitches that are parts of it."""
    parts = data.get("individualFacilityUse")
    return {address_of(each) for each in (data, *(parts if isinstance(parts, list) else ()))} - {""}


def _tried(own: str, data: dict, times: dict[str, list[Session]], prices: dict[str, Prices]) -> tuple[str, Entry | str]:
    addresses = _addresses(data)
    try:
        sessions = [one for each in addresses for one in times.get(each, ())]
        of_slots = frozenset().union(*(prices.get(each, frozenset()) for each in addresses))
        return own, entry_of(own, data, sessions, of_slots)
    except BadEntry as reason:
        return own, str(reason)
    except RecursionError:
        return own, "It is nested too deeply."


def _by_series(found: Gathered) -> dict[str, list[Session]]:
    times: dict[str, list[Session]] = defaultdict(list)
    for _, series, session in found.sessions.values():
        times[series] += [session] if session else []
    return times


def _by_facility(found: Gathered) -> dict[str, Prices]:
    prices: dict[str, set[float]] = defaultdict(set)
    for _, facility, asked in found.slots.values():
        prices[facility] |= asked
    return {facility: frozenset(asked) for facility, asked in prices.items()}


def count_of(found: Gathered) -> int:
    """How many entries there will be, nearly."""
    return len(found.rejected) + sum(told.page is not None for told in found.listings.values())
