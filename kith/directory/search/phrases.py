"""Which of many phrases stand in a text. Asked of a hundred listings for each look, so a text is read once through and
what was found is kept at hand."""

from collections.abc import Iterable
from functools import lru_cache

from .words import tokens

MANY = 20_000  # names and categories, whose words are kept at hand


class Phrases:
    """Phrases in plain words, each of which names something."""

    def __init__(self, named: Iterable[tuple[str, str]]):
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, name in named:
            words = phrase.split()
            self._by_first.setdefault(words[0], []).append((words, name))
        self.named_in = lru_cache(maxsize=MANY)(self._named_in)

    def _named_in(self, text: str) -> frozenset[str]:
        """What the phrases that stand in it name."""
        words = tokens(text)
        return frozenset(
            name
            for at, first in enumerate(words)
            for phrase, name in self._by_first.get(first, ())
            if words[at : at + len(phrase)] == phrase
        )
