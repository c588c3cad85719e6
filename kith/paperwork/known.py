"""What Kith knows already, as answers to the questions of one form. Nothing is guessed: where words do not fit, the
question stays open."""

from datetime import date
from decimal import Decimal

from kith.questionnaires.answering import Key
from kith.questionnaires.structure import CHOICES, NUMBERS, WORDS, Form, Question
from kith.questionnaires.structure import Value as Answer

from .sources import PICKED, SOURCES, Around, Source, Value


def known_names(*, about_money: bool) -> frozenset[str]:
    """The paths that a form may name."""
    return frozenset(name for name, source in SOURCES.items() if source.for_money or not about_money)


def known_answers(form: Form, around: Around) -> dict[Key, tuple[Source, Answer]]:
    """What stands behind each question that names a source, and the source. Each source is read once."""
    allowed = known_names(about_money=form.about_money)
    asks = [question for question in form.all_questions() if question.source in allowed]
    read = {name: SOURCES[name].read(around) for name in {each.source for each in asks if each.source} - {PICKED}}
    found = {}
    for question in asks:
        values = read.get(question.source or "", _picked(question, around))
        if answer := as_answer(question, values):
            depth = len(form.index[question.link_id].groups)
            found[question.link_id, (0,) * depth] = (SOURCES[question.source or ""], answer)
    return found


def _picked(question: Question, around: Around) -> list[Value]:
    return [each.words for each in around.picked if each.link_id == question.link_id]


def as_answer(question: Question, values: list[Value]) -> Answer:
    """These values as an answer to this question; `()` where they are of another kind."""
    words = tuple(filter(None, (_as_word(question, value) for value in values)))
    if question.repeats or len(words) < 2:
        return words
    return ("\n".join(words) if question.kind == "text" else "; ".join(words),) if question.kind in WORDS else ()


def _as_word(question: Question, value: Value) -> str | None:
    if isinstance(value, date):
        return value.isoformat() if question.kind == "date" else _day(question, value)
    if isinstance(value, Decimal):
        return f"{value:f}" if question.kind in NUMBERS else _pounds(question, value)
    if question.kind in CHOICES:
        return next((option.code for option in question.options if option.words.casefold() == value.casefold()), None)
    return value if question.kind in WORDS else None


def _day(question: Question, value: date) -> str | None:
    return f"{value.day} {value:%B %Y}" if question.kind in WORDS else None


def _pounds(question: Question, value: Decimal) -> str | None:
    return f"£{value:,.2f}" if question.kind in WORDS else None
