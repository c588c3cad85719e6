"""Opens what it is pointed at: a file or a folder. Says what it is, and gives its entries one by one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kith.access.refusal import Refused

from . import feeds, oruk, spreadsheet
from .entry import BadEntry, Entry
from .finish import id_from, raw_of
from .json_file import read_whole
from .json_list import Survey, survey, things_in
from .text import one_line
from .workbook import is_workbook

MOST_BYTES = 200_000_000
MOST_ENTRIES = 1_000_000
SUFFIXES = (".json", ".csv", ".xlsx")
FORMATS = ("oruk", "openactive", "csv")
PAGES = ("contents", "content", "services")  # where a page keeps its entries
ALONE = "one service"  # where a file holds the detail of a single one
ONLY_SERVICES = {"status", "organization", "organization_id", "schedules", "cost_options", "service_at_locations"}
A_FEED = re.compile(rb'\{\s*"(?:@context"\s*:\s*"[^"]*"\s*,\s*")?(?:next|items|license)"\s*:')


@dataclass(frozen=True)
class Opened:
    """`entries` gives (id, entry or the reason against it). `complete`: all the source has, not one page.
    `noticed`: a sentence where the source does not hold what it says it does. `gone`: ids that it tells are over."""

    format: str
    name: str
    total: int
    complete: bool
    entries: Iterator[tuple[str, Entry | str]]
    noticed: str = ""
    gone: tuple[str, ...] = ()
    licence: str = ""


def open_source(source_path: str | Path, format: str | None = None, named: dict[str, str] | None = None) -> Opened:
    """A file or folder; `named` says which of a spreadsheet's headings is which of ours.

    Raises `Refused` with one sentence for anything that is not a directory we can read."""
    path = Path(source_path)
    if not path.exists():
        raise Refused(f"There is no file or folder “{path}”.")
    files = _files(path)
    format = format or _sniffed(files)
    if format not in FORMATS:
        raise Refused(f"“{format}” is not a format we know. Use oruk, openactive or csv.")
    if format == "openactive":
        return _open_feeds(path, files)
    return _open_csv(path, files, named) if format == "csv" else _open_oruk(path, files)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        files = [path]
    else:
        files = sorted(file for file in path.iterdir() if file.is_file() and file.suffix.lower() in SUFFIXES)
    if not files:
        raise Refused("This folder holds no .json, .csv or .xlsx files.")
    if sum(file.stat().st_size for file in files) > MOST_BYTES:
        raise Refused("This is larger than 200 MB. Please split it.")
    return files


def _sniffed(files: list[Path]) -> str:
    """By the first letters, not by the file's name."""
    with files[0].open("rb") as file:
        start = file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
    if is_workbook(start) or spreadsheet.encoding_of(files[0]) == "utf-16":
        return "csv"
    if not start:
        raise Refused("This file is empty. Nothing was changed.")
    if start[:1] == b"<":
        raise Refused("This is a web page, and not a directory. Nothing was changed.")
    if b"\x00" in start:
        raise Refused("This is not a text file, so it cannot be read as a directory.")
    if A_FEED.match(start):
        return "openactive"
    return "oruk" if start[:1] in b"[{" else "csv"


def is_spreadsheet(path: Path) -> bool:
    """Whether somebody may have to say which of its headings is which. Raises `Refused` for what is neither."""
    return _sniffed([path]) == "csv"


def _open_oruk(path: Path, files: list[Path]) -> Opened:
    """Every file is gone through first, so that one that stops half-way changes nothing; then one service at a time."""
    held: list[tuple[Path, str]] = []
    claims: set[int] = set()
    count = 0
    others: list[tuple[str, Entry | str]] = []  # in a folder, files about something else are named and passed over
    for file in files:
        found = survey(file, PAGES)
        if path.is_dir() and not _tells_of_services(found, file):
            others.append((file.name, "This file holds no services."))
            continue
        count += _count(found, file)
        claims |= _claimed(found)
        held.append((file, found.name if found.name is not None else ALONE))
    _check_count(count)
    entries = chain(others, _oruk_entries(service for file, name in held for service in _services(file, name)))
    noticed = _doubt(claims, count)
    return Opened("oruk", path.stem, count + len(others), not noticed, entries, noticed)


def _count(found: Survey, file: Path) -> int:
    if found.name is not None:
        return found.count
    if "name" in found.beside and ("id" in found.beside or "description" in found.beside):
        return 1
    raise Refused(f"“{file.name}” does not hold a list of services. Nothing was changed.")


def _claimed(found: Survey) -> set[int]:
    """How many there are, as a page says."""
    claimed = found.beside.get("total_items") if found.name else None
    return {claimed} if isinstance(claimed, int) else set()


def _services(file: Path, name: str) -> Iterator[object]:
    return iter([read_whole(file)]) if name == ALONE else things_in(file, name)


def _open_feeds(path: Path, files: list[Path]) -> Opened:
    found = feeds.gathered(files)
    gone = tuple(feeds.gone_of(found))
    count = feeds.count_of(found)
    _check_count(count + len(gone))
    entries = feeds.entries_of(found)
    return Opened("openactive", path.stem, count, not found.doubt, entries, found.doubt, gone, found.licence)


def _doubt(claims: set[int], held: int) -> str:
    """Why what is missing in it may still be there. Then nothing leaves the table on its word."""
    stays = "What was not seen stays on the table."
    if len(claims) > 1:
        return f"This directory changed while it was read. {stays}"
    if claims and max(claims) > held:
        return f"This directory says that it holds {max(claims):,}, and gave {held:,}. {stays}"
    return ""


def _tells_of_services(found: Survey, file: Path) -> bool:
    """Whether a file is about services, and not about the organisations or terms that an export holds beside them."""
    first = found.first if found.name is not None else read_whole(file)
    return isinstance(first, dict) and not ONLY_SERVICES.isdisjoint(first)


def _check_count(count: int) -> None:
    if count == 0:
        raise Refused("There are no entries in it. Nothing was changed.")
    if count > MOST_ENTRIES:
        raise Refused("This has more than 1,000,000 entries. Please split it.")


def _oruk_entries(services: Iterable[object]) -> Iterator[tuple[str, Entry | str]]:
    for service in services:
        given = service.get("id") if isinstance(service, dict) else None
        known_as = one_line(given, 200) if isinstance(given, (str, int)) else ""
        yield _tried(known_as, lambda service=service: oruk.entry_of(service), service)


def _open_csv(path: Path, files: list[Path], named: dict[str, str] | None) -> Opened:
    """All rows are read first, so that a file that stops half-way changes nothing."""
    groups: dict[str, list[dict[str, str]]] = {}
    for file in files:
        for row in spreadsheet.rows_of(file, named):
            groups.setdefault(spreadsheet.id_of(row), []).append(row)
            if len(groups) > MOST_ENTRIES:
                _check_count(len(groups))
    _check_count(len(groups))
    entries = (_csv_entry(known_as, rows) for known_as, rows in groups.items())
    return Opened("csv", path.stem, len(groups), True, entries)


def _csv_entry(known_as: str, rows: list[dict[str, str]]) -> tuple[str, Entry | str]:
    if len({row.get("name", "") for row in rows}) > 1:
        return known_as, "Two different things have this id."
    return _tried(known_as, lambda: spreadsheet.entry_of(rows), rows[0])


def _tried(known_as: str, read, record: object) -> tuple[str, Entry | str]:
    try:
        entry = read()
    except BadEntry as reason:
        return known_as or id_from(raw_of(record)), str(reason)
    except RecursionError:
        return known_as, "It is nested too deeply."
    return entry.external_id, entry
