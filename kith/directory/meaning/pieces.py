"""Text to the numbers of word pieces, as the network was taught: lower case, no accents, longest piece first."""

import re
import unicodedata
from functools import lru_cache

PART = re.compile(r"[^\W_]+|[^\w\s]|_")
LONGEST_WORD = 100
BEGIN, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


class Pieces:
    """The pieces that the network knows, by their numbers."""

    def __init__(self, known: dict[str, int]):
        self.known = known
        self.numbers_of_word = lru_cache(maxsize=20_000)(self._numbers_of_word)

    def numbers(self, text: str, most: int) -> list[int]:
        """The numbers of a text between the marks of its beginning and end, at most so many."""
        found = [number for word in words_of(text) for number in self.numbers_of_word(word)]
        return [self.known[BEGIN], *found[: most - 2], self.known[END]]

    def _numbers_of_word(self, word: str) -> tuple[int, ...]:
        unknown = (self.known[UNKNOWN],)
        numbers, start = [], 0
        while start < len(word) <= LONGEST_WORD:
            end = next((end for end in range(len(word), start, -1) if self._piece(word, start, end) in self.known), 0)
            if not end:
                return unknown
            numbers.append(self.known[self._piece(word, start, end)])
            start = end
        return tuple(numbers) or unknown

    def _piece(self, word: str, start: int, end: int) -> str:
        return ("##" if start else "") + word[start:end]


def words_of(text: str) -> list[str]:
    """Words and marks, in lower case without accents."""
    spread = unicodedata.normalize("NFD", text.lower())
    return PART.findall("".join(letter for letter in spread if not unicodedata.combining(letter)))
