"""Points, postcodes and miles."""

import re
from math import asin, cos, radians, sin, sqrt

from django.db.models import Value, functions
from django.db.models.expressions import Combinable

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


def miles_from(here: Point, latitude: str, longitude: str) -> Combinable:
    """The same, reckoned by the database, to the point in these columns."""
    lat1, lon1 = (Value(radians(degrees)) for degrees in here)
    lat2, lon2 = functions.Radians(latitude), functions.Radians(longitude)
    north, east = (functions.Power(functions.Sin((to - at) / 2.0), 2) for to, at in ((lat2, lat1), (lon2, lon1)))
    bend = north + functions.Cos(lat1) * functions.Cos(lat2) * east
    return 2 * EARTH_MILES * functions.ASin(functions.Sqrt(functions.Least(Value(1.0), bend)))


def box_around(here: Point, miles: float) -> tuple[float, float, float, float]:
    """South, west, north, east of a box that holds the circle."""
    north = miles / MILES_A_DEGREE
    east = north / max(0.01, cos(radians(min(89.0, abs(here[0]) + north))))
    return here[0] - north, here[1] - east, here[0] + north, here[1] + east
