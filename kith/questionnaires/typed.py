"""What somebody typed becomes an answer, or a sentence about what to write; and an answer becomes words to read."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NoReturn

from kith.access.refusal import Refused
from kith.design.days import read_day
from kith.design.telling import clock_words
from kith.design.times import read_time

from .located import UNSEEN
from .structure import CHOICES, NUMBERS, WORDS, Question, Value
from .words_of import fitting, in_order, is_address

SHORT = 1_000  # letters, where the form sets no limit of its own
LONG = 10_000
MOST_ANSWERS = 50
ASK_FOR = {
    "integer": "Please write a whole number, like 12.",
    "decimal": "Please write a number, like 12 or 12.50.",
    "quantity": "Please write a number, like 12 or 12.50.",
    "date": "We could not read that as a day. Try it like 24 November 2026.",
    "time": "We could not read that as a time. Try it like 2pm or 14:30.",
    "dateTime": "Please write a day and a time, like 24 November 2026 and 2pm.",
    "boolean": "Please choose yes or no.",
    "url": "Please write a whole address, like https://place.example.",
}


def clean(question: Question, typed: str | Sequence[str], today: date) -> Value:
    """The answer that was meant; `()` for nothing typed. Raises `Refused` with a sentence for the person.

    `typed`: what came from the boxes of one question. Of a `choice` the codes that were ticked; of an `open-choice`
    also own words, with `=` before them or without; of a `dateTime` the day and then the time, in two boxes or as it
    is kept; of other questions that repeat, one answer a line. `today` is for a day without a year."""
    given = [typed] if isinstance(typed, str) else list(typed)
    given = [UNSEEN.sub("", each.replace("\r\n", "\n")).strip() for each in given]
    if question.kind == "dateTime" and len(given) == 2:
        given = ["\n".join(given).strip() and "\n".join(given)]
    if question.repeats and question.kind not in CHOICES:
        given = [line.strip() for each in given for line in each.split("\n")]
    given = list(dict.fromkeys(each for each in given if each and each != "="))
    if len(given) > (MOST_ANSWERS if question.repeats else 1):
        raise Refused(
            "Please choose only one of these." if question.kind in CHOICES else "Please give only one answer."
        )
    return tuple(_word(question, each, today) for each in given)


def _word(question: Question, typed: str, today: date) -> str:
    if question.kind in CHOICES:
        return _chosen(question, typed)
    if question.kind in WORDS:
        return _written(question, typed)
    word = _read(question, typed, today)
    if word is None:
        raise Refused(ASK_FOR[question.kind])
    _refuse_outside(question, word)
    return word


def _read(question: Question, typed: str, today: date) -> str | None:
    if question.kind in NUMBERS:
        return fitting(_bare_number(typed, question.unit), question.kind)
    if question.kind == "boolean":
        return typed if typed in ("yes", "no") else None
    if question.kind == "dateTime":
        day, _, clock = typed.partition("\n" if "\n" in typed else "T")
        found = (_day(day, today), _clock(clock))
        return "T".join(filter(None, found)) if all(found) else None
    return _day(typed, today) if question.kind == "date" else _clock(typed)


def _bare_number(typed: str, unit: str) -> str:
    """Without the unit, the pound sign and the commas between thousands."""
    bare = typed.lower().removesuffix(unit.lower()).removeprefix("£").strip()
    return bare.replace(",", "") if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", bare) else _only_figures(bare)


def _only_figures(bare: str) -> str:
    return bare if re.fullmatch(r"[-+]?\d{1,18}(\.\d{1,6})?", bare) else ""


def _day(typed: str, today: date) -> str | None:
    found = read_day(typed.strip(), today)
    return found.isoformat() if found else None


def _clock(typed: str) -> str | None:
    found = read_time(typed.strip())
    return f"{found:%H:%M}" if found else None


def _refuse_outside(question: Question, word: str) -> None:
    if question.least and in_order(word, question.least, question.kind) < 0:
        raise Refused(f"This can be {in_words(question, (question.least,))} or more.")
    if question.most and in_order(word, question.most, question.kind) > 0:
        raise Refused(f"This can be {in_words(question, (question.most,))} or less.")


def _chosen(question: Question, typed: str) -> str:
    if question.option(typed):
        return typed
    if question.kind != "open-choice":
        raise Refused("Please choose one of these.")
    own = typed.removeprefix("=").strip()
    same = next((option.code for option in question.options if option.words.lower() == own.lower()), None)
    return same or "=" + _written(question, own)


def _written(question: Question, typed: str) -> str:
    limit = question.max_length or (LONG if question.kind == "text" else SHORT)
    if len(typed) > limit:
        _refuse_long(len(typed), limit)
    if question.kind == "url" and not is_address(typed):
        raise Refused(ASK_FOR["url"])
    return typed if question.kind == "text" else " ".join(typed.split())


def _refuse_long(length: int, limit: int) -> NoReturn:
    raise Refused(f"This is {length:,} letters, and {limit:,} fit here. All of it is still in the box.")


def in_words(question: Question, value: Value) -> str:
    """The answer as people read it; "" for none. Several stand one a line where they are long, else with commas."""
    words = [_told(question, word) for word in value]
    return ("\n" if question.kind == "text" else ", ").join(words)


def _told(question: Question, word: str) -> str:
    if question.kind in CHOICES:
        option = question.option(word)
        return option.words if option else word.removeprefix("=")
    if question.kind == "boolean":
        return "Yes" if word == "yes" else "No"
    if question.kind == "quantity":
        return _pounds(word) if question.unit in ("£", "GBP") else f"{word} {question.unit}".strip()
    return _told_when(question.kind, word)


def _pounds(word: str) -> str:
    """“£10.50”, where a sum says 10.5."""
    return f"£{word}0" if word[-2:-1] == "." else f"£{word}"


def _told_when(kind: str, word: str) -> str:
    if kind == "date":
        return _day_words(date.fromisoformat(word))
    if kind == "time":
        return clock_words(time.fromisoformat(word))
    if kind == "dateTime":
        moment = datetime.fromisoformat(word)
        return f"{_day_words(moment)}, {clock_words(moment.time())}"
    return word


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
