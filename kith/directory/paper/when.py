"""The regular times on a leaflet: as prose, as a table, or as a heading with a time under it."""

import re
from dataclasses import replace
from datetime import date, time

from kith.directory.reading.entry import Slot
from kith.directory.reading.schedule import DAY, times_in

from .page import A_BLANK, Page
from .parts import Part

A_CLOCK = re.compile(r"(?<![£\d.,:/])\d{1,2}(?:[.:][0-5]\d\b(?!\d)|(?:[.:][0-5]\d)?\s?[ap]\.?m\b)", re.I)
DAY_WORD = re.compile(DAY)
DOORS = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]m)?\s?for\s(?=\d{1,2}(?:[.:]\d\d)?\s?[ap]m)", re.I)  # 7 for 7.30pm
CAPITALS = re.compile(r"\b(?:MON|TUES?|WEDS?|THU(?:RS?)?|FRI|SAT|SUN)S?\b")
IN_FOUR_FIGURES = re.compile(
    r"(?<![\d ] )(?<!\d)([01]\d|2[0-3])([0-5]\d)(\s?(?:-|–|to)\s?)([01]\d|2[0-3])([0-5]\d)(?!\d)"
)
MAY_STAND_BEFORE = re.compile(
    r"(?:^|[:;,.!?&•·–()-]|\b(?:every|each|on|in|any|meets?|sessions?|class(?:es)?|when|time|times|day|days|open|and|or|"
    r"from|is|are|us|club|group|also|the|of|week|weekly|month|lessons?|meetings?|until|to|noon|midday|\d|[ap]m|\w+day|"
    r"\w+days|in at|at|here|together|run|running|evening|morning|afternoon)s?)\s*$",
    re.I,
)
USUAL = re.compile(
    r"\b(?:every|each|other|second|alternate|on|in|at|from|to|til|until|and|or|of|the|a|also|noon|midday|midnight|week|weekly|"
    r"month|monthly|fortnight|fortnightly|mornings?|afternoons?|evenings?|nights?|days?|starts?|starting|ends?|ending|during|"
    r"term|times?|only|first|last|third|fourth|fifth|between|once|when|open|doors|drop|sessions?|class|classes|meets?|am|pm|"
    r"1st|2nd|3rd|4th|5th|calendar|every|we|are|is|all|year|round|for|hours?|hrs?|with|by|start|finish)\b",
    re.I,
)
NOT_ALWAYS = re.compile(
    r"\b(?:except|excluding|apart from|not on|unless|but not|no (?:class|session|meeting)s?)\b", re.I
)
NOON = 12
SOON = 45  # letters after a date in which its time may stand
AN_HOUR = re.compile(r"(?<![\d£.:/])\d{1,2}(?:[.:][0-5]\d)?(?!\d|\.\d|st\b|nd\b|rd\b|th\b)")
CALL_THEN = re.compile(r"\b(?:ring|call|phone|telephone|tel|office hours|lines? open|reception)\b", re.I)
CUT_OFF = r"\s*(?:-|–|\bto\b|\buntil\b)\s*[\dlIO]"  # after the words: an end that could not be read
A_STROKE_TOO_MANY = re.compile(r"(?<=\d)[iIl](?=[ap]m\b)")  # 1ipm: one, or eleven
READ_BADLY = (
    (re.compile(r"(?<=\d)[9q]m\b"), "pm"),
    (re.compile(r"(?<=\d)[oO](?=\s?[ap]m\b|\d)"), "0"),
    (re.compile(r"\b[lI1][lI](?=\s?[ap]m\b|[.:][0-5]\d)"), "11"),
    (re.compile(r"\b[lI](?=\s?[ap]m\b)"), "1"),
    (A_STROKE_TOO_MANY, ""),
    (re.compile(r"\b[lI](?=\d(?:[.:]\d\d)?\s?[ap]m)"), "1"),
)
PLAINER = (
    (DOORS, ""),
    (CAPITALS, lambda found: found[0].title()),
    (IN_FOUR_FIGURES, r"\1:\2\3\4:\5"),
    (re.compile(r"\bo'? ?clock\b", re.I), ""),
    (re.compile(r"\bbetween (\d[\d.:]*\s?(?:[ap]m)?) and (?=\d|noon|midday)", re.I), r"\1 to "),
    (re.compile(r"\bhalf past (\d{1,2})\b", re.I), r"\1.30"),
    (re.compile(r"\b(?:on )?weekdays\b", re.I), "Monday to Friday"),
    (re.compile(r"\b(?:at )?weekends\b", re.I), "Saturday and Sunday"),
    (re.compile(r"\b(?:daily|every day|seven days a week|7 days a week)\b", re.I), "Monday to Sunday"),
    (re.compile(r"\b'?till?\b", re.I), "until"),
)
BARE = re.compile(
    r"(?<![£\d.:])\b(\d{1,2})(\s?(?:-|–|to|until)\s?)(\d{1,2})\b(?![\d.:]|\s?[ap]\.?m|\s?(?:noon|midday))", re.I
)
PART_OF_DAY = re.compile(r"\b(morning|afternoon|evening|night)s?\b", re.I)


