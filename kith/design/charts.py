"""A calm line chart, drawn here as SVG: few points with their own words, and a table that says the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

WIDTH, HEIGHT = 440, 200
LEFT, RIGHT, TOP, BOTTOM = 24, 416, 46, 142
ROOM = 92  # across, for the words at one point: nearer ones go without, the table has them all
ROOM_AT_THE_ENDS = 122  # words at either end stand wholly on one side of their point


@dataclass(frozen=True)
class Point:
    """One result: its day, its size for drawing (any unit), and the words people use for it ("27:40")."""

    day: date
    size: float
    words: str


@dataclass(frozen=True)
class Dot:
    """Where a point stands in the drawing, and what is written at it."""

    x: float
    y: float
    words: str
    day: str
    is_latest: bool
    has_label: bool
    anchor: str

    @property
    def label_y(self) -> float:
        return self.y - 16


@dataclass(frozen=True)
class LineChart:
    """What the template draws."""

    title: str
    dots: tuple[Dot, ...]
    rows: tuple[tuple[str, str], ...]
    columns: tuple[str, str]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = BOTTOM + 18
    foot: int = HEIGHT - 8

    @property
    def line(self) -> str:
        """The points of the polyline."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)

    @property
    def says(self) -> str:
        """The whole chart in one sentence."""
        return f"{self.title}: " + ", ".join(f"{words} on {day}" for day, words in self.rows)


def line_chart(
    *,
    title: str,
    points: Iterable[Point],
    columns: tuple[str, str] = ("Day", "Result"),
    ends: tuple[float, float] | None = None,
) -> LineChart | None:
    """A chart of points in order of their days; None when there is nothing to draw. `ends`: the smallest and largest
    size there can be, so that one step looks like one; left out, it is as high as its points are."""
    points = sorted(points, key=lambda point: point.day)
    if not points:
        return None
    rows = tuple((date_format(point.day, "j F Y"), point.words) for point in points)
    days = [point.day.toordinal() for point in points]
    across = [_between(day, days, LEFT, RIGHT) for day in days]
    sizes = [-point.size for point in points]
    span = [-end for end in ends] if ends else sizes
    heights = [_between(size, span, TOP, BOTTOM) for size in sizes]
    labelled = _with_room(across, heights)
    places = enumerate(zip(across, heights, strict=True))
    dots = tuple(_dot(points, place, x, y, place in labelled) for place, (x, y) in places)
    return LineChart(title=title, dots=dots, rows=rows, columns=columns)


def _dot(points, place, x, y, has_label):
    point = points[place]
    return Dot(
        x=x,
        y=y,
        words=point.words,
        day=date_format(point.day, "j M"),
        is_latest=place == len(points) - 1,
        has_label=has_label,
        anchor=_anchor(x),
    )


def _between(value, values, start, end):
    """Where a value stands between start and end; in the middle when all are the same."""
    low, high = min(values), max(values)
    share = (value - low) / (high - low) if high > low else 0.5
    return round(start + share * (end - start), 1)


def _anchor(x):
    if x < LEFT + 30:
        return "start"
    return "end" if x > RIGHT - 30 else "middle"


def _with_room(across, heights):
    """Which points get words: the latest, the first, then every one between that has room. Of points on
    one day the highest alone has words, so that they stand over no other point."""
    *earlier, last = _highest_of_each_day(across, heights)
    chosen = [last]
    for place in earlier:
        if all(_is_apart(across[place], across[other]) for other in chosen):
            chosen.append(place)
    return set(chosen)


def _highest_of_each_day(across, heights):
    highest = {}
    for place, x in enumerate(across):
        if x not in highest or heights[place] <= heights[highest[x]]:
            highest[x] = place
    return list(highest.values())


def _is_apart(x, other):
    room = ROOM if _anchor(x) == _anchor(other) else ROOM_AT_THE_ENDS
    return abs(x - other) >= room
