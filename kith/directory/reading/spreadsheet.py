"""A spreadsheet, as CSV or an Excel workbook, with the headings everybody is told of, or others that somebody named.

Only `name` is required.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kith.access.refusal import Refused
from kith.outbox.spreadsheets import as_it_was

from . import more, workbook
from .contact import cost_of, email_of, phone_of, postcode_told, url_of
from .entry import BadEntry, Entry, OrganisationDetails, PlaceDetails
from .finish import finished, id_from, name_of, raw_of
from .headings import HEADINGS, ours
from .points import point_told
from .row_times import day_told, when_of
from .text import one_line, plain_text

CUT_SHORT = "This file stops in the middle of a row, or is not a CSV file. Nothing was changed."
csv.field_size_limit(5_000_000)


def rows_of(path: Path, named: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The rows by heading. `named` says which of their headings is which of ours.

    A file that cannot be read, or has no heading for the name, is refused."""
    return (row for _, row in _numbered(path, named))


def whereabouts(path: Path, named: dict[str, str] | None, ids: set[str]) -> dict[str, str]:
    """Where somebody finds these entries in the file: “Row 4, “Choir””."""
    found: dict[str, str] = {}
    for number, row in _numbered(path, named):
        if (known_as := id_of(row)) in ids and known_as not in found:
            name = one_line(row.get("name", ""), 80)
            found[known_as] = f"Row {number}, “{name}”" if name else f"Row {number}"
    return found


def _numbered(path: Path, named: dict[str, str] | None) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row that says anything, with its number as a spreadsheet shows it."""
    lines = _lines(path)
    headings = ours(next(lines, (1, []))[1], named or {})
    if "name" not in headings:
        raise Refused(
            "This file has no heading “name” in its first line. Say which of its headings is which: "
            f"{', '.join(heading for heading in headings if heading)[:300] or 'it has none'}."
        )
    for number, cells in lines:
        if any(cell.strip() for cell in cells):
            row = {heading: as_it_was(cell.strip()) for heading, cell in zip(headings, cells, strict=False)}
            yield number, {heading: cell for heading, cell in row.items() if heading in HEADINGS}


def headings_of(path: Path) -> tuple[list[str], list[list[str]]]:
    """The headings as they are written, and the first rows below, for somebody to say which is which."""
    lines = _lines(path)
    headings = [heading.strip() for heading in next(lines, (1, []))[1]]
    return headings, [cells for _, cells in islice(lines, 20) if any(cell.strip() for cell in cells)][:3]


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number, as the program that wrote it shows it."""
    with path.open("rb") as file:
        start = file.read(4)
    return workbook.numbered(path) if workbook.is_workbook(start) else enumerate(_csv_lines(path), 1)


def _csv_lines(path: Path) -> Iterator[list[str]]:
    """Every row of the file. One that stops in the middle is refused, once its end is reached."""
    width, last = 0, 0
    try:
        with path.open(encoding=encoding_of(path), newline="") as file:
            between = _between(file.readline())
            file.seek(0)
            for cells in csv.reader(file, strict=True, delimiter=between):
                width, last = width or len(cells), len(cells)
                yield cells
    except UnicodeError:
        raise Refused("This file is not text in UTF-8. Save it again as “CSV UTF-8”.") from None
    except csv.Error:
        raise Refused(CUT_SHORT) from None
    if last < width and not _ends_with_a_line(path):
        raise Refused(CUT_SHORT)


def encoding_of(path: Path) -> str:
    """UTF-8; or UTF-16 where its first two bytes say so, as Excel's “Unicode text” has it."""
    with path.open("rb") as file:
        return "utf-16" if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _between(first_line: str) -> str:
    """What stands between two cells: a comma, or the semicolon or tab of other programs."""
    return max(",;\t", key=first_line.count)


def _ends_with_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 1))
        return file.read() in (b"\n", b"\r", b"\x00", b"")


def entry_of(rows: list[dict[str, str]]) -> Entry:
    """One entry from its rows: several rows with one id are one thing with several times."""
    row = {heading: rows[0].get(heading, "") for heading in HEADINGS}
    place, noticed = _place(row)
    whens = [when_of(one) for one in rows]
    fields = {
        "name": name_of(row["name"]),
        "categories": [one_line(part, 100) for part in re.split(r"[;|,>]", row["categories"]) if part.strip()][:30],
        "on_date": whens[0].on_date,
        "apply_by": day_told(row["apply by"], "last day to apply"),
        "phone": phone_of(row["phone"]),
        "email": email_of(row["email"]),
        "url": url_of(row["url"]),
        "access_words": plain_text(row["access"]),
        "host_name": one_line(row["contact"], 100),
        "status": "live",
        "last_checked_on": None,
        "last_checked_how": "",
    }
    fields |= more.fields_in(row) | {"cost_words": ""} | cost_of(plain_text(row["cost"]))
    return finished(
        external_id=id_of(rows[0]),
        fields=fields,
        record=rows if len(rows) > 1 else rows[0],
        description=row["description"],
        organisation=OrganisationDetails(one_line(row["organization"])),
        place=place,
        noticed=(*noticed, *(words for when in whens for words in when.noticed)),
        times=tuple(dict.fromkeys(slot for when in whens for slot in when.slots))[:60],
    )


def id_of(row: dict[str, str]) -> str:
    """The row's id, or one from its content."""
    return one_line(row.get("id", ""), 200) or id_from(raw_of(row))


def _place(row: dict[str, str]) -> tuple[PlaceDetails | None, tuple[str, ...]]:
    point, doubt = point_told(row["latitude"], row["longitude"])
    if (row["latitude"] or row["longitude"]) and point == (None, None):
        raise BadEntry("Its latitude and longitude are not a place on the globe.")
    address, (postcode, doubted) = one_line(row["address"], 1000), postcode_told(row["postcode"])
    noticed = tuple(filter(None, (doubt, doubted)))
    is_told = address or postcode or point[0] is not None
    return PlaceDetails("", address, postcode, *point) if is_told else None, noticed
