"""A spreadsheet, as CSV or an Excel workbook, with the headings everybody is told of, or others that somebody named.

Only `name` is required.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from kith.access.refusal import Refused

from . import more, workbook
from .contact import clock_of, cost_of, day_of, email_of, phone_of, postcode_told, sensible_day_of, url_of
from .entry import BadEntry, Entry, OrganisationDetails, PlaceDetails, Slot
from .finish import finished, id_from, name_of, raw_of
from .points import point_told
from .schedule import DAY_NAMES
from .text import one_line, plain_text

HEADINGS = (
    "id", "name", "organization", "description", "categories", "latitude", "longitude", "postcode", "address",
    "day", "starts", "ends", "frequency", "date", "cost", "phone", "email", "url", "access", "contact",
    "first day", "last day", "not on", "term times", "apply by", "setting", "getting there", "expect", "form asks",
    "kit", "travel", "funding", "taster", "audience",
)  # fmt: skip
FREQUENCIES = {
    "": "weekly",
    "weekly": "weekly",
    "every week": "weekly",
    "fortnightly": "fortnightly",
    "every two weeks": "fortnightly",
    "monthly": "monthly",
    "every month": "monthly",
}
OTHER_WORDS = {
    other: our
    for our, others in {
        "name": "title|activity|activity name|activity title|service|service name|group|group name|event|what",
        "organization": "organisation|organiser|organizer|provider|run by|club|who runs it",
        "description": "about|details|summary|notes|information",
        "categories": "category|type|kind|tags|theme",
        "latitude": "lat",
        "longitude": "lng|lon|long",
        "postcode": "post code|zip",
        "address": "venue|location|place|where|address 1",
        "day": "days|weekday|when|day of week",
        "starts": "start|start time|time|from|opens|starts at",
        "ends": "end|end time|to|until|closes|ends at",
        "frequency": "how often|repeats",
        "date": "start date|on",
        "cost": "price|fee|fees|charge|how much",
        "phone": "telephone|tel|phone number|telephone number|mobile",
        "email": "e mail|email address|contact email",
        "url": "website|web|web page|link|web site",
        "access": "accessibility|disabled access",
        "contact": "contact name|contact person|who to ask",
        "first day": "starts on|first date|valid from",
        "last day": "ends on|last date|end date|valid to|valid until",
        "not on": "except|not on these days|closed on",
        "term times": "term time|term time only|term times only",
        "apply by": "deadline|entry deadline|closing date|book by|apply before",
        "setting": "attending type|attendance|how it is held|online",
        "getting there": "directions|travel directions|how to get there",
        "expect": "what to expect",
        "form asks": "what their form asks|application form",
        "kit": "equipment|what to bring|what to buy",
        "travel": "fares|fare|travel cost",
        "funding": "needs funding|funded",
        "taster": "try it once|free trial|trial",
        "audience": "for whom|who it is for",
    }.items()
    for other in others.split("|")
}
DAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.I)
CUT_SHORT = "This file stops in the middle of a row, or is not a CSV file. Nothing was changed."
csv.field_size_limit(5_000_000)


def rows_of(path: Path, named: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """The rows by heading. `named` says which of their headings is which of ours.

    A file that cannot be read, or has no heading for the name, is refused."""
    lines = _lines(path)
    headings = ours(next(lines, []), named or {})
    if "name" not in headings:
        raise Refused(
            "This file has no heading “name” in its first line. Say which of its headings is which: "
            f"{', '.join(heading for heading in headings if heading)[:300] or 'it has none'}."
        )
    for cells in lines:
        if any(cell.strip() for cell in cells):
            yield {heading: cell.strip() for heading, cell in zip(headings, cells, strict=False) if heading in HEADINGS}


def ours(written: list[str], named: dict[str, str]) -> list[str]:
    """Our word for each of their headings. What somebody named counts; a heading it takes the place of is left out."""
    said = {theirs.strip().casefold(): our for theirs, our in named.items()}
    plain = [heading.strip().casefold().replace("organisation", "organization") for heading in written]
    taken = set(said.values())
    return [
        said.get(raw.strip().casefold(), "" if heading in taken else heading)
        for raw, heading in zip(written, plain, strict=True)
    ]


def guessed(headings: list[str]) -> dict[str, str]:
    """Which of ours each heading probably is: our own word, or one that people often use for it. Each once."""
    found: dict[str, str] = {}
    for heading in headings:
        plain = " ".join(re.sub(r"[_\W]+", " ", heading.casefold()).split())
        our = plain if plain in HEADINGS else OTHER_WORDS.get(plain, "")
        if our and our not in found.values():
            found[heading] = our
    return found


def headings_of(path: Path) -> tuple[list[str], list[list[str]]]:
    """The headings as they are written, and the first rows below, for somebody to say which is which."""
    lines = _lines(path)
    headings = [heading.strip() for heading in next(lines, [])]
    return headings, [cells for cells in islice(lines, 20) if any(cell.strip() for cell in cells)][:3]


def _lines(path: Path) -> Iterator[list[str]]:
    with path.open("rb") as file:
        start = file.read(4)
    return workbook.lines_of(path) if workbook.is_workbook(start) else _csv_lines(path)


def _csv_lines(path: Path) -> Iterator[list[str]]:
    """Every row of the file. One that stops in the middle is refused, once its end is reached."""
    width, last = 0, 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for cells in csv.reader(file, strict=True):
                width, last = width or len(cells), len(cells)
                yield cells
    except UnicodeDecodeError:
        raise Refused("This file is not text in UTF-8. Save it again as “CSV UTF-8”.") from None
    except csv.Error:
        raise Refused(CUT_SHORT) from None
    if last < width and not _ends_with_a_line(path):
        raise Refused(CUT_SHORT)


def _ends_with_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 1))
        return file.read() in (b"\n", b"\r", b"")


def entry_of(rows: list[dict[str, str]]) -> Entry:
    """One entry from its rows: several rows with one id are one thing with several times."""
    row = {heading: rows[0].get(heading, "") for heading in HEADINGS}
    place, noticed = _place(row)
    checked_name = name_of(row["name"])
    fields = {
        "name": checked_name,
        "categories": [one_line(part, 100) for part in re.split(r"[;|,>]", row["categories"]) if part.strip()][:30],
        "on_date": _date(row["date"], "date"),
        "apply_by": _date(row["apply by"], "last day to apply"),
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
        noticed=noticed,
        times=tuple(dict.fromkeys(slot for one in rows for slot in _times(one)))[:60],
    )


def id_of(row: dict[str, str]) -> str:
    """The row's id, or one from its content."""
    return one_line(row.get("id", ""), 200) or id_from(raw_of(row))


