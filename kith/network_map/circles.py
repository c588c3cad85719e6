"""People and places drawn as three calm circles, here, as SVG. What finds no room is counted, and the list has all.

Places are worked out with letters as large as a phone shows them: what does not touch there touches nowhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from .models import Circle, Facts

SIZE, MIDDLE = 460, 230
RINGS = {Circle.CLOSE: 84, Circle.MIDDLE: 154, Circle.FURTHER: 224}  # where each circle ends
STANDS_AT = {Circle.CLOSE: 56, Circle.MIDDLE: 120, Circle.FURTHER: 188}
MOST = {Circle.CLOSE: 6, Circle.MIDDLE: 10, Circle.FURTHER: 14}  # tried; more would be a crowd
BEGINS_AT = {Circle.CLOSE: 0.5, Circle.MIDDLE: 0.9, Circle.FURTHER: 0.2}  # so that names stand in no row
LETTER, LINE = 10.5, 22  # across and down, at the largest size they are shown in
LONGEST = 14  # letters of a name; the list has all of it
MARK = 9
BESIDE = 4  # left white to each side of a name, where paper has it on white
TURNS, STEPS = 40, (0, 14, -14)  # places tried, around and outwards


@dataclass(frozen=True)
class Box:
    """What something takes up."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    @property
    def is_inside(self) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= SIZE and self.bottom <= SIZE


@dataclass(frozen=True)
class Mark:
    """One connection in the drawing: a shape that says what it is, and its name below."""

    facts: Facts
    x: float
    y: float

    @property
    def words(self) -> str:
        name = self.facts.name
        return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"

    @property
    def shape(self) -> str:
        return shape_of(self.facts)

    @property
    def at(self) -> str:
        """Where its shape stands, for SVG."""
        return f"translate({self.x} {self.y})"

    @property
    def words_y(self) -> float:
        return round(self.y + MARK + LINE - 6, 1)

    @property
    def behind_words(self) -> str:
        """What its name stands on, as a path for SVG: where it is filled, no circle runs through the letters."""
        box = self.box
        left, right = box.left - BESIDE, box.right + BESIDE
        return f"M{left} {self.y + MARK}H{right}V{box.bottom}H{left}Z"

    @property
    def box(self) -> Box:
        half = max(len(self.words) * LETTER / 2, MARK)
        return Box(self.x - half, self.y - MARK - 1, self.x + half, self.y + MARK + LINE)


@dataclass(frozen=True)
class Drawing:
    """What the template draws. `left_out` is how many of each circle the list alone has."""

    marks: tuple[Mark, ...]
    left_out: tuple[tuple[str, int], ...]
    says: str
    size: int = SIZE
    middle: int = MIDDLE

    @property
    def rings(self) -> list[tuple[str, int, int]]:
        """The widest first: its words, how wide, and where its words stand."""
        return [(circle.label, RINGS[circle], _ring_words_y(circle)) for circle in reversed(Circle)]

    @property
    def shapes(self) -> list[tuple[str, str]]:
        """The shapes that are in it, with what each says."""
        found = {mark.shape: mark.facts.kind_words for mark in self.marks}
        return [(shape, found[shape]) for shape in SHAPES if shape in found]


SHAPES = ("person", "paid", "group", "place", "activity", "pet")


def shape_of(facts: Facts) -> str:
    """Paid or not is seen by the shape itself, not by its colour alone."""
    return "paid" if facts.is_paid else facts.kind


def drawing_of(rows: Sequence[Facts]) -> Drawing | None:
    """Those who are here, as they come: the first of each circle find a place first. None where there is nobody."""
    if not rows:
        return None
    taken = [_of_the_middle(), *map(_of_ring_words, Circle)]
    marks: list[Mark] = []
    left_out = []
    for circle in Circle:
        wanted = [each for each in rows if each.circle == circle]
        placed = list(_placed(wanted, circle, taken))
        marks += placed
        left_out.append((circle.label, len(wanted) - len(placed)))
    return Drawing(tuple(marks), tuple(each for each in left_out if each[1]), _says(rows, marks, left_out))


def _placed(wanted: list[Facts], circle: Circle, taken: list[Box]) -> Iterator[Mark]:
    """Each as near to its even share of the circle as there is room; who finds none is left out."""
    tried = wanted[: MOST[circle]]
    for place, facts in enumerate(tried):
        begins = BEGINS_AT[circle] + 2 * pi * place / len(tried)
        mark = next(_free(facts, circle, begins, taken), None)
        if mark is not None:
            taken.append(mark.box)
            yield mark


def _free(facts: Facts, circle: Circle, begins: float, taken: list[Box]) -> Iterator[Mark]:
    for x, y in _around(circle, begins):
        mark = Mark(facts, x, y)
        if mark.box.is_inside and not any(mark.box.touches(box) for box in taken):
            yield mark


def _around(circle: Circle, begins: float) -> Iterator[tuple[float, float]]:
    """Places on this circle, the nearest to where it begins first, to either side in turn."""
    for turn in range(TURNS):
        angle = begins + (turn + 1) // 2 * (-1) ** turn * 2 * pi / TURNS
        for step in STEPS:
            away = STANDS_AT[circle] + step
            yield round(MIDDLE + away * sin(angle), 1), round(MIDDLE - MARK - away * cos(angle), 1)


def _of_the_middle() -> Box:
    return Box(MIDDLE - 24, MIDDLE - 24, MIDDLE + 24, MIDDLE + 24)


def _ring_words_y(circle: Circle) -> int:
    return MIDDLE - RINGS[circle] + 16


def _of_ring_words(circle: Circle) -> Box:
    half, below = len(circle.label) * LETTER / 2, _ring_words_y(circle)
    return Box(MIDDLE - half, below - LINE + 4, MIDDLE + half, below + 4)


def _says(rows: Sequence[Facts], marks: Iterable[Mark], left_out: list[tuple[str, int]]) -> str:
    """The whole drawing in sentences."""
    more, drawn = dict(left_out), [mark.facts for mark in marks]
    said = []
    for circle in Circle:
        names = [each.name for each in drawn if each.circle == circle]
        names += [f"{more[circle.label]} more in the list"] if more.get(circle.label) else []
        said.append(f"{circle.label}: {', '.join(names)}." if names else "")
    return " ".join(filter(None, said))
