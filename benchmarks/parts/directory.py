"""The table of leaflets from a few listings to a million: what it costs to find as it grows, on both databases."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from benchmarks import drawn, find
from benchmarks.apart import DATABASES
from benchmarks.rows import KEPT, Row

SIZES = {
    "small": (500, 1_000),
    "usual": (1_000, 10_000, 50_000),
    "large": (1_000, 10_000, 100_000, 1_000_000),
}
MOST_GROWTH = 1.5
DRAWING = Path(KEPT).with_name("directory.svg")


def measured(size: str) -> Iterator[Row]:
    """Each size in a fresh install, each database in a process of its own; then how they grew, and the drawing."""
    halves: dict[str, list[tuple[int, float]]] = {}
    for database, before in DATABASES.items():
        for many in SIZES[size]:
            if took := find.by_itself(many, *before):
                halves.setdefault(f"found, {database}", []).append((many, find.at(0.5, took["find"])))
                halves.setdefault(f"icontains, {database}", []).append((many, find.at(0.5, took["icontains"])))
                yield from _rows(database, many, took)
    yield from (_grown(name, points) for name, points in halves.items() if len(points) > 1)
    if size != "small":
        DRAWING.write_text(drawn.lines(halves, "listings", "milliseconds, half of the questions"))


def _rows(database: str, many: int, took: dict[str, list[float]]) -> Iterator[Row]:
    name, how = f"{database}, {many:,} listings", shlex.join(["python", "-m", "benchmarks.find", str(many)])
    ours, sizes = find.at(0.95, took["find"]), f"{find.QUESTIONS} questions near a place"
    beside = f"{find.at(0.5, took['find']):.0f} / {ours:.0f} ms"
    slow = find.at(0.95, took["icontains"]) / ours
    yield Row(f"found with reasons, {name}", slow, "times as fast as icontains, 95 of 100", how, sizes, beside)
    if took["plain"]:
        plain = ours / find.at(0.95, took["plain"])
        yield Row(f"the same, {name}", plain, "plain full-text look-ups", how, sizes, beside, most=find.PLAIN_TIMES)


def _grown(name: str, points: list[tuple[int, float]]) -> Row:
    (few, first), (many, last) = points[0], points[-1]
    bar = MOST_GROWTH if name.startswith("found") else None
    sizes, beside = f"{few:,} to {many:,} listings", f"{first:.1f} to {last:.1f} ms"
    return Row(
        f"{name}, as it grows", last / first, "times as long", "python -m benchmarks directory", sizes, beside, most=bar
    )
