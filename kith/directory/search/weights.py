"""How rare each word is, and which word was probably meant."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from math import log
from pathlib import Path

from django.db.models import Q, QuerySet

from kith.access.kept import kept
from kith.directory.models import SearchWord

from .vocabulary import grave_stems, known_stems
from .words import MEANT, STOP, tokens
from .words import stem as stem_of

EVERYTHING = ""  # the row that counts the documents
SHORTEST_TO_SPELL = 4
EVERYDAY = Path(__file__).with_name("everyday.txt")  # words that are no slips, though no listing holds them


@dataclass(frozen=True)
class Rarity:
    """How telling each stem is: the log of one in so many listings."""

    documents: int
    counts: dict[str, int]

    def of(self, stem: str) -> float:
        """At least 0.1, so that the commonest word still counts a little."""
        held = self.counts.get(stem, 0)
        return max(0.1, log(1 + (self.documents - held + 0.5) / (held + 0.5)))

    def of_term(self, term: tuple[str, ...]) -> float:
        """As telling as its rarest stem."""
        return max(self.of(stem) for stem in term)


def rarity_of(stems: set[str]) -> Rarity:
    """One look at the word table."""
    counts = dict(_counted(sorted(stems)))
    return Rarity(counts.pop(EVERYTHING, 0), counts)


@kept
def _counted(words: list[str]) -> QuerySet:
    return SearchWord.objects.filter(word__in=[*words, EVERYTHING]).values_list("word", "documents")


def spelt(stems: list[str]) -> dict[str, str]:
    """For stems that no listing holds: the one most like it that listings do hold. Two looks at the most."""
    sure = known_stems() | MEANT | everyday_stems()
    unsure = {stem for stem in stems if len(stem) >= SHORTEST_TO_SPELL and stem.isalpha() and stem not in sure}
    if not unsure:
        return {}
    unsure -= set(SearchWord.objects.filter(word__in=unsure, documents__gt=0).values_list("word", flat=True))
    if not unsure:
        return {}
    alike = Q()
    for stem in unsure:
        near_length = (len(stem) - 1, len(stem) + 1)
        alike |= Q(first=stem[0], length__range=near_length) | Q(word__gt=stem, word__lt=stem + "\uffff")
    pool = dict(SearchWord.objects.filter(alike, documents__gt=0).values_list("word", "documents")[:20_000])
    pool |= {stem: pool.get(stem, 1) for stem in known_stems()}
    pool = {stem: held for stem, held in pool.items() if stem not in grave_stems()}  # nobody's slip is taken for grief
    meant = {stem: _closest(stem, pool) for stem in unsure}
    return {stem: found for stem, found in meant.items() if found}


@cache
def everyday_stems() -> frozenset[str]:
    """Stems of words that everybody uses: none of them is a slip."""
    return frozenset(map(stem_of, EVERYDAY.read_text(encoding="utf-8").split()))


def spelt_among(texts: Iterable[str]) -> Callable[[list[str]], dict[str, str]]:
    """The same for several texts, looked up once for all of them."""
    stems = [stem_of(word) for text in texts for word in tokens(text) if word not in STOP]
    meant = spelt(list(dict.fromkeys(stems)))
    return lambda asked: {each: meant[each] for each in asked if each in meant}


def _closest(stem: str, pool: dict[str, int]) -> str:
    longer = [word for word in pool if word.startswith(stem)]
    if longer:
        return max(longer, key=lambda word: (pool[word], word))
    likeness = {word: _likeness(stem, word) for word in pool if _could_be(stem, word)}
    close = [word for word, like in likeness.items() if like >= 0.8]
    return max(close, key=lambda word: (likeness[word], pool[word], word), default="")


def _could_be(stem: str, word: str) -> bool:
    return stem[0] == word[0] and abs(len(stem) - len(word)) <= 1


def _likeness(one: str, other: str) -> float:
    if len(one) == len(other) and sorted(one) == sorted(other):
        return 0.9  # two letters changed places
    return SequenceMatcher(None, one, other).ratio()