def _date(written: str, called: str):
    if written and day_of(written) is None:
        raise BadEntry(f"Its {called} “{written[:40]}” is not written as 2026-11-23 or 23/11/2026.")
    if written and sensible_day_of(written) is None:
        raise BadEntry(f"Its {called} “{written[:40]}” is not in this century or the last.")
    return day_of(written)


def _times(row: dict[str, str]) -> list[Slot]:
    """Its regular times, with from when until when they hold."""
    first, last = (_date(row.get(heading, ""), heading) for heading in ("first day", "last day"))
    if first and last and last < first:
        raise BadEntry("Its last day is before its first.")
    not_on = tuple(day for part in re.split(r"[;|,]", row.get("not on", "")) if (day := _date(part.strip(), "day")))
    in_terms = more.yes_or_no(row.get("term times", "")) or False
    span = {"valid_from": first, "valid_until": last, "not_on": not_on, "term_times_only": in_terms}
    return [replace(slot, **span) for slot in _slots(row)]


def _place(row: dict[str, str]) -> tuple[PlaceDetails | None, tuple[str, ...]]:
    point, doubt = point_told(row["latitude"], row["longitude"])
    if (row["latitude"] or row["longitude"]) and point == (None, None):
        raise BadEntry("Its latitude and longitude are not a place on the globe.")
    address, (postcode, doubted) = one_line(row["address"], 1000), postcode_told(row["postcode"])
    noticed = tuple(filter(None, (doubt, doubted)))
    is_told = address or postcode or point[0] is not None
    return PlaceDetails("", address, postcode, *point) if is_told else None, noticed


def _slots(row: dict[str, str]) -> list[Slot]:
    starts, ends = (_clock(row.get(heading, "")) for heading in ("starts", "ends"))
    written = row.get("frequency", "").casefold()
    weeks = more.weeks_in(written) or more.weeks_in(row.get("day", ""))
    frequency = "monthly" if weeks else FREQUENCIES.get(written)
    if frequency is None:
        raise BadEntry(f"Its frequency “{row['frequency'][:40]}” is not weekly, fortnightly or monthly.")
    days: list[int | None] = [DAY_NAMES.index(found[1].lower()) for found in DAY.finditer(row.get("day", ""))]
    if row.get("day") and not days:
        raise BadEntry(f"Its day “{row['day'][:40]}” is not a day of the week.")
    if not days and (row.get("date") or not starts):
        return [Slot(None, starts, ends)] if starts else []
    return [Slot(day, starts, ends, frequency, week) for week in weeks or [None] for day in days or [None]]


def _clock(written: str):
    if not written:
        return None
    found = clock_of(written if re.search(r"[:.apAP]", written) else f"{written}:00")
    if found is None:
        raise BadEntry(f"Its time “{written[:40]}” is not written as 18:30.")
    return found
