"""Compares what was read with what a careful reader would write down."""

import re
from difflib import SequenceMatcher

WORDS = ("name", "organization", "address")  # signs between the words do not matter
NEARLY = 0.93  # of a description: a letter read amiss is mended at a glance


def right(field: str, found, expected) -> bool:
    """Whether this part says what the leaflet says. Of several that are expected, each will do."""
    if field == "schedule":
        return sorted(_slots(found)) == sorted(tuple(each) for each in expected)
    if isinstance(expected, list):
        return any(right(field, found, each) for each in expected)
    if field == "description":
        return SequenceMatcher(None, _plain(found), _plain(expected), autojunk=False).ratio() >= NEARLY
    if field in WORDS:
        return _plain(found) == _plain(expected)
    return found.casefold() == expected.casefold()


def _slots(found) -> list[tuple]:
    return [(each["day"], each["starts"], each["ends"] or "", each["frequency"]) for each in found]


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w'’&]+", words.replace("’", "'").casefold()))


def wrong_but_sure(draft: dict, unsure: list[str], expects: dict) -> list[str]:
    """Parts that say something else than the leaflet and are not marked as unsure. Nothing may be here."""
    nothing: dict = {"schedule": []}
    sure = [field for field in draft if field not in unsure]
    return [field for field in sure if not right(field, draft[field], expects.get(field, nothing.get(field, "")))]
