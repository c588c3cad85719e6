"""Whom a group is for, when it is for some: by its title, or by what is known of it.

Nobody is put before a group for one sort of person by a guess. They name the sort themselves, or they ask."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kith.directory.models import Activity, Audience

from .words import tokens

FILE = Path(__file__).with_name("for_whom.toml")
SOME = frozenset({"some people"})  # it is not for everybody, and nothing says for whom


@cache
def _phrases() -> list[tuple[str, str]]:
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [(f" {phrase} ", sort) for sort, phrases in read.items() for phrase in phrases]


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """The sorts of people that these texts name."""
    words = " . ".join(f" {' '.join(tokens(text))} " for text in texts)
    return frozenset(sort for phrase, sort in _phrases() if phrase in words)


def meant_for(activity: Activity) -> frozenset[str]:
    """The sorts of people it is for; empty when it is for everybody."""
    named = named_in([activity.name])
    if named or activity.audience != Audience.SPECIALIST:
        return named
    return named_in(activity.categories) or SOME
