"""The listings around a point, side by side as numbers: which of them say what, and how far away they are.

Loaded with the first search, because numpy takes a moment."""

from collections.abc import Iterable, Sequence

import numpy as np

from .backends import Sought, Term
from .packed import FACT, HEAD, NAMED, SAID, WORD_BITS, Row, number_of
from .places import EARTH_MILES, Point
from .scoring import LAST_MEANT

HEADS = np.dtype([("key", "<u4"), ("latitude", "<f4"), ("longitude", "<f4"), ("checked", "<u2"), ("count", "<u2")])
WORDS = np.dtype("<u4")
NUMBER = (1 << WORD_BITS) - 1
assert HEADS.itemsize == HEAD.size, "a head is read as it was written"


class Around:
    """So many listings; every answer has one number for each of them, in their order."""

    def __init__(self, rows: Sequence[Row]):
        heads = np.frombuffer(b"".join([row.heads for row in rows]), HEADS)
        self.keys = heads["key"].astype(np.int64)
        self._points = np.radians([heads["latitude"], heads["longitude"]], dtype=np.float64)
        self._words = np.frombuffer(b"".join([row.words for row in rows]), WORDS)
        self.checked = heads["checked"]
        self._ends = np.cumsum(heads["count"])

    def __len__(self) -> int:
        return len(self.keys)

    def miles_from(self, here: Point) -> np.ndarray:
        """As the crow flies; not a number where there is no place."""
        (north, east), (norths, easts) = np.radians(here), self._points
        bend = np.sin((norths - north) / 2) ** 2 + np.cos(north) * np.cos(norths) * np.sin((easts - east) / 2) ** 2
        return 2 * EARTH_MILES * np.arcsin(np.sqrt(np.minimum(1.0, bend)))

    def look_for(self, stems: Iterable[str], facts: Iterable[str] = ()) -> "Held":
        """Where these stand."""
        numbers = np.unique([number_of(each) for each in (*stems, *(FACT + fact for fact in facts))]).astype(np.uint32)
        words, whose = self._that_are_any_of(numbers)
        turns = {int(number): turn for turn, number in enumerate(numbers)}
        return Held(turns, len(self), np.searchsorted(numbers, words & NUMBER), whose, words >> WORD_BITS)

    def _that_are_any_of(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """By the last sixteen bits of all words first, in a table that is small enough to stay close at hand."""
        may_be = np.zeros(1 << 16, bool)
        may_be[numbers & 0xFFFF] = True
        at = np.flatnonzero(may_be[self._words.view("<u2")[::2]])
        at = at[np.isin(self._words[at] & NUMBER, numbers)]
        return self._words[at], np.searchsorted(self._ends, at, side="right")


class Held:
    """What the listings hold of some words: one number for each time that one does. `turns`: which of the words,
    `whose`: which of the listings, `sides`: in the name or the categories, or in prose."""

    def __init__(self, places: dict[int, int], many: int, turns: np.ndarray, whose: np.ndarray, sides: np.ndarray):
        self._places, self._many = places, many
        self._held = {side: (turns[at], whose[at]) for side in (NAMED, SAID) for at in [(sides & side).astype(bool)]}

    def share_of(self, one: Sought, side: int) -> np.ndarray:
        """1 for what holds its first term, a little less for its last, 0 for what holds none."""
        many = len(one.terms)
        weighed = [(term, 1 - LAST_MEANT * place / many) for place, term in enumerate(one.terms)]
        share = self._of_single({term[0]: weight for term, weight in weighed if len(term) == 1}, side)
        for term, weight in weighed:
            if len(term) > 1:
                share = np.maximum(share, weight * self._hold_all(term, side))
        return share

    def has_fact(self, facts: Iterable[str]) -> np.ndarray:
        """Whether any of these facts is so."""
        return self._of_single({FACT + fact: 1.0 for fact in facts}, SAID) > 0

    def _of_single(self, weights: dict[str, float], side: int) -> np.ndarray:
        """For each listing the greatest weight of those that it holds: what is written last stays."""
        of_each, share = np.zeros(len(self._places)), np.zeros(self._many)
        for word, weight in weights.items():
            of_each[self._places[number_of(word)]] = weight
        turns, whose = self._held[side]
        at = np.flatnonzero(of_each[turns])
        at = at[np.argsort(of_each[turns[at]], kind="stable")]
        share[whose[at]] = of_each[turns[at]]
        return share

    def _hold_all(self, term: Term, side: int) -> np.ndarray:
        """Each word stands at most once on a side of a listing, so they are counted."""
        turns, whose = self._held[side]
        places = list({self._places[number_of(stem)] for stem in term})
        return np.bincount(whose[np.isin(turns, places)], minlength=self._many) == len(places)
