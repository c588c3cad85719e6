"""A listing’s words as numbers, beside those of its neighbours, so that thousands are looked through at once.

Each listing has a head (its key, its point, when it was checked, how many words) and its words: a number of twenty
bits, and two bits that tell whether it stands in the name or the categories, and whether in the prose. Two words may
share a number: then a listing is looked at closer in vain, and never shown for it, because the words themselves are
compared before that."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from math import nan
from struct import Struct
from typing import Any, NamedTuple, Protocol
from zlib import crc32

NAMED, SAID = 1, 2  # or both
WORD_BITS = 20
FACT = "="  # before a fact, which no word begins with
HEAD = Struct("<IffHH")
WORD_BYTES = 4
MOST_WORDS = 65_535
BEFORE_DAY_ONE = date(1999, 12, 31).toordinal()


class Words(Protocol):
    """What is packed of a listing."""

    pk: int
    name_words: str
    term_words: str
    body_words: str
    fact_words: str
    latitude: float | None
    longitude: float | None
    activity: Any  # of which the day of the last check is asked


class Row(NamedTuple):
    """Heads, and the words of each of them in the same order."""

    heads: bytes
    words: bytes


@lru_cache(maxsize=100_000)
def number_of(word: str) -> int:
    """The same on every machine."""
    return crc32(word.encode()) & ((1 << WORD_BITS) - 1)


def day_number(day: date | None) -> int:
    """Days from the first of the year 2000, which is 1; 0 for what nobody knows, or is older."""
    return max(0, day.toordinal() - BEFORE_DAY_ONE) if day else 0


def packed(listings: Iterable[Words]) -> Row:
    """These listings, in this order."""
    both = [_packed(each) for each in listings]
    return Row(b"".join(head for head, _ in both), b"".join(words for _, words in both))


def without(row: Row, keys: set[int]) -> Row:
    """The rest of a row."""
    heads, words, at = [], [], 0
    for place, (key, *_, count) in enumerate(HEAD.iter_unpack(row.heads)):
        if key not in keys:
            heads.append(row.heads[place * HEAD.size : (place + 1) * HEAD.size])
            words.append(row.words[at : at + count * WORD_BYTES])
        at += count * WORD_BYTES
    return Row(b"".join(heads), b"".join(words))


def _packed(one: Words) -> tuple[bytes, bytes]:
    places = dict.fromkeys(map(number_of, one.body_words.split()), SAID)
    for number in map(number_of, f"{one.name_words} {one.term_words}".split()):
        places[number] = places.get(number, 0) | NAMED
    places |= dict.fromkeys((number_of(FACT + fact) for fact in one.fact_words.split()), SAID)
    numbers = [where << WORD_BITS | number for number, where in places.items()][:MOST_WORDS]
    latitude = nan if one.latitude is None else one.latitude
    longitude = nan if one.longitude is None else one.longitude
    head = HEAD.pack(one.pk, latitude, longitude, day_number(one.activity.last_checked_on), len(numbers))
    return head, Struct(f"<{len(numbers)}I").pack(*numbers)
