"""What a form works out by itself: a small, bounded part of FHIRPath, as SDC's `calculatedExpression` carries it.

Understood are whole and decimal numbers, `+`, `-`, `*`, brackets, and the answers of earlier questions:

    %resource.item.where(linkId='4').item.where(linkId='4.1').answer.value
    %resource.descendants().where(linkId='4.1').answer.value.sum()
    %resource.repeat(item).where(linkId='4.1').answer.value.count()

Only the last `linkId` counts. `.sum()` and `.count()` take every repeat of the question; without them it is its one
answer. Everything else of FHIRPath is turned away with a sentence: nothing of a file is ever run.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal

LONGEST = 500  # characters
MOST_PARTS = 60
LARGEST = Decimal(10) ** 15

_START = r"%(?:resource|context|questionnaire)\b"
_STEP = (
    r"(?:\.item|\.descendants\(\)|\.repeat\(item\))\.where\(\s*linkId\s*=\s*(?:'[^'\\]{1,255}'|\"[^\"\\]{1,255}\")\s*\)"
)
_ANSWERS = re.compile(rf"{_START}(?:{_STEP}){{1,12}}\.answer\.value(?:\.(?P<how>sum|count)\(\))?(?![\w.(])")
_LINK_ID = re.compile(r"linkId\s*=\s*['\"]([^'\"]+)['\"]")
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?(?![\w.])")
_SIGN = re.compile(r"[-+*()]")
_EXACT = Context(prec=50)


class NotUnderstood(Exception):
    """The expression is not one of those above. `str()` says what was not understood."""


@dataclass(frozen=True)
class Answered:
    """The answers of a question: their `sum`, their `count`, or the one there is (`one`)."""

    link_id: str
    how: str


@dataclass(frozen=True)
class Sum:
    """Two parts and the sign between them, or a single part on the left."""

    left: "Sum | Answered | Decimal"
    sign: str = ""
    right: "Sum | Answered | Decimal | None" = None


Part = Sum | Answered | Decimal


def parse(expression: str) -> Sum:
    """What the expression asks for. Raises `NotUnderstood`."""
    if len(expression) > LONGEST:
        raise NotUnderstood("it is too long")
    parts = list(_parts(expression))
    if len(parts) > MOST_PARTS:
        raise NotUnderstood("it has too many parts")
    found, rest = _added(parts)
    if rest:
        raise NotUnderstood("brackets or signs do not fit together")
    return found if isinstance(found, Sum) else Sum(found)


def answers_in(part: Part | None) -> Iterator[Answered]:
    """Every question that the sum names."""
    if isinstance(part, Answered):
        yield part
    elif isinstance(part, Sum):
        yield from answers_in(part.left)
        yield from answers_in(part.right)


def work_out(part: Part, words_of: Callable[[str], list[str]]) -> Decimal | None:
    """The result; None when nothing is answered yet, or when it is too large to mean anything.
    `words_of` gives every answer of a question."""
    if not any(words_of(each.link_id) for each in answers_in(part)):
        return None
    found = _result(part, words_of)
    return None if found is None or abs(found) > LARGEST else found


def _parts(expression: str) -> Iterator[str | Answered | Decimal]:
    at = 0
    while expression[at:].strip():
        at += len(expression[at:]) - len(expression[at:].lstrip())
        if found := _ANSWERS.match(expression, at):
            yield Answered(_LINK_ID.findall(found[0])[-1], found["how"] or "one")
        elif found := _NUMBER.match(expression, at):
            yield Decimal(found[0])
        elif found := _SIGN.match(expression, at):
            yield found[0]
        else:
            raise NotUnderstood(f"“{expression[at : at + 40]}” is not understood")
        at = found.end()


def _added(parts: list) -> tuple[Part, list]:
    left, parts = _multiplied(parts)
    while parts and parts[0] in ("+", "-"):
        right, rest = _multiplied(parts[1:])
        left, parts = Sum(left, parts[0], right), rest
    return left, parts


def _multiplied(parts: list) -> tuple[Part, list]:
    left, parts = _single(parts)
    while parts and parts[0] == "*":
        right, rest = _single(parts[1:])
        left, parts = Sum(left, "*", right), rest
    return left, parts


def _single(parts: list) -> tuple[Part, list]:
    if not parts:
        raise NotUnderstood("it ends too early")
    first, rest = parts[0], parts[1:]
    if first == "(":
        found, rest = _added(rest)
        if not rest or rest[0] != ")":
            raise NotUnderstood("a bracket is not closed")
        return found, rest[1:]
    if first == "-":
        found, rest = _single(rest)
        return Sum(Decimal(0), "-", found), rest
    if isinstance(first, str):
        raise NotUnderstood(f"“{first}” stands where a number is needed")
    return first, rest


def _result(part: Part | None, words_of: Callable[[str], list[str]]) -> Decimal | None:
    if isinstance(part, Decimal) or part is None:
        return part
    if isinstance(part, Answered):
        return _of_answers(part, words_of(part.link_id))
    left = _result(part.left, words_of)
    right = _result(part.right, words_of)
    if not part.sign or left is None or right is None:
        return left if not part.sign else None
    return {"+": _EXACT.add, "-": _EXACT.subtract, "*": _EXACT.multiply}[part.sign](left, right)


def _of_answers(asked: Answered, words: list[str]) -> Decimal | None:
    if asked.how == "count":
        return Decimal(len(words))
    if asked.how == "sum":
        return sum(map(Decimal, words), Decimal(0))
    return Decimal(words[0]) if len(words) == 1 else None
