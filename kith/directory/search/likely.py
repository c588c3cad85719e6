"""Ideas that are heard by a likeness: “unsteady on her pins” lies close to “unsteady on my feet”. Only where nobody
wrote those words into the vocabulary, and nothing where the network is not installed.

The points of the phrases stand in a file that `scripts/phrases` makes: a phrase that is not in it is heard word for
word only."""

import re
from dataclasses import replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kith.directory import meaning

from .asked import Asked
from .vocabulary import Concept, Heard, concepts, entries, worked_out_once
from .words import STOP, tokens

FILE = Path(__file__).with_name("phrases.npz")
CLAUSE = re.compile(r"[,.;:!?\n]|\b(?:but|and|because|so|although|though)\b")
LIKE_IT, LIKE_IT_IN_EARNEST = 0.58, 0.68  # cosines; the second for help, needs and losses, where a wrong guess hurts
MOST_TOLD = 10  # words of a clause that a reason repeats
BEYOND = 5_000  # places of words that no sentence has
MOST_CLAUSES = 4
LOOKED_AT, NEARLY = 15, 0.04  # phrases, and how much farther off than the closest


def with_likely(asked: Asked) -> Asked:
    """The same, with what each clause of which nothing was heard is most like."""
    clauses = _untold(asked)[:MOST_CLAUSES] if asked.says and meaning.is_here() else []
    if not clauses:
        return asked
    names, points = _phrases()
    known, likely = {each.concept.name for each in asked.heard}, []
    said = [asked.rest, *(" ".join(words) for words in clauses)]  # the first is asked for later, and costs nothing then
    for words, cosines in zip(clauses, meaning.closeness_of_each(said, points)[1:], strict=True):
        if concept := _likest(names, cosines, known):
            places = frozenset({BEYOND + 2 * len(known), BEYOND + 2 * len(known) + 1})
            likely.append(Heard(concept, _told(words), places, likely=True))
            known.add(concept.name)
    return replace(asked, heard=(*asked.heard, *likely))


def _untold(asked: Asked) -> list[list[str]]:
    """The words of each clause in which no phrase was heard, nor all that it says in single words."""
    phrases = [set(one.phrase.split()) for one in asked.heard if len(one.taken) > 1]
    told = STOP.union(*(one.phrase.split() for one in asked.heard))
    clauses = [tokens(part) for part in CLAUSE.split(asked.rest.lower())]
    return [
        words
        for words in clauses
        if len(words) > 1 and not set(words) <= told and not any(phrase <= set(words) for phrase in phrases)
    ]


def _told(words: list[str]) -> str:
    """The clause without the little words around it, and not too long."""
    telling = [at for at, word in enumerate(words) if word not in STOP]
    return " ".join(words[telling[0] : telling[-1] + 1][:MOST_TOLD])


def _likest(names: list[str], cosines: Any, known: set[str]) -> Concept | None:
    """The idea whose phrase lies closest, where it is close enough and was not heard anyway."""
    least = cosines.max() - NEARLY
    for place in cosines.argsort()[::-1][:LOOKED_AT].tolist():
        concept = concepts()[names[place]]
        if cosines[place] < max(least, LIKE_IT_IN_EARNEST if _is_in_earnest(concept) else LIKE_IT):
            continue
        if concept.name not in known:
            return concept
    return None


def _is_in_earnest(concept: Concept) -> bool:
    return bool(concept.kind == "support" or concept.first or concept.never or concept.tells or concept.must)


@worked_out_once
def _phrases() -> tuple[list[str], Any]:
    """The idea of each phrase that has a point, and the points, one a row."""
    kept, points = _file()
    rows = [(name, kept[mark_of(phrase)]) for name, phrase in phrases() if mark_of(phrase) in kept]
    return [name for name, _ in rows], points[[row for _, row in rows]]


def phrases() -> list[tuple[str, str]]:
    """Each phrase that comes with Kith, after the name of its idea."""
    return [(entry["name"], phrase) for entry in entries() for phrase in dict.fromkeys(_said(entry))]


def _said(entry: dict) -> list[str]:
    return [*entry.get("says", []), entry["name"]]


def mark_of(phrase: str) -> int:
    """A number by which a phrase is found in the file."""
    return int.from_bytes(blake2b(phrase.encode(), digest_size=8).digest(), "little")


@cache
def _file() -> tuple[dict[int, int], Any]:
    import numpy as np

    with np.load(FILE) as kept:
        marks, points = kept["marks"].tolist(), kept["points"].astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    return {mark: row for row, mark in enumerate(marks)}, points
