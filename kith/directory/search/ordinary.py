"""What is an ordinary thing to do, and what is a health or support service.

Running is about running: ordinary things come first, unless somebody asks for support."""

import tomllib
from functools import cache
from pathlib import Path

from kith.directory.models import Activity, Kind

from .asked import understand
from .for_whom import meant_for
from .phrases import Phrases

FILE = Path(__file__).with_name("ordinary.toml")


@cache
def _read() -> dict[str, list[str]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def is_ordinary(activity: Activity) -> bool:
    """Neither support nor anything about health, nor run for people with one diagnosis."""
    if activity.kind == Kind.SUPPORT:
        return False
    run_by = activity.organisation.name if activity.organisation else ""
    if any(_names_health(text) for text in (activity.name, run_by, *activity.categories)):
        return False
    return meant_for(activity).isdisjoint(_read()["sorts"])


def asks_for_support(words: str) -> bool:
    """Whether somebody asks for support in so many words; then nothing is put behind the ordinary."""
    return Kind.SUPPORT in understand(words).kinds or _names_health(words)


@cache
def _of_health() -> Phrases:
    return Phrases((phrase, phrase) for phrase in _read()["words"])


def _names_health(text: str) -> bool:
    return bool(_of_health().named_in(text))
