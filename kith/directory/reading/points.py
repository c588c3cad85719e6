"""Latitude and longitude as they are written: checked, and turned round where they stand the wrong way."""

import math

TURNED = "Its latitude and longitude stood the wrong way round. They were turned."
NOT_ON_THE_GLOBE = "Its latitude and longitude are not a place on the globe, so nobody is told how far it is."
SOUTH, NORTH, WEST, EAST = 49.0, 61.5, -11.0, 3.0  # Britain and Ireland: turned round, they lie in the Indian Ocean
Degrees = tuple[float | None, float | None]


def on_the_globe(latitude: object, longitude: object) -> Degrees:
    """Both as degrees, or neither; nought and nought is nowhere."""
    try:
        point = float(str(latitude)), float(str(longitude))
    except ValueError:
        return None, None
    fits = all(map(math.isfinite, point)) and abs(point[0]) <= 90 and abs(point[1]) <= 180 and point != (0.0, 0.0)
    return point if fits else (None, None)


def point_told(latitude: object, longitude: object) -> tuple[Degrees, str]:
    """The same, and a sentence about what was odd; "" when nothing was."""
    turned = on_the_globe(longitude, latitude)
    if _is_here(turned):
        return turned, TURNED
    point = on_the_globe(latitude, longitude)
    is_given = str(latitude or "").strip() or str(longitude or "").strip()
    return point, NOT_ON_THE_GLOBE if is_given and point == (None, None) else ""


def _is_here(point: Degrees) -> bool:
    latitude, longitude = point
    return latitude is not None and longitude is not None and SOUTH < latitude < NORTH and WEST < longitude < EAST
