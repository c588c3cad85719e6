"""Takes in where postcodes are, so that distances can be told without asking anybody."""

import csv
from collections.abc import Iterable
from pathlib import Path

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused
from kith.directory.models import Postcode
from kith.directory.reading.points import on_the_globe
from kith.directory.search.places import tidy_postcode

NAMES = {
    "postcode": ("postcode", "pcds", "pcd", "outcode", "code"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "long", "lon", "lng"),
}
BATCH = 5000


@action
def import_postcodes(
    *, by: Actor, source_path: str | Path | None = None, rows: Iterable[tuple[str, float, float]] = ()
) -> int:
    """Keeps postcodes and outcodes with their middles; returns how many. From a CSV with headings
    (postcode, latitude, longitude; the names that national files use are known too) or from `rows`."""
    permit(by, Permission.IMPORT_DIRECTORY)
    points = _points(_rows_of(Path(source_path)) if source_path else rows)
    batch, count = [], 0
    for row in points:
        batch.append(row)
        if len(batch) == BATCH:
            count += _keep(batch)
            batch = []
    count += _keep(batch)
    trail.record("postcodes taken in", by=by, detail=str(count))
    return count


def _keep(batch: list[Postcode]) -> int:
    unique = list({row.code: row for row in batch}.values())
    Postcode.objects.bulk_create(
        unique, update_conflicts=True, unique_fields=["code"], update_fields=["latitude", "longitude"]
    )
    return len(unique)


def _points(rows: Iterable[tuple]) -> Iterable[Postcode]:
    for written, latitude, longitude in rows:
        code = tidy_postcode(str(written)).replace(" ", "")
        point = on_the_globe(latitude, longitude)
        if code and point[0] is not None and point[1] is not None:
            yield Postcode(code=code, latitude=point[0], longitude=point[1])


def _rows_of(path: Path) -> Iterable[tuple[str, str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            names = {(name or "").strip().casefold(): name for name in reader.fieldnames or []}
            columns = [next((names[name] for name in NAMES[key] if name in names), None) for key in NAMES]
            if None in columns:
                raise Refused("This file needs the headings postcode, latitude and longitude.")
            for row in reader:
                written, latitude, longitude = (row.get(column or "") or "" for column in columns)
                yield written, latitude, longitude
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Refused("This file cannot be read as a list of postcodes.") from None