def schedule_in(page: Page) -> Part:
    """Slots, in the order of the week. Sure when every way of reading agrees and no day or time is left over."""
    ways = [_slots(f";{A_BLANK}".join(page.prose)), _slots(A_BLANK.join(page.rows)), _slots(" ".join(page.prose))]
    best = max(ways, key=_says)
    if not best:
        return Part(())
    if not any(slot.starts for slot in best):
        return _at_the_only_time(best, page)
    alike = all(_plain(each) == _plain(best) for each in ways if _says(each) == _says(best))
    whole = plainer(" ".join(page.prose))
    nothing_left = _all_of(A_CLOCK, whole) == _used(A_CLOCK, best) and _all_of(DAY_WORD, whole) <= _used(DAY_WORD, best)
    told = all(slot.starts and all(_is_round(at) for at in (slot.starts, slot.ends) if at) for slot in best)
    is_whole = not any(re.search(re.escape(slot.words) + CUT_OFF, whole) for slot in best)
    words = "; ".join(dict.fromkeys(slot.words for slot in best))
    text = " ".join(page.prose)
    is_plain = not (DOORS.search(text) or NOT_ALWAYS.search(text) or _several_weeks(best))
    is_plain = is_plain and not any(map(_is_guessed, page.prose)) and not any(map(_has_lost_its_end, best))
    is_plain = is_plain and not A_STROKE_TOO_MANY.search(text)
    is_begun = all(_begins_well(slot.words, page) and _is_understood(slot.words) for slot in best)
    return Part(best, words, sure=alike and nothing_left and told and is_whole and is_plain and is_begun)


def _has_lost_its_end(slot: Slot) -> bool:
    """Two times stand in its words, and one was understood."""
    return slot.ends is None and len(AN_HOUR.findall(slot.words)) > 1


def _at_the_only_time(slots: tuple[Slot, ...], page: Page) -> Part:
    """Days here, a time of day elsewhere, and no other: they belong together. Never sure."""
    told = {}
    for line in page.prose:
        usual = plainer(line)
        if (at := A_CLOCK.search(usual)) and not DAY_WORD.search(usual) and not CALL_THEN.search(usual):
            for found in times_in(f"Monday {usual[at.start() :]}")[:1]:
                told |= {(slot.starts, slot.ends): line for slot in found.slots if slot.starts}
    words = "; ".join(dict.fromkeys(slot.words for slot in slots))
    if len(told) != 1:
        return Part(slots, words)
    (starts, ends), line = next(iter(told.items()))
    return Part(tuple(replace(slot, starts=starts, ends=ends) for slot in slots), f"{words}; {line}")


def once_on(day: date, words: str, page: Page) -> Part:
    """The time of day of something that happens once: what stands soon after its date. Never sure."""
    after = " ".join(" ".join(page.prose).partition(words)[2].split())[:SOON]
    named = plainer(f"{day:%A} {after.lstrip(' ,.:-–')}")
    slots = [slot for found in times_in(named)[:1] for slot in found.slots if slot.starts]
    return Part(tuple(replace(slot, frequency="weekly", week_of_month=None) for slot in slots[:1]), words)


