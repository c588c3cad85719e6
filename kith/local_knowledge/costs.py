"""What something costs in all: the fee, what to buy at first, and the fares. A sum is told only where it is sure."""

import re

from kith.directory.search.reasons import pounds

AMOUNT = re.compile(r"£\s?(\d{1,4})(?:\.(\d\d))?(?![\d,.]*\d)|(?<![\d.,£:/])(\d{1,3})\s?p\b(?!\.?m)", re.I)
NOTHING = re.compile(r"\s*(?:free|nothing|none|no charge|walk|on foot)[\s.!]*", re.I)
NOT_ONCE = re.compile(
    r"\beach\b|\bevery\b|\bper\b|\ba (?:week|month|year|term)\b|\bfrom £|\bup to\b|\bor (?:more|so)\b|"
    r"\d\s?[x×]|[x×]\s?\d|[-–]\s?£?\d",
    re.I,
)


def amount_in(words: str) -> int | None:
    """The one amount that these words name, in pence. None for none, for several, or for “£2 each way”."""
    if NOTHING.fullmatch(words):
        return 0
    found = list(AMOUNT.finditer(words))
    if len(found) != 1 or NOT_ONCE.search(words):
        return None
    whole, part, small = found[0].groups()
    return int(small) if small else int(whole) * 100 + int(part or 0)


def in_all(activity) -> str:
    """“About £9 the first time, £4 after”; "" where a part is not known, or the fee alone says it all."""
    if not (activity.kit_words or activity.travel_words):
        return ""
    fee = 0 if activity.is_free else activity.price_pence
    kit, travel = (amount_in(words) if words else 0 for words in (activity.kit_words, activity.travel_words))
    if fee is None or kit is None or travel is None:
        return ""
    after = fee + travel
    if not kit:
        return f"About {_told(after)} each time" if after else "Nothing"
    return f"About {_told(after + kit)} the first time, {_told(after)} after"


def _told(pence: int) -> str:
    return pounds(pence) if pence else "nothing"
