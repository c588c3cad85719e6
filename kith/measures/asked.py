"""The questions of a pack as they stand on a page, with what was typed and what is to be looked at again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from kith.access.refusal import Refused
from kith.questionnaires.answering import clean
from kith.questionnaires.structure import Question, Value

from .kept_packs import pack_of
from .models import Response, Scale
from .packs import Pack

ROW = 11  # whole numbers that stand side by side as buttons


@dataclass(frozen=True)
class Asking:
    """One question, heading or line of words."""

    question: Question
    called: str  # of its boxes
    typed: tuple[str, ...] = ()
    value: Value = ()
    error: str = ""

    @property
    def numbers(self) -> list[str]:
        """The numbers to choose from, where they are few."""
        question = self.question
        if question.kind != "integer" or not question.least or not question.most:
            return []
        least, most = int(question.least), int(question.most)
        return [str(number) for number in range(least, most + 1)] if most - least < ROW else []


def asked_of(pack: Pack, data: QueryDict | None, today: date) -> list[Asking]:
    """All of them, in order. `data`: what was sent; None before that."""
    return [_asking(question, f"q{place}", data, today) for place, question in enumerate(pack.form.all_questions())]


def asked_again(response: Response, data: QueryDict | None, today: date) -> list[Asking]:
    """Those of what was answered, with what was typed then to begin with; levels in the words they were set in."""
    asked = asked_of(pack_of(response.measure), data, today)
    if response.scale:
        asked = [replace(each, question=_in_own_words(each.question, response.scale)) for each in asked]
    if data is not None:
        return asked
    given = response.value_of
    return [replace(each, typed=given.get(each.question.link_id, ())) for each in asked]


def _in_own_words(question: Question, scale: Scale) -> Question:
    options = tuple(replace(each, words=scale.words_of(int(each.code))) for each in question.options)
    return replace(question, options=options)


def typed_in(asked: list[Asking]) -> Mapping[str, Value]:
    """The answers by link id."""
    return {each.question.link_id: each.value for each in asked if each.value}


def _asking(question: Question, called: str, data: QueryDict | None, today: date) -> Asking:
    if data is None or not question.is_asked_of_people:
        return Asking(question, called)
    typed = tuple(word for word in data.getlist(called) if word.strip())
    try:
        return Asking(question, called, typed, clean(question, typed, today) if typed else ())
    except Refused as reason:
        return Asking(question, called, typed, error=str(reason))
