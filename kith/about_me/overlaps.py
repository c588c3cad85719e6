"""Where what a worker likes and what an individual likes meet: a topic both name, or the same plain words."""

import re
from itertools import product

from kith.directory.search.asked import understand
from kith.directory.search.vocabulary import Concept, Heard, concepts
from kith.directory.search.words import STOP, stem, tokens

NOT_SMALL_TALK = {"support", "talk", "family", "place"}  # kinds that are nobody's to bring up
SAY_LITTLE = {stem(word) for word in ["watching", "playing", "going", "doing", "making", "seeing", "liking", "loving"]}
PART = re.compile(r"[,.;:!?\n]+|\band\b|\bor\b")


def overlaps(of_worker: list[str], of_individual: list[str]) -> list[str]:
    """What both like, the worker's first thing first; each topic once, and no wide one beside its narrow one."""
    found: dict[str, str] = {}
    for mine, theirs in product(of_worker, of_individual):
        found |= _shared(mine, theirs)
    wide = {above for topic in found for above in _above(topic)}
    return [words for topic, words in found.items() if topic not in wide]


def _shared(mine: str, theirs: str) -> dict[str, str]:
    """The topics of one line that are in the other too, each with its words; plain words where none is known."""
    here, there = _topics(mine), _topics(theirs)
    if not here:
        return _same_words(mine, theirs)
    met = [(_meeting(one.concept, other.concept), one, other) for one, other in product(here, there)]
    return {topic: _in_words(topic, one, other) for topic, one, other in met if topic}


def _topics(words: str) -> list[Heard]:
    """The topics heard in words, without what they say no to."""
    return [heard for heard in understand(words).heard if _is_small_talk(heard.concept)]


def _is_small_talk(concept: Concept) -> bool:
    return concept.kind not in NOT_SMALL_TALK and not concept.broad and not concept.first


def _meeting(one: Concept, other: Concept) -> str:
    """The topic itself when both name it; the wider when one is part of the other; else nothing."""
    if one.name == other.name or one.name in _above(other.name):
        return one.name
    return other.name if other.name in _above(one.name) else ""


def _above(name: str) -> list[str]:
    """The wider topics of a topic, the nearest first; none for plain words."""
    concept = concepts().get(name)
    return [concept.broader, *_above(concept.broader)] if concept and concept.broader else []


def _in_words(topic: str, one: Heard, other: Heard) -> str:
    """“Chess” where both said chess; otherwise the topic’s own name."""
    shorter, longer = sorted((one.phrase, other.phrase), key=lambda phrase: len(_words(phrase)))
    is_in_both = _words(shorter) <= _words(longer) and _words(shorter) != _words(topic)
    return shorter if is_in_both else topic


def _same_words(mine: str, theirs: str) -> dict[str, str]:
    """A part of one line that says the same as a part of the other, word for word."""
    parts = {frozenset(_words(part)) for part in PART.split(theirs)} - {frozenset()}
    said = {frozenset(_words(part)): part.strip().lower() for part in PART.split(mine)}
    return {part: part for words, part in said.items() if words in parts}


def _words(line: str) -> set[str]:
    """The stems that say something."""
    return {stem(word) for word in tokens(line) if word not in STOP} - SAY_LITTLE
