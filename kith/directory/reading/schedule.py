"""Days and times found in prose. What is unclear is left out; what is found is always shown as unsure."""

import re
from dataclasses import dataclass
from datetime import time

from .entry import Slot

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FULL = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
SHORT = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)s?\.?"
SHORT_BEGINS = re.compile(r"Mon|Tue|Wed|Thu|Fri|Sat|Sun")
DAY = rf"(?:(?i:{FULL})|{SHORT})(?![a-z])"
JOIN = r"\s*(?:,\s*(?:and|&)?|&|\+|/|\band\b|\bor\b)\s*(?:(?:every|on|also)\s+)?"
SPAN = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b)\s*"
ORDINAL = r"(?i:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)"
DAYS = re.compile(
    rf"(?P<every_other>(?i:every (?:other|second|two weeks on(?: an?)?)|alternate|alternating|"
    rf"fortnightly(?:,? on)?(?: an?)?))?\s*"
    rf"(?P<weeks>\b{ORDINAL}(?:(?:{JOIN}|{SPAN})(?:the )?{ORDINAL})*\s+)?"
    rf"(?:\b(?i:every|each)\s+)?(?P<days>\b{DAY}(?:(?:{JOIN}|{SPAN}){DAY})*)"
)
MONTHLY = re.compile(
    r"[^.\n]{0,25}?\b(?:of|in|each|every|a|per)\s+(?:the\s+|each\s+|"
    r"every\s+)?(?:calendar\s+)?month\b|[^.\n]{0,12}\bmonthly\b",
    re.I,
)
FORTNIGHTLY = re.compile(r"[^.\n]{0,25}\b(?:fortnightly|every (?:two|2) weeks|bi-?weekly|every other week)\b", re.I)
DATE_AFTER = re.compile(
    r"\s*,?\s*(?:the\s+)?(?:\d{1,2}\s*(?:st|nd|rd|th)\b|\d{1,2}(?:\s+of)?\s+(?:jan|feb|mar|apr|"
    r"may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}/\d|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|"
    r"dec)[a-z]*\s+\d)",
    re.I,
)
DATE_BEFORE = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)|20\d\d)[,\s]*$",
    re.I,
)
NOT_A_TIME = re.compile(r"^\s*(?:school|best|roast|lunch club|times|night takeaway)\b", re.I)
CLOCK = (
    r"(?P<{0}h>[01]?\d|2[0-3])(?:[.:](?P<{0}m>[0-5]\d))?\s*"
    r"(?P<{0}half>a\.?m\b\.?|p\.?m\b\.?|noon|midday|midnight)?"
)
NOON = r"(?P<{0}noon>noon|midday)"
TIMES = re.compile(
    rf"(?<![\d£.:/])(?:{CLOCK.format('s')}|{NOON.format('s')})(?:\s*(?:-|–|—|\bto\b|\buntil\b|"
    rf"\btill\b|\btil\b)\s*(?:{CLOCK.format('e')}|{NOON.format('e')}))?(?![\d/%]|(?:st|nd|rd|th)\b|"
    rf"\s*(?:years?|yrs?|mins?|minutes|weeks?|months?|hours?|hrs?|miles?|people|p)\b)",
    re.I,
)
REACH = 45  # letters after the days in which a time still belongs to them
MOST = 8


@dataclass(frozen=True)
class FoundTimes:
    """Slots that one stretch of text speaks of, and that stretch word for word."""

    slots: tuple[Slot, ...]
    words: str


def times_in(text: str) -> list[FoundTimes]:
    """Every regular time the text speaks of, at most eight stretches. Never raises."""
    if "day" not in text.lower() and not SHORT_BEGINS.search(text):  # as in most prose
        return []
    found: list[FoundTimes] = []
    matches = [match for match in DAYS.finditer(text[:20_000]) if _is_regular(text, match)]
    for number, match in enumerate(matches):
        ends_at = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        begins_at = matches[number - 1].end() if number else 0
        found.append(_read(text, match, begins_at, ends_at))
    kept = {one.words: one for one in found if one.slots}
    return list(kept.values())[:MOST]


def _is_regular(text: str, match: re.Match) -> bool:
    """Not one date, and not a short form that is another word ("Sat") unless a time or a day is near."""
    after, before = text[match.end() : match.end() + 40], text[max(0, match.start() - 25) : match.start()]
    if (DATE_AFTER.match(after) and not match["weeks"]) or DATE_BEFORE.search(before) or NOT_A_TIME.match(after):
        return False
    if re.search(FULL, match["days"], re.I):
        return True
    several = len(re.findall(DAY, match["days"])) > 1
    return several or bool(TIMES.search(after[:25])) or bool(re.search(r"\b(?:every|on|each)\s+$", before, re.I))


def _read(text: str, match: re.Match, begins_at: int, ends_at: int) -> FoundTimes:
    after = _same_sentence(text[match.end() : min(ends_at, match.end() + REACH)])
    before = text[max(begins_at, match.start() - 30) : match.start()].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
    frequency, weeks = _frequency(match, before, after)
    clock, stretch_end = _clock_after(after)
    stretch_start = match.start() + len(match[0]) - len(match[0].lstrip())
    if not clock and (early := _clock_before(before, begins_at == 0)):
        clock, stretch_start = early[0], match.start() - len(before) + early[1]
    monthly = MONTHLY.match(after)
    if monthly and frequency == "monthly":
        stretch_end = max(stretch_end, monthly.end())
    if frequency == "fortnightly" and (late := FORTNIGHTLY.match(after)):
        stretch_end = max(stretch_end, late.end())
    if "(" in text[match.end() : match.end() + stretch_end] and after[stretch_end : stretch_end + 1] == ")":
        stretch_end += 1
    words = " ".join(text[stretch_start : match.end() + stretch_end].split())[:300]
    starts, ends = clock or (None, None)
    slots = [Slot(day, starts, ends, frequency, week, words) for day in _days(match["days"]) for week in weeks]
    return FoundTimes(tuple(slots), words)


