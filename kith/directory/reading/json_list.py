"""A long list in a file of JSON, one thing at a time, so that a large file takes no more memory than a small one.

The list is the whole file, or stands in a page under one of a few names. A survey goes through the file once and says
what is in it; it finds whatever is wrong with the file before anything is done with it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from kith.access.refusal import Refused

from .json_file import TOO_DEEP

CHUNK = 1 << 20  # letters
SPACE = " \t\r\n"
ENDS = frozenset(SPACE + ",:]}")
_decode = json.JSONDecoder().raw_decode


@dataclass
class Survey:
    """`name`: under which the list stands; "" where it is the whole file; None where there is no list.
    `beside`: what else a page says, of plain values."""

    name: str | None = None
    count: int = 0
    first: object = None
    beside: dict[str, object] = field(default_factory=dict)


def survey(file: Path, names: tuple[str, ...]) -> Survey:
    """What is in it; of several lists the one whose name comes first. Raises `Refused` with one sentence."""
    counts: dict[str, Survey] = {}
    beside: dict[str, object] = {}
    for name, thing in _walk(file, names):
        if name is None:
            beside |= thing  # type: ignore[arg-type] # what stands beside the list is told as a dictionary
            continue
        known = counts.setdefault(name, Survey(name))
        if thing is not _BEGINS:
            known.first = thing if not known.count else known.first
            known.count += 1
    found = next((counts[name] for name in ("", *names) if name in counts), Survey())
    found.beside = beside
    return found


def things_in(file: Path, name: str) -> Iterator[object]:
    """The things of the list that stands under this name."""
    return (thing for under, thing in _walk(file, (name,)) if under == name and thing is not _BEGINS)


_BEGINS = object()  # an empty list is a list


def _walk(file: Path, names: tuple[str, ...]) -> Iterator[tuple[str | None, object]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            yield from _Text(text).everything(names)
    except UnicodeDecodeError:
        raise Refused(f"“{file.name}” is not text in UTF-8. Nothing was changed.") from None
    except RecursionError:
        raise Refused(TOO_DEEP) from None
    except ValueError:
        raise Refused(f"“{file.name}” is not whole JSON: it may have been cut short. Nothing was changed.") from None


class _Text:
    """The part of a file that is being looked at."""

    def __init__(self, source: TextIO):
        self.source, self.held, self.at, self.is_over = source, "", 0, False

    def everything(self, names: tuple[str, ...]) -> Iterator[tuple[str | None, object]]:
        start = self._next()
        if start == "[":
            yield from self._list("")
        elif start == "{":
            yield from self._page(names)
        else:
            self._value()
        if self._next():
            raise ValueError("There is something after the end.")

    def _page(self, names: tuple[str, ...]) -> Iterator[tuple[str | None, object]]:
        self.at += 1
        if self._next() == "}":
            self.at += 1
            return
        while True:
            key = self._value()
            self._take(":")
            if key in names and self._next() == "[":
                yield from self._list(str(key))
            elif not isinstance(value := self._value(), (dict, list)):
                yield None, {key: value}
            if self._take(",}") == "}":
                return

    def _list(self, name: str) -> Iterator[tuple[str, object]]:
        self.at += 1
        yield name, _BEGINS
        if self._next() == "]":
            self.at += 1
            return
        while True:
            yield name, self._value()
            if self._take(",]") == "]":
                return

    def _take(self, marks: str) -> str:
        mark = self._next()
        if not mark or mark not in marks:
            raise ValueError("Something else was to come.")
        self.at += 1
        return mark

    def _next(self) -> str:
        """The next letter that is no space; "" at the end."""
        while True:
            while self.at < len(self.held):
                if self.held[self.at] not in SPACE:
                    return self.held[self.at]
                self.at += 1
            if not self._read(CHUNK):
                return ""

    def _value(self) -> object:
        """What begins here. What is cut off by the end of the part is tried again with twice as much of it."""
        self._next()
        more = CHUNK
        while True:
            try:
                value, end = _decode(self.held, self.at)
            except json.JSONDecodeError:
                if not self._read(more):
                    raise
            else:
                if self.held[end : end + 1] in ENDS or not self._read(more):  # a number may go on in the next part
                    self.at = end
                    return value
            more *= 2

    def _read(self, letters: int) -> bool:
        if self.is_over:
            return False
        part = self.source.read(letters)
        self.held, self.at, self.is_over = self.held[self.at :] + part, 0, not part
        return bool(part)
