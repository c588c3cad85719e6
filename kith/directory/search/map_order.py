"""Every place as one number, in an order that keeps neighbours together: what is near is a few stretches of it.

The globe is cut into bands of a quarter of a degree, from south to north. In a band the numbers run from west to east
in steps of a hundredth of a degree, and inside a step from south to north. An index in this order is read only where
it matters, however large the directory is.
"""

from math import floor
from typing import NamedTuple

from .places import Point, box_around

STEPS = 100  # of a degree
HEIGHT = 25  # steps from the south of a band to its north
COLUMN_BITS, HEIGHT_BITS = 16, 5
MOST_BANDS = 24  # about 400 miles; a wider look is one at everything
NOWHERE = 1023 << (COLUMN_BITS + HEIGHT_BITS)  # beyond the last band


class Span(NamedTuple):
    """Numbers from `first` to `last` whose height in the band is from `south` to `north`, all counted."""

    first: int
    last: int
    south: int
    north: int


WITHOUT_A_PLACE = Span(NOWHERE, NOWHERE, 0, 0)


def spot_of(point: Point | None) -> int:
    """The number of a point; `NOWHERE` where there is none."""
    if point is None:
        return NOWHERE
    band, height = divmod(_row(point[0]), HEIGHT)
    return _number(band, _column(point[1]), height)


def spans_near(here: Point, miles: float) -> list[Span]:
    """The stretches that hold everything so near, or [] when they would be too many to be worth it."""
    south, west, north, east = box_around(here, miles)
    low, high = _row(south), _row(north)
    bands = range(low // HEIGHT, high // HEIGHT + 1)
    if len(bands) > MOST_BANDS:
        return []
    return [
        Span(
            _number(band, _column(west), 0),
            _number(band, _column(east), (1 << HEIGHT_BITS) - 1),
            low % HEIGHT if band == bands[0] else 0,
            high % HEIGHT if band == bands[-1] else HEIGHT - 1,
        )
        for band in bands
    ]


def _row(latitude: float) -> int:
    return min(180 * STEPS, max(0, floor((latitude + 90) * STEPS)))


def _column(longitude: float) -> int:
    return min(360 * STEPS, max(0, floor((longitude + 180) * STEPS)))


def _number(band: int, column: int, height: int) -> int:
    return (band << COLUMN_BITS | column) << HEIGHT_BITS | height