def _same_sentence(after: str) -> str:
    return re.split(r"\n\n|(?<=[a-z)])\.\s+(?=[A-Z])|;", after, maxsplit=1)[0]


def _frequency(match: re.Match, before: str, after: str) -> tuple[str, list[int | None]]:
    if match["weeks"]:
        return "monthly", _weeks(match["weeks"])
    if (
        match["every_other"]
        or FORTNIGHTLY.match(after)
        or re.search(r"\b(?:fortnightly|every other|alternate)[\s,:-]*(?:on\s*)?$", before, re.I)
    ):
        return "fortnightly", [None]
    return (
        "monthly" if re.search(r"\b(?:monthly|once a month)[\s,:-]*(?:on\s*(?:an?\s*)?)?$", before, re.I) else "weekly"
    ), [None]


def _weeks(words: str) -> list[int | None]:
    numbers = {
        "first": 1,
        "1st": 1,
        "second": 2,
        "2nd": 2,
        "third": 3,
        "3rd": 3,
        "fourth": 4,
        "4th": 4,
        "fifth": 5,
        "5th": 5,
        "last": -1,
    }
    return [numbers[word.lower()] for word in re.findall(ORDINAL, words)]


def _days(words: str) -> list[int]:
    """The days named, and those between the two ends of a span."""
    days: list[int] = []
    end = 0
    for found in re.finditer(DAY, words):
        day = DAY_NAMES.index(found[0][:3].lower())
        if days and re.fullmatch(SPAN, words[end : found.start()]) and days[-1] < day:
            days.extend(range(days[-1] + 1, day))
        days.append(day)
        end = found.end()
    return list(dict.fromkeys(days))


def _clock_after(after: str) -> tuple[tuple[time, time | None] | None, int]:
    for match in TIMES.finditer(after):
        if clock := _clock(match, after):
            return clock, match.end()
    return None, 0


def _clock_before(before: str, first: bool) -> tuple[tuple[time, time | None], int] | None:
    """A time just before the day, as in "10am to 12 noon every Tuesday"."""
    for match in TIMES.finditer(before):
        gap = before[match.end() :]
        if (
            len(gap) < 16
            and re.fullmatch(r"[\s,]*(?:(?:on|every|each|the|of)\s*)*", gap)
            and (clock := _clock(match, before))
        ):
            return clock, match.start()
    return None


def _clock(match: re.Match, around: str) -> tuple[time, time | None] | None:
    """Start and end; None when nothing says which half of the day, so that nothing is made up."""
    end_half = _half(match["ehalf"]) or ("noon" if match["enoon"] else "")
    start_half = _half(match["shalf"]) or ("noon" if match["snoon"] else "")
    start, end = _hour(match, "s"), _hour(match, "e")
    if start is None:
        return None
    if not (start_half or end_half):
        start_half = _half_from_words(start, match, around)
        if not start_half:
            return None
    if not start_half:
        start_half = _half_before(start, end, end_half)
    starts = _time(start, start_half)
    if starts is None:
        return None
    ends = None if end is None else _time(end, end_half or _half_after(starts, end))
    return starts, ends if ends and ends > starts else None


def _hour(match: re.Match, side: str) -> tuple[int, int] | None:
    if match[f"{side}noon"]:
        return 12, 0
    return (int(match[f"{side}h"]), int(match[f"{side}m"] or 0)) if match[f"{side}h"] else None


def _half(words: str | None) -> str:
    word = (words or "").replace(".", "").lower()
    return {"am": "am", "pm": "pm", "noon": "noon", "midday": "noon", "midnight": "midnight"}.get(word, "")


def _half_from_words(start: tuple[int, int], match: re.Match, around: str) -> str:
    """Without am or pm: a 24-hour time, a word such as "evening", or an hour that leaves no doubt."""
    if not (match["sm"] or match["em"]):
        return ""
    if start[0] >= 13 or match[0].lstrip().startswith("0"):
        return "24"
    if re.search(r"\bmorning", around, re.I):
        return "am"
    if re.search(r"\b(?:evening|afternoon|night)", around, re.I):
        return "pm"
    return {10: "am", 11: "am", 12: "noon"}.get(start[0], "pm" if 1 <= start[0] <= 5 else "")


def _half_before(start: tuple[int, int], end: tuple[int, int] | None, end_half: str) -> str:
    """ "6.30-8pm" starts in the evening, "11-1pm" and "10-12 noon" in the morning."""
    if start[0] >= 13:
        return "24"
    if end_half in ("noon", "am") or end is None:
        return "am" if start[0] != 12 else "noon"
    if end_half == "midnight":
        return "pm"
    return "pm" if (start[0] % 12, start[1]) < (end[0] % 12, end[1]) else "am"


def _half_after(starts: time, end: tuple[int, int]) -> str:
    if end[0] >= 13:
        return "24"
    return (
        "am" if (end[0], end[1]) > (starts.hour, starts.minute) and end[0] < 12 else ("noon" if end[0] == 12 else "pm")
    )


def _time(hour_and_minute: tuple[int, int], half: str) -> time | None:
    hour, minute = hour_and_minute
    if half == "24":
        return time(hour, minute)
    if hour > 12 or (hour == 0 and half):
        return time(hour, minute) if half == "pm" and hour > 12 else None
    if half == "midnight":
        return time(23, 59) if hour == 12 else None
    return time(hour % 12 + (12 if half in ("pm", "noon") and not (half == "noon" and hour < 12) else 0), minute)
