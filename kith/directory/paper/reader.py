"""From a file to a draft: sheets, flattened, read twice, and the parts that were found in what was read."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

import cv2
import numpy as np

from kith.access.refusal import Refused

from . import facts, naming
from .besides import besides_in
from .brinks import with_brinks_doubted
from .codes import addresses_in
from .flatten import flat
from .line import Line
from .missed import larger, with_what_was_missed
from .page import Page, page_of
from .parts import Parts, agreed
from .recognise import A_HEAP, A_PAGE, can_read_pictures, lines_in
from .sheets import Sheet, sheets_of
from .when import once_on, schedule_in

NO_WORDS = "We found no words on this. Try again from nearer and in more light, or type what it says."
FEWEST_LETTERS = 12
A_WORD = re.compile(r"[^\W\d_]{3,}")
FEWEST_LETTERS_ALIKE = 7  # in words that both looks saw: “Chess Club” has nine
SECOND_LOOK = 0.8  # of the size of the first
WELL_TOLD = 50  # of a hundred
A_SHEET_DOWN = 10_000  # dots: the next sheet lies under this one


@dataclass(frozen=True)
class Read:
    """All the words, in order, and the parts of the draft."""

    text: str
    parts: Parts


def read(data: bytes, today: date) -> Read:
    """Reads one leaflet of one or more sheets. Raises `Refused` with a sentence that may be shown."""
    return read_sheets(sheets_of(data), today)


def read_sheets(sheets: list[Sheet], today: date) -> Read:
    """The same of sheets that are opened already."""
    codes = [address for sheet in sheets for address in addresses_in(sheet.picture)]
    looks = [_two_looks(sheet) for sheet in sheets]
    first, second = (page_of(_one_under_another(list(look))) for look in zip(*looks, strict=True))
    if sum(letter.isalpha() for letter in first.text + second.text) < FEWEST_LETTERS:
        raise Refused(NO_WORDS)
    codes = list(dict.fromkeys(codes))
    if not codes and not any(sheet.lines for sheet in sheets) and not says_something(first, second):
        raise Refused(NO_WORDS)
    whole = page_of(_one_under_another([with_what_was_missed(*look) for look in looks]))
    told = [without_doubts(parts_in(each, codes, today), each) for each in (whole, first, second)]
    return Read(whole.text, agreed(told[0], agreed(told[1], told[2])))


def says_something(first: Page, second: Page) -> bool:
    """Whether both looks saw the same words, and not by chance: what is no writing is taken for other letters each
    time."""
    seen = [
        {word.casefold() for word in A_WORD.findall(page.text) if word not in page.doubted} for page in (first, second)
    ]
    return sum(map(len, seen[0] & seen[1])) >= FEWEST_LETTERS_ALIKE


def without_doubts(parts: Parts, page: Page) -> Parts:
    """What rests on a word whose letters could hardly be told is not sure."""
    return {
        field: replace(part, sure=part.sure and page.doubted.isdisjoint(part.words.split()))
        for field, part in parts.items()
    }


def parts_in(page: Page, codes: list[str], today: date) -> Parts:
    """Every part of a draft, from one look at the page."""
    name = naming.name_in(page)
    address = naming.address_in(page, name.words)
    schedule, day = schedule_in(page), facts.date_in(page, today)
    if day.is_found and not any(slot.starts for slot in schedule.value):
        schedule = once_on(date.fromisoformat(day.value), day.words, page)
    return {
        "name": name,
        "organization": naming.organization_in(page, name.words),
        "description": naming.description_in(page, name.words, address.words),
        "phone": facts.phone_in(page),
        "email": facts.email_in(page),
        "url": facts.url_in(page, codes),
        "postcode": facts.postcode_in(page),
        "address": address,
        "cost": facts.cost_in(page),
        "schedule": schedule,
        "date": day,
    } | besides_in(page, address, today)


def _two_looks(sheet: Sheet) -> tuple[list[Line], list[Line]]:
    """A picture is read twice, in two ways. Words that the file holds are one look, and its picture is the other:
    they may come from a reading that somebody else once made."""
    if sheet.lines and not can_read_pictures():
        return list(sheet.lines), list(sheet.lines)
    grey = flat(sheet.picture)
    if sheet.lines:
        return list(sheet.lines), lines_in(grey, A_PAGE)
    looks = _looks_at(grey)
    if _makes_sense(looks):
        return looks
    turned = _looks_at(np.ascontiguousarray(grey[::-1, ::-1]))
    return max(looks, turned, key=lambda each: _letters(each[0]))


def _looks_at(grey: np.ndarray) -> tuple[list[Line], list[Line]]:
    looks = ((grey, A_PAGE), (_black_and_white(grey), A_HEAP))
    with ThreadPoolExecutor(len(looks)) as at_once:
        first, second = at_once.map(lambda look: with_brinks_doubted(lines_in(*look), look[0]), looks)
    second = [larger(line, 1 / SECOND_LOOK) for line in second]
    return (first, second) if _letters(first) >= _letters(second) / 2 else (second, first)


def _makes_sense(looks: tuple[list[Line], list[Line]]) -> bool:
    """Not what a page upside down looks like: many letters that could hardly be told."""
    return any(_letters(look) >= sum(len(line.text) for line in look) / 2 for look in looks)


def _black_and_white(grey: np.ndarray) -> np.ndarray:
    """Smaller, and without the greys that the first look sees, so that the two seldom err alike."""
    small = cv2.resize(grey, None, fx=SECOND_LOOK, fy=SECOND_LOOK, interpolation=cv2.INTER_AREA)
    return cv2.threshold(small, 140, 255, cv2.THRESH_BINARY)[1]


def _letters(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines if line.trust > WELL_TOLD)


def _one_under_another(looks: list[list[Line]]) -> list[Line]:
    return [
        replace(line, top=line.top + A_SHEET_DOWN * sheet, of=(line.of[0] + A_SHEET_DOWN * sheet, line.of[1]))
        for sheet, lines in enumerate(looks)
        for line in lines
    ]
