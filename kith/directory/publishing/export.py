"""The public part of the directory as a file: what is going on, and nothing that anybody noted beside it."""

import csv
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from kith.access.refusal import Refused
from kith.directory.models import Activity, OpenListing, Times
from kith.directory.reading.headings import HEADINGS
from kith.directory.reading.schedule import DAY_NAMES
from kith.outbox.spreadsheets import harmless

from . import finding, oruk
from .answers import written
from .plain import host_of, phone_of

FORMATS = ("oruk", "csv")
CHUNK = 500
WEEKS = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}


def export_to(file: Path, format: str = "", progress: Callable[[int, int], None] | None = None) -> int:
    """Writes everything open; gives how many listings. The file is whole or it is not there."""
    format = format or ("csv" if file.suffix.lower() == ".csv" else "oruk")
    try:
        with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=file.parent, delete=False) as made:
            try:
                count = (_as_csv if format == "csv" else _as_oruk)(made, _listings(progress))
                made.flush()
                os.chmod(made.name, 0o644)
                os.replace(made.name, file)
            except BaseException:
                os.unlink(made.name)
                raise
    except OSError:
        raise Refused(f"“{file}” cannot be written.") from None
    return count


def _listings(progress: Callable[[int, int], None] | None) -> Iterator[OpenListing]:
    total = finding.open_listings().count()
    for done, listing in enumerate(finding.in_full(finding.open_listings()).iterator(chunk_size=CHUNK), start=1):
        yield listing
        if progress:
            progress(done, total)


def _as_oruk(file: IO[str], listings: Iterator[OpenListing]) -> int:
    """One page with every service in full, as the standard writes a page."""
    file.write('{"contents": [\n')
    count = 0
    for count, listing in enumerate(listings, start=1):
        file.write((",\n" if count > 1 else "") + written(oruk.service(listing)))
    told = {"total_items": count, "total_pages": 1, "page_number": 1, "size": count}
    told |= {"first_page": True, "last_page": True, "empty": not count}
    file.write("\n], " + json.dumps(told)[1:] + "\n")
    return count


def _as_csv(file: IO[str], listings: Iterator[OpenListing]) -> int:
    """One row for each regular time; rows with one id are one listing."""
    writer = csv.DictWriter(file, HEADINGS)
    writer.writeheader()
    count = 0
    for listing in listings:
        writer.writerows(_rows(listing))
        count += 1
    return count


def _rows(listing: OpenListing) -> list[dict[str, str]]:
    activity = listing.activity
    same = {name: harmless(words) for name, words in _said(listing, activity).items()} | _where(activity)
    return [same | _time(row) for row in activity.times.all()] or [same]


def _said(listing: OpenListing, activity: Activity) -> dict[str, str]:
    place = activity.place
    return {
        "id": str(listing.open_id),
        "name": activity.name,
        "organization": activity.organisation.name if activity.organisation else "",
        "description": activity.long_text or activity.summary,
        "categories": "; ".join(activity.categories),
        "postcode": place.postcode if place else "",
        "address": (place.address or place.name) if place else "",
        "date": activity.on_date.isoformat() if activity.on_date else "",
        "cost": _cost(activity),
        "phone": phone_of(activity),
        "email": activity.email,
        "url": activity.url,
        "access": activity.access_words,
        "contact": host_of(activity),
    } | _more(activity)


def _more(activity: Activity) -> dict[str, str]:
    """What hardly any other list has."""
    return {
        "apply by": activity.apply_by.isoformat() if activity.apply_by else "",
        "setting": _known(activity.setting),
        "getting there": activity.getting_there,
        "expect": activity.what_to_expect,
        "form asks": activity.form_asks,
        "kit": activity.kit_words,
        "travel": activity.travel_words,
        "funding": _yes_or_no(activity.needs_funding),
        "taster": _yes_or_no(activity.taster),
        "audience": _known(activity.audience),
    }


def _known(choice: str) -> str:
    return "" if choice == "unknown" else str(choice)


def _yes_or_no(value: bool | None) -> str:
    return {True: "yes", False: "no"}.get(value, "") if value is not None else ""


def _where(activity: Activity) -> dict[str, str]:
    point = activity.place.point if activity.place else None
    return {"latitude": str(point[0]), "longitude": str(point[1])} if point else {}


def _cost(activity: Activity) -> str:
    if activity.cost_words:
        return activity.cost_words
    if activity.is_free or activity.price_pence == 0:
        return "Free"
    return f"£{activity.price_pence / 100:.2f}" if activity.price_pence else ""


def _time(row: Times) -> dict[str, str]:
    return {
        "day": DAY_NAMES[row.weekday] if row.weekday is not None else "",
        "starts": f"{row.starts:%H:%M}" if row.starts else "",
        "ends": f"{row.ends:%H:%M}" if row.ends else "",
        "frequency": f"{row.frequency}, {WEEKS[row.week_of_month]}" if row.week_of_month else str(row.frequency),
        "first day": row.valid_from.isoformat() if row.valid_from else "",
        "last day": row.valid_until.isoformat() if row.valid_until else "",
        "not on": "; ".join(row.not_on),
        "term times": "yes" if row.term_times_only else "",
    }
