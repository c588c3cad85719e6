"""JSON that remembers the line of each object, so that a file that is turned away can say where.

Made for files from anywhere: size, depth and number of objects are bounded, a key that stands twice is an error,
and so are numbers nobody writes and characters nobody sees.
"""

import json
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from decimal import Decimal
from json import decoder, scanner
from typing import NoReturn

from kith.access.refusal import Refused

MOST_BYTES = 4_000_000
DEEPEST = 40
MOST_OBJECTS = 60_000
LONGEST_NUMBER = 24  # characters
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Located(dict):
    """An object of the file, with the line it begins on (from 1)."""

    __slots__ = ("line",)
    line: int


class _Wrong(Exception):
    """Something inside the object that is being read."""


def refuse_at(node: object, words: str) -> NoReturn:
    """Turns the file away, naming the line."""
    raise Refused(f"Line {getattr(node, 'line', 1)}: {words}")


def parse(content: str | bytes) -> Located:
    """The object that the file holds. Raises `Refused` with one sentence."""
    text = text_of(content)
    if not text.strip():
        raise Refused("Line 1: the file is empty, so it cannot be read as JSON.")
    try:
        found = _Reader(text).decode(text)
    except json.JSONDecodeError as error:
        raise Refused(f"Line {error.lineno}: this cannot be read as JSON ({error.msg}).") from None
    except _Wrong as error:
        raise Refused(f"Line 1: {error}") from None
    if not isinstance(found, Located):
        raise Refused("Line 1: the file holds no form.")
    return found


def text_of(content: str | bytes) -> str:
    """The file as text, if it is text of a bearable length."""
    if len(content) > MOST_BYTES:
        raise Refused(f"The file is too large: at most {MOST_BYTES // 1_000_000} MB can be read.")
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(f"Line {line}: the file is not written in UTF-8. Please save it so.") from None


class _Reader(json.JSONDecoder):
    """Python's own reader, with a look at each object, list, word and number as it is read."""

    def __init__(self, text: str):
        super().__init__(parse_float=_number, parse_int=_whole, parse_constant=_no_number, object_pairs_hook=_once)
        self._newlines = [found.start() for found in re.finditer("\n", text)]
        self._depth = self._objects = 0
        self.parse_object, self.parse_array, self.parse_string = self._object, self._array, _words
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]  # Python's own, not in its stubs

    def _object(self, text_and_end, *more):
        self._objects += 1
        line = bisect_left(self._newlines, text_and_end[1]) + 1
        found, end = self._deeper(decoder.JSONObject, line, text_and_end, *more)
        found.line = line
        return found, end

    def _array(self, text_and_end, *more):
        line = bisect_left(self._newlines, text_and_end[1]) + 1
        return self._deeper(decoder.JSONArray, line, text_and_end, *more)

    def _deeper(self, read, line: int, *given):
        self._depth += 1
        try:
            if self._depth > DEEPEST or self._objects > MOST_OBJECTS:
                raise _Wrong(
                    "too many things stand inside each other." if self._depth > DEEPEST else "it holds too much."
                )
            return read(*given)
        except _Wrong as error:
            raise Refused(f"Line {line}: {error}") from None
        finally:
            self._depth -= 1


def _words(text: str, end: int, strict: bool = True) -> tuple[str, int]:
    found, end = decoder.scanstring(text, end, strict)  # type: ignore[attr-defined] - Python has it, its types do not
    _look_at(found)
    return found, end


def _look_at(words: str) -> None:
    if unseen := UNSEEN.search(words):
        name = unicodedata.name(unseen[0], f"U+{ord(unseen[0]):04X}")
        raise _Wrong(f"a character that cannot be seen ({name}) stands in the words.")


def _once(pairs: list[tuple[str, object]]) -> Located:
    found = Located(pairs)
    if len(found) < len(pairs):
        twice, _ = next((name, times) for name, times in Counter(name for name, _ in pairs).items() if times > 1)
        raise _Wrong(f"“{twice[:40]}” stands twice.")
    for name in found:
        _look_at(name)
    return found


def _number(written: str) -> Decimal:
    found = Decimal(written) if len(written) <= LONGEST_NUMBER else None
    if found is None or not -LONGEST_NUMBER <= found.adjusted() <= LONGEST_NUMBER:
        raise _Wrong("a number is too large.")
    return found


def _whole(written: str) -> int:
    if len(written) > LONGEST_NUMBER:
        raise _Wrong("a number is too large.")
    return int(written)


def _no_number(written: str) -> NoReturn:
    raise _Wrong(f"“{written}” is not a number.")
