"""Reads a pasted list of people: one a line, parts between tabs, commas or dashes, in any order after the name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from kith.conversations.when import When
from kith.design.telling import clock_words, day_words

from .days import read_when

LINES_AT_MOST = 300
LETTERS_AT_MOST = 20_000
NAME_AT_MOST = 200
LINE_AT_MOST = 500  # every way to cut a line is tried: a longer one would keep everybody waiting
PARTS = re.compile(r"\t+|\s*[,;]\s*|\s+[–—-]+\s+")
BEGINS_A_DAY = re.compile(r"\d|(?:on|at|in|next)$|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?$", re.IGNORECASE)
MAY_BE_A_DAY = re.compile(r"\d|^(?:in|next|after|before|end of|early|late)\b", re.IGNORECASE)
BULLET = re.compile(r"^(?:[-–—•*·]+\s+|\d{1,3}[.)]\s+)")  # as lists and letters number their lines
HEADINGS = {"name", "names", "who", "person", "people", "called", "first name"}
REACHED = re.compile(r"@|(?:\d[ -]?){9,}")


@dataclass(frozen=True)
class Line:
    """One line as it was understood. `trouble` keeps it from being opened; `unsure` is worth a look."""

    number: int
    typed: str
    name: str = ""
    when: When | None = None
    place: str = ""
    unsure: list[str] = field(default_factory=list)
    trouble: str = ""
    is_known: bool = False  # somebody of this name is there already
    is_left_out: bool = False

    @property
    def is_sure(self) -> bool:
        return not (self.trouble or self.unsure or self.is_known)

    @property
    def opens(self) -> bool:
        """Whether a notebook is opened for it."""
        return not (self.trouble or self.is_known or self.is_left_out)

    def understood(self, today: date) -> str:
        """“Thursday 12 March, 10am · Community Centre”."""
        return " · ".join(filter(None, [_when_words(self.when, today), self.place])) or "No meeting yet"


def read_paste(paste: str, *, today: date, known: Iterable[str] = (), left_out: Iterable[int] = ()) -> list[Line]:
    """Every line that says something, numbered as it stands. `known`: names that this worker has a notebook with."""
    rows = [(number, row.strip()) for number, row in enumerate(paste.splitlines(), start=1) if row.strip()]
    if rows and _is_heading(rows[0][1]):
        rows = rows[1:]
    lines = [_read(number, row, today) for number, row in rows]
    lines = [replace(line, is_left_out=line.number in set(left_out)) for line in lines]
    return _point_out_names(lines, {_same(name) for name in known})


def without_blanks(paste: str) -> str:
    """The same lines, without those that say nothing."""
    return "\n".join(row.strip() for row in paste.splitlines() if row.strip())


def too_much(paste: str) -> str | None:
    """Why this is more than one reading takes."""
    if len(paste) > LETTERS_AT_MOST:
        return f"This is {len(paste):,} letters, and {LETTERS_AT_MOST:,} fit here. All of it is still in the box."
    rows = sum(bool(row.strip()) for row in paste.splitlines())
    if rows > LINES_AT_MOST:
        return f"This is {rows} lines, and {LINES_AT_MOST} fit here. Please paste the rest afterwards."
    return None if rows else "Paste at least one name."


def _read(number: int, typed: str, today: date) -> Line:
    if len(typed) > LINE_AT_MOST:
        return Line(number=number, typed=typed, trouble="This line is long. A name, a day and a place are enough.")
    first, *parts = [part.strip() for part in PARTS.split(BULLET.sub("", typed))]
    name, day = _name_and_day(first, today)
    parts = [day, *parts]
    line = Line(number=number, typed=typed, name=name)
    if not name or len(name) > NAME_AT_MOST:
        return replace(line, trouble="Begin the line with a name.")
    if any(sign.isdigit() for sign in name) and read_when(name, today):
        return replace(line, trouble="This begins with a day. Begin with the name.")
    if any(sign.isdigit() for sign in name):
        line = replace(line, unsure=["Is this a name? There are figures in it."])
    return _with_parts(line, _joined(parts, today), today)


def _name_and_day(words: str, today: date) -> tuple[str, str]:
    """A name with its day straight after it, “Chloe 3/2/27”. Without figures it is all name: “Amira May”."""
    parts = words.split()
    for cut in range(1, len(parts)):
        day = " ".join(parts[cut:])
        if BEGINS_A_DAY.match(parts[cut]) and read_when(day, today):
            return " ".join(parts[:cut]), day
    return words, ""


def _joined(parts: list[str], today: date) -> list[str]:
    """A day and its time may stand in two cells, and “Tuesday” before its day in another."""
    joined: list[str] = []
    for part in filter(None, parts):
        together = f"{joined[-1]} {part}" if joined else ""
        is_one = together and _is_piece(joined[-1], part) and read_when(together, today)
        joined = [*joined[:-1], together] if is_one else [*joined, part]
    return joined


def _is_piece(before: str, part: str) -> bool:
    looks_like_a_time = re.fullmatch(r"(?:at )?\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?(?::00)?", part, re.IGNORECASE)
    return bool(looks_like_a_time) or before.lower().endswith("day") or bool(re.fullmatch(r"\d{4}", part))


def _with_parts(line: Line, parts: list[str], today: date) -> Line:
    places: list[str] = []
    for part in parts:
        said = read_when(part, today) if line.when is None and not line.trouble else None
        if said:
            unsure = [*line.unsure, said.unsure] if said.unsure else line.unsure
            line = replace(line, when=said.when, unsure=unsure, trouble=said.trouble)
        elif REACHED.search(part):
            line = replace(line, unsure=[*line.unsure, "A number or an email address is not kept from here."])
        else:
            places.append(part)
    place = ", ".join(places)
    if MAY_BE_A_DAY.search(place) and line.when is None and not line.trouble:
        line = replace(line, unsure=[*line.unsure, "Is this a day? We read it as the place."])
    return replace(line, place=place[:NAME_AT_MOST])


def _point_out_names(lines: list[Line], known: set[str]) -> list[Line]:
    """The same name again is not opened: another letter tells two people apart."""
    told, seen = [], set()
    for line in lines:
        told.append(_known(line, known, seen))
        if not line.is_left_out:
            seen.add(_same(line.name))
    return told


def _known(line: Line, known: set[str], seen: set[str]) -> Line:
    if line.trouble or line.is_left_out:
        return line
    if _same(line.name) in known:
        return replace(line, is_known=True, unsure=["You have a notebook with this name. It is left out."])
    if _same(line.name) in seen:
        words = "This name stands here twice. It is left out: add a letter if it is somebody else."
        return replace(line, is_known=True, unsure=[words])
    return line


def _same(name: str) -> str:
    return " ".join(name.casefold().split()).rstrip(".")


def _is_heading(row: str) -> bool:
    return PARTS.split(row[:LINE_AT_MOST])[0].strip().casefold() in HEADINGS


def _when_words(when: When | None, today: date) -> str:
    if when is None:
        return ""
    if when.day is None:
        return when.window[:1].upper() + when.window[1:]
    return ", ".join(filter(None, [day_words(when.day, today), clock_words(when.at_time)]))
