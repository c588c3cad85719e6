"""Who is there day and night: read from a file, never from a database, and never missing.

The numbers that come with Kith are the last resort: a file of an organisation's own that cannot be read is passed over.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings

from kith.design import phones

OURS = Path(__file__).parent / "help_now.toml"
A_YEAR = timedelta(days=365)
FEW = 2  # lines that fit into a letter


@dataclass(frozen=True)
class Line:
    """One way to get help: what it is for, in words; what the button says and does; the same in short; what to ring.
    `on_screen_only`: not on paper, where whoever it is about might find it."""

    title: str
    words: str
    button: str
    call: str
    short: str
    number: str = ""
    on_screen_only: bool = False

    @property
    def to_ring(self) -> str:
        """The number alone, without whose it is; "" for what is not rung."""
        rung = self.call.removeprefix("tel:") if self.call.startswith("tel:") else ""
        return self.number or phones.as_people_write(rung)


@dataclass(frozen=True)
class HelpNow:
    """The lines of this nation, and when somebody last looked them over."""

    lines: tuple[Line, ...]
    reviewed_on: date
    looked_after_by: str

    @property
    def danger(self) -> Line:
        """The first of them: for when somebody is in danger."""
        return self.lines[0]

    @property
    def on_paper(self) -> tuple[Line, ...]:
        """Those that may be printed or sent."""
        return tuple(line for line in self.lines if not line.on_screen_only)

    @property
    def to_talk(self) -> tuple[Line, ...]:
        """Those that are rung to talk."""
        return tuple(line for line in self.on_paper[1:] if line.to_ring)

    @property
    def in_short(self) -> str:
        """All of it in a few words, for paper."""
        return " ".join(line.short for line in self.on_paper)

    @property
    def in_a_letter(self) -> str:
        """The first two, for under a few words."""
        return " ".join(line.short for line in self.on_paper[:FEW])

    @property
    def on_a_card(self) -> str:
        """Numbers alone: a card may be left lying on a bench, and says nothing of whom they belong to."""
        others = ", or ".join(line.to_ring for line in self.to_talk)
        return " ".join(filter(None, [f"In danger: {self.danger.to_ring}.", others and f"To talk: {others}."]))

    def is_to_be_looked_over(self, today: date) -> bool:
        """Whether that was more than a year ago."""
        return today > self.reviewed_on + A_YEAR


def help_now() -> HelpNow:
    """The organisation's own where it has one that can be read, else those that come with Kith."""
    return (
        _read(Path(settings.HELP_FILE), settings.KITH_NATION) if problem_with_own() is None else _read(OURS, _nation())
    )


def problem_with_own() -> str | None:
    """Why the organisation's own file is passed over, as a sentence; None while it holds. No file is a reason too."""
    if not settings.HELP_FILE:
        return "There is no file of our own."
    try:
        _read(Path(settings.HELP_FILE), settings.KITH_NATION)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
        return f"KITH_HELP_FILE cannot be read ({type(problem).__name__}), so the usual numbers are shown."
    return None


def _nation() -> str:
    return settings.KITH_NATION if settings.KITH_NATION in _nations() else "ENG"


@cache
def _nations() -> frozenset[str]:
    """Those that our own file knows: it comes with Kith and stays as it is, and every page asks."""
    return frozenset(tomllib.loads(OURS.read_text())["nations"])


@cache
def _read(file: Path, nation: str) -> HelpNow:
    said = tomllib.loads(file.read_text())
    lines = tuple(Line(**said["lines"][name]) for name in said["nations"][nation])
    reviewed_on = said["reviewed_on"]
    if not lines or not isinstance(reviewed_on, date):
        raise ValueError("There are no lines, or no day of review.")
    return HelpNow(lines, reviewed_on, str(said["looked_after_by"]))
