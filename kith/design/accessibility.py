"""How far everybody can use Kith: what was checked, what is not right yet. Read from a file that tests compare."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("accessibility.toml")


@dataclass(frozen=True)
class Problem:
    """What is not right yet, since when we know, and what to do meanwhile."""

    title: str
    words: str
    instead: str
    since: date


@dataclass(frozen=True)
class Statement:
    """All of it, as of one day."""

    looked_over_on: date
    pages_at_least: int
    widths: tuple[int, ...]
    rules: tuple[str, ...]
    themes: tuple[str, ...]
    checked: tuple[str, ...]
    problems: tuple[Problem, ...]


@cache
def statement() -> Statement:
    """The file comes with Kith and stays as it is."""
    said = tomllib.loads(FILE.read_text())
    return Statement(
        looked_over_on=said["looked_over_on"],
        pages_at_least=said["pages_at_least"],
        widths=tuple(said["widths"]),
        rules=tuple(said["rules"]),
        themes=tuple(said["themes"]),
        checked=tuple(each["words"] for each in said["checked"]),
        problems=tuple(Problem(**each) for each in said["problems"]),
    )
