"""A form as it stands now: what somebody answered, what Kith knows already, and what is still open."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from kith.questionnaires import queries as questionnaires
from kith.questionnaires.answering import Asked, Key, Walk, beginning, in_words
from kith.questionnaires.kept_forms import form_of
from kith.questionnaires.models import Answer
from kith.questionnaires.queries import Answered
from kith.questionnaires.structure import Form
from kith.questionnaires.structure import Value as Words

from .known import known_answers
from .models import Filling
from .picking import in_order
from .sources import PICKED, SOURCES, Around, Source


@dataclass(frozen=True)
class Line:
    """One question, heading or sentence of the form, and the answer that stands there."""

    asked: Asked
    value: Words
    source: Source | None = None  # where the answer is read from, while nobody has written another
    answer: Answer | None = None  # what somebody wrote
    beside: tuple[Answer, ...] = ()  # what somebody else wrote at the same time
    based_on: int = 0  # the number of the last version, to be sent back with a change

    @property
    def key(self) -> Key:
        return self.asked.key

    @property
    def question(self):
        return self.asked.question

    @property
    def words(self) -> str:
        """The answer as people read it."""
        return in_words(self.question, self.value)

    @property
    def versions(self) -> list[tuple[Answer, str]]:
        """What stands and what was written beside it, each in words, where there are several."""
        found = [self.answer, *self.beside] if self.beside else []
        return [(each, in_words(self.question, each.value)) for each in found if each]

    @property
    def is_question(self) -> bool:
        return self.question.is_asked_of_people

    @property
    def is_open(self) -> bool:
        """Whether it waits for somebody: to answer, or to choose between two answers. An answer that was emptied on
        purpose does not."""
        return self.is_question and (bool(self.beside) or (not self.value and self.answer is None))

    @property
    def is_apart(self) -> bool:
        """Whether it is answered on a page of its own: two answers to choose from, or lines that are picked."""
        return bool(self.beside) or self.question.source == PICKED


@dataclass(frozen=True)
class Filled:
    """The whole of it."""

    filling: Filling
    form: Form
    lines: tuple[Line, ...]

    @cached_property
    def questions(self) -> list[Line]:
        """What people answer, in order."""
        return [line for line in self.lines if line.is_question]

    @cached_property
    def still_open(self) -> list[Line]:
        """What nobody has answered and Kith does not know."""
        return [line for line in self.questions if line.is_open]

    @property
    def on_one_page(self) -> bool:
        """Whether a worker is asked for the rest at once: it was talked about, and not all of it stands apart."""
        return self.filling.way == Filling.Way.TALK and any(not line.is_apart for line in self.still_open)

    @property
    def known(self) -> int:
        """How many answers are there."""
        return len(self.questions) - len(self.still_open)

    @property
    def wanted(self) -> list[Line]:
        """What the form must have and has not."""
        return [line for line in self.questions if line.question.required and not line.value]

    def at(self, key: Key) -> Line | None:
        """The line of this question at this place, if it is asked now."""
        return next((line for line in self.lines if line.key == key), None)


def filled(filling: Filling, more: Collection[Key] = ()) -> Filled:
    """The form as it stands, in a fixed number of looks however long it is. `more` names repeating groups, by link id
    and where they stand, that get an empty one besides."""
    return as_it_stands(filling, questionnaires.answered(filling.sheet), more)


def as_it_stands(
    filling: Filling, written: Answered, more: Collection[Key] = (), read_before: dict[str, Any] | None = None
) -> Filled:
    """The same with answers that are at hand. `read_before`: see `Around`."""
    form = form_of(filling.sheet.form)
    known = known_answers(form, _around(filling, form, {} if read_before is None else read_before))
    answers = beginning(form) | {key: value for key, (_, value) in known.items()}
    stands = {key: answer for key, answer in written.answers.items() if not _gives_way(answer, known.get(key))}
    answers |= {key: answer.value for key, answer in stands.items()}
    return Filled(filling, form, tuple(_lines(Walk(form, answers, more), known, stands, written)))


def _gives_way(answer: Answer, known: tuple[Source, Words] | None) -> bool:
    """Lines that the individual picked stand in a box that somebody emptied: they were put there on purpose too."""
    return not answer.value and known is not None and known[0] is SOURCES[PICKED]


def _around(filling: Filling, form: Form, read_before: dict[str, Any]) -> Around:
    every = filling.picked.all() if filling.pk else ()
    picked = in_order(each for each in every if each.taken_out_at is None)
    return Around(filling.individual, filling.meeting, tuple(picked), form.about_money, read_before)


def _lines(
    walk: Walk, known: dict[Key, tuple[Source, Words]], stands: dict[Key, Answer], written: Answered
) -> Iterator[Line]:
    for asked in walk.asked:
        key, answer = asked.key, stands.get(asked.key)
        yield Line(
            asked,
            walk.values.get(key, ()),
            source=known[key][0] if answer is None and key in known else None,
            answer=answer,
            beside=tuple(written.beside.get(key, ())),
            based_on=written.latest.get(key, 0),
        )
