"""The words of the mirror, read once from `signals.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("signals.toml")


@dataclass(frozen=True)
class Words:
    """How one signal is put on a page."""

    key: str
    title: str
    counts: str
    where: str
    asks: str


@cache
def label() -> str:
    """What stands over every mirror."""
    return _read()["label"]


@cache
def every() -> tuple[Words, ...]:
    """All signals, in order."""
    return tuple(Words(key, **told) for key, told in _read()["signals"].items())


def _read() -> dict:
    return tomllib.loads(FILE.read_text())
