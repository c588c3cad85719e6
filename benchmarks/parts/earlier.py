"""What has a measurement of its own, which tells its ratio in its last lines: it is run as it is, and read."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.neighbourhood import ROOT
from benchmarks.rows import Row

SLOWEST = 900  # seconds


@dataclass(frozen=True)
class Told:
    """A module, its size for `small` and `usual`, and where in its words the figure stands."""

    name: str
    module: str
    sizes: tuple[int, int]
    said: str
    unit: str
    of: str
    least: float | None = None
    most: float | None = None
    each: float = 1  # what the number that it says is divided by


LETTERS = Told("letters sent", "letters", (200, 20_000), r"Kith is ([\d.]+) as fast", "of a bare loop", "letters")
REMINDERS = Told("all asked and reminded", "reminders", (500, 50_000), r"Both: ([\d.]+) s", "of a minute", "people")
FEED = Told(
    "a page of open data", "open_feed", (200, 1_000), r": ([\d.]+) \(at least", "of bytes held ready", "listings"
)
IMPORT = Told("an import", "directory_import", (500, 10_000), r"([\d.]+) times as long", "times bare rows", "listings")
TOLD = (
    replace(LETTERS, least=0.5),
    replace(REMINDERS, each=60, most=1),
    replace(FEED, least=0.6),
    replace(IMPORT, most=4),
)


def measured(size: str) -> Iterator[Row]:
    """Each in a process of its own. One that says no figure stands in the log with whatever it said instead."""
    for told in TOLD:
        many = told.sizes[size != "small"]
        command = [sys.executable, "-m", f"benchmarks.{told.module}", str(many)]
        done = subprocess.run(  # noqa: S603 - ourselves
            command, cwd=ROOT, check=False, timeout=SLOWEST, stdout=subprocess.PIPE, text=True
        )
        how, sizes = f"python -m benchmarks.{told.module} {many}", f"{many:,} {told.of}"
        for figure in re.findall(told.said, done.stdout):
            yield Row(told.name, float(figure) / told.each, told.unit, how, sizes, least=told.least, most=told.most)
