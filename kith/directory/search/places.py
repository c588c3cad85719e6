"""Points, postcodes, miles, and the cells that let a near search read only what is near."""

import re
from math import asin, ceil, cos, floor, radians, sin, sqrt

from kith.directory.models import Postcode

Point = tuple[float, float]  # latitude and longitude in degrees, WGS 84

EARTH_MILES = 3958.8
MILES_A_DEGREE = 69.0
POSTCODE = re.compile(
    r"\b(GIR ?0AA|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY]))"
    r"(?: ?([0-9][ABD-HJLNP-UW-Z]{2}))?\b"
)
PARTLY = re.compile(r"[A-PR-UWYZ][A-Z]?(?:[0-9][0-9A-Z]?(?: [0-9])?)?")  # letters, an outcode, or that and one figure
POINT = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")
FINE, COARSE = (0.05, 0.08, "xf"), (0.25, 0.4, "xg")  # degrees north, degrees east, the word's beginning
NOWHERE = "xnowhere"
MOST_CELLS = 150


def tidy_postcode(text: str) -> str:
    """The postcode in capitals with one space, or the outcode alone, or "" when it is neither."""
    found = POSTCODE.fullmatch(" ".join(text.upper().split()))
    if not found:
        found = POSTCODE.fullmatch(re.sub(r"\s", "", text.upper()))
    return " ".join(part for part in found.groups() if part) if found else ""


def points_of_postcodes(postcodes: set[str]) -> dict[str, Point]:
    """The middles of these tidy postcodes, or else of their first halves. Those that we do not know are left out."""
    codes = {part for postcode in postcodes for part in (postcode.replace(" ", ""), postcode.split()[0])}
    known = {row.code: (row.latitude, row.longitude) for row in Postcode.objects.filter(code__in=codes)}
    found = {postcode: known.get(postcode.replace(" ", "")) or known.get(postcode.split()[0]) for postcode in postcodes}
    return {postcode: point for postcode, point in found.items() if point}


def miles_between(here: Point, there: Point) -> float:
    """Miles as the crow flies (haversine)."""
    (lat1, lon1), (lat2, lon2) = [(radians(lat), radians(lon)) for lat, lon in (here, there)]
    bend = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(min(1.0, bend)))


def box_around(here: Point, miles: float) -> tuple[float, float, float, float]:
    """South, west, north, east of a box that holds the circle."""
    north = miles / MILES_A_DEGREE
    east = north / max(0.01, cos(radians(min(89.0, abs(here[0]) + north))))
    return here[0] - north, here[1] - east, here[0] + north, here[1] + east


def cell_words(point: Point | None) -> list[str]:
    """The words by which a document says where it is."""
    if point is None:
        return [NOWHERE]
    return [_cell(point, size) for size in (FINE, COARSE)]


def cells_near(here: Point, miles: float) -> list[str]:
    """The cells a circle touches, or [] when there would be too many to be worth it."""
    south, west, north, east = box_around(here, miles)
    for high, wide, start in (FINE, COARSE):
        rows = range(floor((south + 90) / high), ceil((north + 90) / high))
        columns = range(floor((west + 180) / wide), ceil((east + 180) / wide))
        if len(rows) * len(columns) <= MOST_CELLS:
            return [f"{start}{row}y{column}" for row in rows for column in columns]
    return []


def _cell(point: Point, size: tuple[float, float, str]) -> str:
    high, wide, start = size
    return f"{start}{floor((point[0] + 90) / high)}y{floor((point[1] + 180) / wide)}"
