"""One result in somebody's words: a time they took, or a number with its unit. Nothing else is read from words.

What is found is only offered to be kept. Where two things could be meant, nothing is found.
"""

import re

LOOKED_AT = 5_000
HOUR = r"(?:hours?|hrs?|h)"
MINUTE = r"(?:minutes?|mins?|m)"
SECOND = r"(?:seconds?|secs?|s)"
JOINED = r"(?:\s{0,3}(?:,|and|&)?\s{0,3})"
WITH_COLONS = r"(?<![\d:.,/-])(?:(?P<h>\d{1,2}):(?P<hm>[0-5]\d)|(?P<m>\d{1,3})):(?P<s>[0-5]\d)(?![\d:/]|[.,]\d)"
GOES_ON = r"(?=\s{0,3}(?:$|[.,;:!?)\n]|(?:today|now|this|on|for|and|in|which|yesterday|last|so|but|time|at|we|i)\b))"
WITH_WORDS = (
    rf"(?<![\w:.,/-])(?:(?P<wh>\d{{1,2}})\s?{HOUR}(?![a-z]){JOINED})?"
    rf"(?P<wm>\d{{1,3}})\s?{MINUTE}(?![a-z]){JOINED}(?P<ws>[0-5]?\d)(?:\s?{SECOND}(?![a-z])|(?![.,:]\d){GOES_ON})"
)
TAKEN = re.compile(f"{WITH_WORDS}|{WITH_COLONS}", re.IGNORECASE)
BY_THE_CLOCK_BEFORE = re.compile(
    r"(?:\b(?:at|by|from|to|till|until|til|before|after|around|about|since|between|past|meet|come|free|today|tonight|tomorrow|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?)|[@–—-]|\d[:.]\d\d\s*(?:and|or|&|,))\s*$",
    re.IGNORECASE,
)
TAKEN_BEFORE = re.compile(
    r"\b(?:down|cut|got|came|improved|went|now|up|ran|time)\s+(?:it\s+)?(?:to|from|at)\s*$", re.IGNORECASE
)
BY_THE_CLOCK_AFTER = re.compile(
    r"\s*(?:[ap]\.?\s?m\b|o['’]?clock|hrs?\b|tomorrow|tonight|[-–—]\s*\d|(?:to|till|until)\s+\d)", re.IGNORECASE
)
NUMBER = r"(?<![\w.,:/-])(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,3})?(?![.,]?\d)"


def time_in(words: str) -> str:
    """The one time somebody took, as “27:40” or “1:02:33”; "" when there is none, or more than one."""
    words = words[:LOOKED_AT]
    found = {_written(each) for each in TAKEN.finditer(words) if not _is_of_day(words, each)}
    return found.pop() if len(found) == 1 else ""


def _written(found: re.Match) -> str:
    hours = int(found["h"] or found["wh"] or 0)
    minutes = int(found["hm"] or found["m"] or found["wm"] or 0)
    seconds = int(found["s"] or found["ws"] or 0)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def _is_of_day(words: str, found: re.Match) -> bool:
    """A time by the clock, such as “at 18:30”; told by what stands beside it."""
    if found["ws"] or found["h"] or int(found["m"]) > 23:
        return False
    before, after = words[max(0, found.start() - 30) : found.start()], words[found.end() : found.end() + 15]
    if found["m"].startswith("0") or BY_THE_CLOCK_AFTER.match(after):
        return True
    return bool(BY_THE_CLOCK_BEFORE.search(before)) and not TAKEN_BEFORE.search(before)


def number_in(words: str, unit: str = "") -> str:
    """The one number in the words, as written, commas aside; with `unit`, the one that stands with it."""
    words = words[:LOOKED_AT]
    pattern = NUMBER + (rf"\s?{_unit(unit)}" if unit.strip() else r"(?![\w:/-])")
    found = {each[1].replace(",", "") + (each[2] or "") for each in re.finditer(pattern, words, re.IGNORECASE)}
    return found.pop() if len(found) == 1 else ""


def _unit(unit: str) -> str:
    """The unit as people write it: one or many of it."""
    return re.escape(unit.strip().rstrip("s")) + r"s?(?!\w)"
