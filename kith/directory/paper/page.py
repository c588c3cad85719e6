"""The lines of a whole leaflet, and the other orders in which they make sense: as prose, and as rows of a table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .line import Line

A_BLANK = "\n\n"
HANGS_ON = re.compile(r"(?:,|&|\b(?:and|or|the|of|at|to|a|for|in|on|with|our|your|from))$", re.I)
A_FACT_OF_ITS_OWN = re.compile(r"^\S*@|^www\.|^https?:|^£", re.I)
JUNK = re.compile(r"^(?:[^\w£]|_)*[^\W\d_]?(?:[^\w£]|_)*$")  # a speck or a rule, and perhaps one letter
A_DOT = re.compile(r"^(?:[•·*«»¢°●▪‣+]|[eoc©@])\s+(?=[A-Z£\d])")  # before each line of a list, also as it is misread
TWO_DASHES = re.compile(r"[–-]{2,}")  # one long dash, taken for two
SIGNS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "—": "–", "|": " ", "\u00ad": None, "\xa0": " "})


@dataclass(frozen=True)
class Page:
    """What was read, line by line. A line that says nothing, a speck or a rule, is not among them."""

    lines: tuple[Line, ...]

    @cached_property
    def doubted(self) -> frozenset[str]:
        """The words that could hardly be told."""
        return frozenset(word.translate(SIGNS).strip() for line in self.lines for word in line.doubted)

    @cached_property
    def text(self) -> str:
        """Everything, with a blank line between paragraphs."""
        pieces: list[str] = []
        for number, line in enumerate(self.lines):
            if number and line.of != self.lines[number - 1].of:
                pieces.append("")
            pieces.append(line.text)
        return "\n".join(pieces)

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """Lines that go on in the next one are put together again."""
        told: list[str] = []
        before: Line | None = None
        for line in self.lines:
            if told and before and line.of == before.of and _goes_on(before.text, line.text):
                told[-1] = f"{told[-1]} {line.text}"
            else:
                told.append(line.text)
            before = line
        return tuple(told)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """What stands side by side, as one row: the columns of a table."""
        rows: list[list[Line]] = []
        for line in sorted(self.lines, key=lambda each: each.top + each.height / 2):
            if rows and line.height and _beside(rows[-1][-1], line):
                rows[-1].append(line)
            else:
                rows.append([line])
        return tuple("  ".join(each.text for each in sorted(row, key=lambda one: one.left)) for row in rows)


def _goes_on(text: str, below: str) -> bool:
    hangs = below[:1].islower() or HANGS_ON.search(text)
    return bool(hangs) and not A_FACT_OF_ITS_OWN.search(below)


def _beside(one: Line, other: Line) -> bool:
    middles = abs((one.top + one.height / 2) - (other.top + other.height / 2))
    apart = one.right <= other.left or other.right <= one.left
    return apart and middles < 0.5 * min(one.height, other.height)


def page_of(lines: Iterable[Line]) -> Page:
    """The lines with odd signs made plain."""
    plain = ((line, TWO_DASHES.sub("–", line.text.translate(SIGNS))) for line in lines)
    tidy = ((line, A_DOT.sub("", " ".join(text.split()))) for line, text in plain)
    return Page(tuple(replace(line, text=text) for line, text in tidy if not JUNK.match(text)))
