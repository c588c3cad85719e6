"""Where postcodes and named places are, from the files that operators download, a file or a folder of them.

Known are: any table with the headings postcode, latitude and longitude (the ONS Postcode Directory's names too); tables
of named places (the ONS Index of Place Names, or name, latitude and longitude); and Code-Point Open, which has no
headings and gives eastings and northings.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kith.access.refusal import Refused
from kith.directory.search.places import tidy_postcode

from .national_grid import degrees_of
from .points import on_the_globe

POSTCODES, NAMES = ("postcode", "pcds", "pcd", "outcode", "code"), ("name", "place", "town")
LATITUDES, LONGITUDES = ("latitude", "lat"), ("longitude", "long", "lon", "lng")
WITHIN = ("within", "county", "district", "ctyltnm")
CODE_POINT = 10  # columns: the postcode, how good it is, east, north, and names of areas
NOT_READ = "This file cannot be read as a list of postcodes or places."
HEADINGS = "This file needs the headings postcode (or name), latitude and longitude."


class Spot(NamedTuple):
    """One line: a postcode without its space, or a name with what it lies in. `point` is None where it has none."""

    postcode: str
    name: str
    within: str
    point: tuple[float, float] | None


def spots_in(path: Path) -> Iterator[Spot]:
    """Every line of it, in order. Raises `Refused` when it is no such file."""
    files = sorted(path.rglob("*.csv")) if path.is_dir() else [path]
    if not files:
        raise Refused("There is no CSV file in this folder.")
    for file in files:
        yield from _spots(file)


def _spots(file: Path) -> Iterator[Spot]:
    try:
        with file.open(encoding=_encoding(file), newline="") as opened:
            rows = csv.reader(opened)
            first = next(rows, [])
            if len(first) == CODE_POINT and tidy_postcode(first[0]):
                yield from map(_of_code_point, _chained(first, rows))
            else:
                yield from _of_table([name.strip().casefold() for name in first], rows)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise Refused(NOT_READ) from None


def _encoding(file: Path) -> str:
    """National files come in UTF-8 or, the older ones, in Windows letters."""
    with file.open("rb") as opened:
        try:
            while part := opened.readline():
                part.decode()
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _chained(first: list[str], rows: Iterable[list[str]]) -> Iterator[list[str]]:
    yield first
    yield from rows


def _of_code_point(row: list[str]) -> Spot:
    try:
        point = degrees_of(float(row[2]), float(row[3])) if float(row[2]) else None
    except (ValueError, IndexError):
        point = None
    return Spot(_code(row[0] if row else ""), "", "", point)


def _of_table(headings: list[str], rows: Iterable[list[str]]) -> Iterator[Spot]:
    named = next((name for name in headings if name.startswith("place") and name.endswith("nm")), "")
    postcode, name = _column(headings, POSTCODES), _column(headings, (named, *NAMES))
    latitude, longitude = _column(headings, LATITUDES), _column(headings, LONGITUDES)
    if None in (latitude, longitude) or (postcode is None and name is None):
        raise Refused(HEADINGS)
    within = _column(headings, WITHIN)
    for row in rows:
        code = _code(_cell(row, postcode))
        called = "" if postcode is not None else " ".join(_cell(row, name).split())
        yield Spot(code, called, _cell(row, within).strip(), _point(_cell(row, latitude), _cell(row, longitude)))


def _column(headings: list[str], names: Iterable[str]) -> int | None:
    return next((headings.index(name) for name in names if name and name in headings), None)


def _cell(row: list[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _code(written: str) -> str:
    return tidy_postcode(written).replace(" ", "")


def _point(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Postcodes that are no more in use stand at 99.999999 in national files: nowhere."""
    north, east = on_the_globe(latitude, longitude)
    return None if north is None or east is None else (north, east)
