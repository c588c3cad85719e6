"""A value as FHIR writes it becomes the word that Kith keeps, and the other way round; and words are compared."""

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from .structure import NUMBERS, Option, Question

LARGEST = Decimal(10) ** 15
MOST_DECIMALS = 6
_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"\d{2}:\d{2}")
TOLD_AS = {
    "boolean": "valueBoolean",
    "decimal": "valueDecimal",
    "integer": "valueInteger",
    "quantity": "valueQuantity",
    "date": "valueDate",
    "dateTime": "valueDateTime",
    "time": "valueTime",
    "string": "valueString",
    "text": "valueString",
    "url": "valueUri",
}


def word_of(value: object, kind: str) -> str | None:
    """The word for a value of a file; None when it is no value of this kind."""
    if isinstance(value, dict):
        return _word_of_parts(value, kind)
    if isinstance(value, bool):
        return {True: "yes", False: "no"}[value] if kind == "boolean" else None
    if kind in ("choice", "open-choice"):
        return str(value) if isinstance(value, str | int) else None
    return fitting(f"{value:f}" if isinstance(value, Decimal) else str(value), kind) if kind != "boolean" else None


def _word_of_parts(value: dict, kind: str) -> str | None:
    if kind == "quantity":
        return word_of(value.get("value"), "decimal")
    return (value.get("code") or value.get("display")) if kind in ("choice", "open-choice") else None


def fitting(word: str, kind: str) -> str | None:
    """The word as it is kept, or None when it says nothing of this kind."""
    if kind in NUMBERS:
        return _number(word, whole=kind == "integer")
    if kind == "date":
        return _day(word)
    if kind == "time":
        return _clock(word)
    if kind == "dateTime":
        return _moment(word)
    if kind == "url":
        return word if is_address(word) else None
    return word


def is_address(word: str) -> bool:
    """Whether it is an address of a page that a browser may open."""
    try:
        parts = urlsplit(word)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", word)


def _number(word: str, whole: bool) -> str | None:
    try:
        found = Decimal(word)
    except InvalidOperation:
        return None
    if not found.is_finite() or abs(found) > LARGEST or _decimals(found) > MOST_DECIMALS:
        return None
    if whole and found != found.to_integral_value():
        return None
    return str(int(found)) if whole else f"{found + 0:f}"


def _decimals(found: Decimal) -> int:
    exponent = found.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _day(word: str) -> str | None:
    try:
        return date.fromisoformat(word).isoformat() if _WHOLE_DAY.fullmatch(word) else None
    except ValueError:
        return None


def _clock(word: str) -> str | None:
    try:
        return f"{time.fromisoformat(word):%H:%M}" if _CLOCK.match(word) else None
    except ValueError:
        return None


def _moment(word: str) -> str | None:
    day, _, clock = word.partition("T")
    if clock[5:]:  # with seconds and a zone, as FHIR writes it
        try:
            return f"{datetime.fromisoformat(word):%Y-%m-%dT%H:%M}"
        except ValueError:
            return None
    return f"{_day(day)}T{_clock(clock)}" if _day(day) and _clock(clock) else None


def in_order(word: str, other: str, kind: str) -> int:
    """-1, 0 or 1: whether the word is less than, the same as, or more than the other."""
    if kind in NUMBERS:
        return int(Decimal(word).compare(Decimal(other)))
    return (word > other) - (word < other)  # days and times sort as they are written


def for_fhir(question: Question, word: str, zone: ZoneInfo) -> dict[str, object]:
    """One answer as a part of a QuestionnaireResponse."""
    if question.kind in ("choice", "open-choice"):
        return _chosen(question.option(word), word)
    return {TOLD_AS[question.kind]: _plain_value(question, word, zone)}


def _chosen(option: Option | None, word: str) -> dict[str, object]:
    if option is None:
        return {"valueString": word.removeprefix("=")}
    if option.told_as != "valueCoding":
        return {option.told_as: int(option.code) if option.told_as == "valueInteger" else option.code}
    coding = {"system": option.system, "code": option.code, "display": option.words}
    return {"valueCoding": {name: value for name, value in coding.items() if value}}


def _plain_value(question: Question, word: str, zone: ZoneInfo) -> object:
    if question.kind == "boolean":
        return word == "yes"
    if question.kind == "quantity":
        unit = {"unit": question.unit, "system": question.unit_system, "code": question.unit_code}
        return {"value": _as_number(word)} | {name: value for name, value in unit.items() if value}
    if question.kind in NUMBERS:
        return _as_number(word)
    if question.kind == "time":
        return f"{word}:00"
    if question.kind == "dateTime":
        return datetime.fromisoformat(word).replace(tzinfo=zone).isoformat()
    return word


def _as_number(word: str) -> int | float:
    return float(word) if "." in word else int(word)
