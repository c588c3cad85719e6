"""The labelled set as it is kept: what people say, which listings answer it, and what is known of each listing."""

import csv
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
LISTINGS = FOLDER / "listings.csv"
HALVES = ("tuned", "untouched", "third", "fourth")  # the second is only ever measured
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {"morning": (0, 12), "afternoon": (12, 17), "evening": (17, 24)}  # hours at which it begins


@dataclass(frozen=True)
class Said:
    """One thing somebody says. The lists hold ids of listings; `days` count from Monday as 0."""

    id: str
    words: str
    near: tuple[float, float]
    best: frozenset[str]
    good: frozenset[str] = frozenset()
    fair: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()
    days: frozenset[int] = frozenset()
    part: str = ""
    free: bool = False
    at_most_pence: int | None = None

    def grade(self, listing: str) -> int:
        """3 for the very thing, down to 0 for no answer."""
        return 3 * (listing in self.best) + 2 * (listing in self.good) + (listing in self.fair)

    @property
    def asks(self) -> bool:
        """Whether a day, an hour or a price is asked for."""
        return bool(self.days or self.part or self.free or self.at_most_pence is not None)


@dataclass(frozen=True)
class Listing:
    """What the file says of one: the hours at which it begins, and its price, where they are known."""

    days: frozenset[int] = field(default_factory=frozenset)
    hour: int | None = None
    pence: int | None = None

    def meets(self, said: Said) -> bool:
        """Whether the day, the hour and the price that are asked for are all met."""
        most = 0 if said.free else said.at_most_pence
        first, last = PARTS.get(said.part, (0, 24))
        return (
            (not said.days or bool(said.days & self.days))
            and (not said.part or (self.hour is not None and first <= self.hour < last))
            and (most is None or (self.pence is not None and self.pence <= most))
        )


@cache
def said(half: str) -> tuple[Said, ...]:
    """Everything in one half."""
    rows = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))["said"]
    return tuple(
        Said(**{name: _as_kept(value) for name, value in row.items() if name != "near"}, near=tuple(row["near"]))
        for row in rows
    )


def _as_kept(value):
    return frozenset(value) if isinstance(value, list) else value


@cache
def listings() -> dict[str, Listing]:
    """Every listing by its id."""
    with LISTINGS.open(encoding="utf-8", newline="") as file:
        return {row["id"]: _listing(row) for row in csv.DictReader(file)}


def _listing(row: dict[str, str]) -> Listing:
    days = frozenset(DAYS.index(day) for day in row["day"].split())
    hour = int(row["starts"][:2]) if row["starts"] else None
    return Listing(days, hour, 0 if row["cost"] == "Free" else round(float(row["cost"].lstrip("£")) * 100))
