"""The three sets of terms under which listings are given out: sorts of thing, their own words, and OpenActive's."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from uuid import UUID

from kith.directory.models import Activity, Kind
from kith.directory.search.vocabulary import Term, term_of
from kith.directory.search.words import stems

from .ids import made_from

FILE = Path(__file__).with_name("openactive.toml")
LIST = "https://openactive.io/activity-list"
PHYSICAL = {Kind.SPORT, Kind.WALK, Kind.GARDEN, Kind.STAGE}
LONGEST, MANY = 100, 2000  # letters of a word; names and words whose terms are kept at hand


@dataclass(frozen=True)
class Taxonomy:
    """A set of terms. `uri` is empty where it is ours alone."""

    key: str
    name: str
    description: str
    uri: str = ""

    @property
    def open_id(self) -> UUID:
        return made_from("taxonomy", self.key)


KINDS = Taxonomy("kinds", "Sorts of things to do", "What sort of thing a listing is. Each listing has one.")
WORDS = Taxonomy("words", "Categories", "The words under which a listing stands at the place it came from.")
OPENACTIVE = Taxonomy("openactive", "OpenActive Activity List", "Physical activities, as OpenActive names them.", LIST)
TAXONOMIES = {each.key: each for each in (KINDS, WORDS, OPENACTIVE)}


@dataclass(frozen=True)
class OpenActivity:
    """One concept of OpenActive's list, and the words by which we know it."""

    label: str
    open_id: UUID
    words: tuple[Term, ...]

    @property
    def uri(self) -> str:
        return f"{LIST}#{self.open_id}"


@dataclass(frozen=True)
class Named:
    """A term as a listing has it."""

    taxonomy: Taxonomy
    open_id: UUID
    name: str

    @property
    def uri(self) -> str:
        return f"{LIST}#{self.open_id}" if self.taxonomy is OPENACTIVE else ""


def terms_of(activity: Activity) -> list[Named]:
    """Every term of a listing, each once."""
    words = dict.fromkeys(word[:LONGEST].strip() for word in activity.categories)
    found = [_sort_of(activity.kind), *(_word(word) for word in words if word)]
    if physical := open_activity(activity):
        found.append(Named(OPENACTIVE, physical.open_id, physical.label))
    return found


@cache
def _sort_of(kind: str) -> Named:
    return Named(KINDS, made_from("kind", kind), Kind(kind).label)


@lru_cache(maxsize=MANY)
def _word(word: str) -> Named:
    return Named(WORDS, made_from("word", word), word)


def open_activity(activity: Activity) -> OpenActivity | None:
    """What OpenActive calls it; None for what is not in its list. The name tells before the categories do."""
    if activity.kind not in PHYSICAL:
        return None
    return next((found for text in (activity.name, *activity.categories) if (found := _told_by(text))), None)


@lru_cache(maxsize=MANY)
def _told_by(text: str) -> OpenActivity | None:
    """The longest words that stand in the text; of two as long, those that come first."""
    here, best, longest = stems(text), None, 0
    for start, first in enumerate(here):
        for term, concept in _by_first_stem().get(first, ()):
            if len(term) > longest and tuple(here[start : start + len(term)]) == term:
                best, longest = concept, len(term)
    return best


@cache
def _by_first_stem() -> dict[str, list[tuple[Term, OpenActivity]]]:
    table: dict[str, list[tuple[Term, OpenActivity]]] = {}
    for concept in open_activities():
        for term in concept.words:
            table.setdefault(term[0], []).append((term, concept))
    return table


@cache
def open_activities() -> tuple[OpenActivity, ...]:
    """Those of OpenActive's list that we have words for."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))["activity"]
    return tuple(
        OpenActivity(each["label"], UUID(each["id"]), tuple(term_of(words) for words in each["words"])) for each in read
    )