def _several_weeks(slots: tuple[Slot, ...]) -> bool:
    """ "First and third": twice a month, for which other programs have no word."""
    return len({slot.week_of_month for slot in slots if slot.frequency == "monthly"}) > 1


def _is_understood(words: str) -> bool:
    """No word between a day and its time is unknown here: it might be half of the time, read amiss."""
    rest = words
    for known in (DAY_WORD, A_CLOCK, USUAL):
        rest = known.sub(" ", rest)
    return not re.search(r"[^\W\d_]|\d{3}", rest)


def _begins_well(words: str, page: Page) -> bool:
    """Not in the middle of something that was not read: “ry other Saturday” says more than Saturday."""
    for line in (plainer(each) for each in (*page.prose, *page.rows)):
        before, found, _ = line.partition(words.split(" ", maxsplit=1)[0])
        if found and not MAY_STAND_BEFORE.search(before):
            return False
    return True


def _is_round(at: time) -> bool:
    """People begin at five past, not at nine past: a figure was taken for another, as a nought with a stroke is."""
    return at.minute % 5 == 0


def plainer(text: str) -> str:
    """The same times in words that the parser knows; what the reader often takes for something else is put right."""
    return "\n".join(_with_halves(line) for line in _in_usual_words(text).split("\n"))


def _in_usual_words(text: str) -> str:
    for pattern, instead in (*READ_BADLY, *PLAINER):
        text = pattern.sub(instead, text)  # type: ignore[arg-type] - words, or a function that gives them
    return text


def _is_guessed(line: str) -> bool:
    """Whether nothing says which half of the day its hours are in."""
    usual = _in_usual_words(line)
    return bool(DAY_WORD.search(usual) and BARE.search(usual) and not PART_OF_DAY.search(usual))


def _with_halves(line: str) -> str:
    """ "Tuesday evenings, 7 to 9" says which half of the day it is; "Tuesdays 2-4" leaves it to be guessed."""
    part = PART_OF_DAY.search(line)
    if part:
        return BARE.sub(_in_the_morning if part[1].lower() == "morning" else r"\1\2\3pm", line)
    return BARE.sub(_guessed, line) if DAY_WORD.search(line) else line


def _in_the_morning(hours: re.Match) -> str:
    """From ten until twelve, or until one, a morning ends after noon."""
    is_over = int(hours[3]) == NOON or int(hours[3]) < int(hours[1])
    return f"{hours[1]}am{hours[2]}{hours[3]}{'pm' if is_over else 'am'}"


def _guessed(hours: re.Match) -> str:
    """In the day, or early in the evening: from seven until before noon it is the morning."""
    first, last = (f"{hour}{'am' if 7 <= int(hour) <= 11 else 'pm'}" for hour in hours.group(1, 3))
    return f"{first}{hours[2]}{last}"


def _slots(text: str) -> tuple[Slot, ...]:
    slots = [slot for found in times_in(plainer(text)) for slot in found.slots]
    kept = {(slot.weekday, slot.starts, slot.week_of_month): slot for slot in reversed(slots)}
    timed = {slot.weekday for slot in kept.values() if slot.starts}
    whole = [slot for slot in kept.values() if slot.starts or slot.weekday not in timed]
    return tuple(sorted(whole, key=lambda slot: (slot.weekday or 0, str(slot.starts), slot.week_of_month or 0)))


def _says(slots: tuple[Slot, ...]) -> tuple[int, int, int]:
    return sum(bool(one.starts) for one in slots), sum(bool(one.ends) for one in slots), len(slots)


def _plain(slots: tuple[Slot, ...]) -> list[tuple]:
    return [(one.weekday, one.starts, one.ends, one.frequency, one.week_of_month) for one in slots]


def _all_of(pattern: re.Pattern, text: str) -> set[str]:
    return {"".join(found.lower().split()).rstrip("s.") for found in pattern.findall(text)}


def _used(pattern: re.Pattern, slots: tuple[Slot, ...]) -> set[str]:
    return {one for slot in slots for one in _all_of(pattern, slot.words)}
