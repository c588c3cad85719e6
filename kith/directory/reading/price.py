"""What it costs, as found in prose. Only amounts that the text says; always shown as unsure."""

import re
from dataclasses import dataclass

AMOUNT = (
    r"£\s?(?P<pounds>\d{1,3})(?:\.(?P<pence>\d\d))?(?![\d,.]*\d)|"
    r"(?<![\d.,£:/])(?P<small>\d{1,2})\s?p\b(?!\.?m)"
)
PRICE = re.compile(rf"(?:{AMOUNT})(?:\s*(?:-|–|—|/|to|or)\s*£?\s?\d{{1,3}}(?:\.\d\d)?p?(?![\d,]))?")
PENCE = re.compile(r"\d\s?p")
NOT_ONE_TIME = re.compile(
    r"^\s*(?:\([^)]*\)\s*)?(?:[a-z]+\s){0,2}(?:per|a|each|every|for (?:a|the))?\s*(?:year|annum|"
    r"annual|annually|yearly|month|monthly|term|half term|membership|deposit|voucher|million|"
    r"m\b|k\b|billion|grant|fine|for \d+ (?:weeks|sessions))|^\s*(?:million|m\b|k\b|billion|"
    r"bn\b|,\d)",
    re.I,
)
NOT_A_COST = re.compile(
    r"(?:rais(?:e|ed|ing)|worth|grant of|donat(?:e|ed|ion of)|won|win|prize of|sav(?:e|ed)|"
    r"up to|earn(?:s|ing)?|income of|vouchers? (?:of|for)|over|deposit of|membership (?:is|"
    r"costs?|fee(?: is| of)?:?)|annual (?:fee|subscription)(?: is| of)?)\s*(?:is\s*)?$",
    re.I,
)
TASTER = re.compile(
    r"\b(?:first|1st|taster|trial)\s+(?:ever\s+)?(?:taster\s+|trial\s+)?(?:session|class|lesson|"
    r"visit|week|time|one|go)?s?\s*(?:is|are|for)?\s*free\b|\bfree\s+(?:taster|trial|"
    r"first)\b(?:\s+(?:session|class|lesson))?",
    re.I,
)
FREE = re.compile(
    r"(?<![-\w])(?:completely |totally |all |is |are |it's |its )?free(?: of charge|"
    r" to (?:attend|join|use|enter|all|everyone|access|take part)| entry| admission| sessions?|"
    r" class(?:es)?| event| activit(?:y|ies)| for (?:all|everyone|anyone|adults|members|"
    r"residents))?\b|\bno (?:charge|cost|fee)\b",
    re.I,
)
SAYING_FREE, LONGEST_BEFORE_FREE = ("free", "no charge", "no co", "no fee"), len("completely ")
SAYS_FREE = re.compile(
    r"of charge|to (?:attend|join|use|enter|all|everyone|access|take part)|entry|admission|"
    r"session|class|event|activit|for |no |^(?:completely|totally|all|is|are|it)",
    re.I,
)
NOT_FREE = re.compile(
    r"(?:feel|feeling|set|break|be|gluten|dairy|sugar|smoke|drug|alcohol|fat|hands|care|pain|"
    r"stress|nut|meat|interest|tax|barrier|judgement|judgment)[\s-]*$",
    re.I,
)
NOT_FREE_AFTER = re.compile(
    r"^\s*(?:from|time|phone|parking|car park|wi-?fi|refreshments?|tea|coffee|drinks?|food|"
    r"lunch|spirit|range|call|helpline|speech|bus|style|will|flow|hot|gift|advice line|"
    r"tickets? for|school meals?|childcare|of (?!charge))",
    re.I,
)


@dataclass(frozen=True)
class FoundPrice:
    """One unsure fact: `field` is price_pence, is_free or taster."""

    field: str
    value: int | bool
    words: str


def prices_in(text: str) -> list[FoundPrice]:
    """At most one price of one time, one "free" and one taster. Never raises."""
    text = text[:20_000]
    free = _where_it_may_be_free(text)
    taster = TASTER.search(text) if free is not None else None
    rest = TASTER.sub(lambda match: " " * len(match[0]), text) if taster else text
    found = [_price(text, rest), _free(text, rest, free) if free is not None else None]
    if taster:
        found.append(FoundPrice("taster", True, _stretch(text, taster.start(), taster.end())))
    return [one for one in found if one]


def _where_it_may_be_free(text: str) -> int | None:
    """Before which letter nothing says that it is free; None where nothing does. Most prose does not."""
    plain = text.lower()
    places = [at for word in SAYING_FREE if (at := plain.find(word)) >= 0]
    grown = len(plain) - len(text)  # a few letters of other alphabets are two when they are small
    return max(0, min(places) - grown - LONGEST_BEFORE_FREE) if places else None


def _price(text: str, rest: str) -> FoundPrice | None:
    for match in PRICE.finditer(rest) if "£" in rest or PENCE.search(rest) else ():
        before, after = rest[max(0, match.start() - 30) : match.start()], rest[match.end() : match.end() + 40]
        pence = _pence(match)
        if 0 < pence <= 10_000 and not NOT_ONE_TIME.match(after) and not NOT_A_COST.search(before):
            return FoundPrice("price_pence", pence, _stretch(text, match.start(), match.end()))
    return None


def _pence(match: re.Match) -> int:
    if match["small"]:
        return int(match["small"])
    return int(match["pounds"]) * 100 + int(match["pence"] or 0)


def _free(text: str, rest: str, start: int) -> FoundPrice | None:
    """The word "free" where it speaks of money: with words that say so, in capitals, or as all there is."""
    for match in FREE.finditer(rest, start):
        before, after = rest[max(0, match.start() - 20) : match.start()], rest[match.end() : match.end() + 25]
        if NOT_FREE.search(before) or NOT_FREE_AFTER.match(after) or after.startswith("-"):
            continue
        alone = not re.search(r"\w", rest[: match.start()].rsplit("\n", 1)[-1].rsplit(". ", 1)[-1][-20:])
        if SAYS_FREE.search(match[0]) or "FREE" in match[0] or alone:
            return FoundPrice("is_free", True, _stretch(text, match.start(), match.end()))
    return None


def _stretch(text: str, start: int, end: int) -> str:
    """The words of the fact, with up to three more that belong to it."""
    more = re.match(
        r"(?:[ ]+(?:per|a|an|each|for|person|session|class|adults?|child(?:ren)?|members|entry|"
        r"night|week|hour|visit|ticket|pp)\b){0,3}",
        text[end:],
    )
    return " ".join(text[start : end + (more.end() if more else 0)].split())[:300]
