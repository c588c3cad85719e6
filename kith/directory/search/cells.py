"""The map cut into cells of some three miles, row by row from the south: what is near lies in a few rows of cells."""

from math import floor

from .places import Point, box_around

HEIGHT, WIDTH = 0.05, 0.08  # degrees north and east
COLUMNS = round(360 / WIDTH) + 1
NOWHERE = (round(180 / HEIGHT) + 1) * COLUMNS  # beyond the last cell
BLOCK_BITS, ROW_BITS = 16, 20  # listings whose keys differ in so many bits share a row of the table
Stretch = tuple[int, int]  # numbers of rows of the table, both counted
MOST_MILES = 30  # a wider look is one at the words of the whole directory


def cell_of(point: Point | None) -> int:
    """The number of the cell that holds a point; `NOWHERE` where there is none."""
    return NOWHERE if point is None else _row(point[0]) * COLUMNS + _column(point[1])


def row_of(point: Point | None, activity_id: int) -> int:
    """The row of the table that holds a listing."""
    return cell_of(point) << ROW_BITS | activity_id >> BLOCK_BITS


def stretches_near(here: Point, miles: float) -> list[Stretch]:
    """Where in the table everything so near stands."""
    south, west, north, east = box_around(here, miles)
    first, last = _column(west), _column(east)
    rows = range(_row(south), _row(north) + 1)
    return [_stretch(row * COLUMNS + first, row * COLUMNS + last) for row in rows]


def nowhere() -> Stretch:
    """Where in the table everything without a place stands."""
    return _stretch(NOWHERE, NOWHERE)


def _stretch(first: int, last: int) -> Stretch:
    return first << ROW_BITS, (last + 1 << ROW_BITS) - 1


def _row(latitude: float) -> int:
    return floor((min(90.0, max(-90.0, latitude)) + 90) / HEIGHT)


def _column(longitude: float) -> int:
    return floor((min(180.0, max(-180.0, longitude)) + 180) / WIDTH)
