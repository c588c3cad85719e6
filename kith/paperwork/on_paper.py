"""A form on a sheet of paper: also what hangs on an answer nobody has given yet, and room for more of what repeats."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kith.questionnaires.answering import Key
from kith.questionnaires.conditions import holds, shared
from kith.questionnaires.only_if import only_if
from kith.questionnaires.structure import Condition, Place, Question

from .filled import Filled, Line

ROOM = 3  # of a group that repeats


@dataclass(frozen=True)
class OnPaper:
    """One thing on the sheet. `count`: which of several it is, of a group that repeats, from 1."""

    question: Question
    line: Line | None = None
    only_if: str = ""
    count: int = 0
    is_room_for_more: bool = False


def on_paper(form: Filled) -> list[OnPaper]:
    """The whole form, in its order and with its own numbers. What an answer that is there has closed is left out."""
    return list(_Sheet(form).under(form.form.questions, ()))


class _Sheet:
    def __init__(self, form: Filled):
        self._form = form.form
        self._lines = {line.key: line for line in form.lines}
        self._of: dict[str, list[Line]] = defaultdict(list)
        for line in form.lines:
            self._of[line.key[0]].append(line)
        self._printed: set[str] = set()

    def under(self, questions: tuple[Question, ...], place: Place) -> Iterator[OnPaper]:
        for question in questions:
            if self._is_asked(question, place):
                yield from self._all_of(question, place, "")
            elif self._may_be_asked(question, place):
                yield from self._all_of(question, place, only_if(self._form, question))

    def _all_of(self, question: Question, place: Place, waits: str) -> Iterator[OnPaper]:
        self._printed.add(question.link_id)
        if not (question.kind == "group" and question.repeats):
            yield from self._one(question, place, OnPaper(question, self._lines.get((question.link_id, place)), waits))
            return
        for count in range(self._times((question.link_id, place))):
            yield from self._one(question, (*place, count), OnPaper(question, None, waits, count + 1))
        yield OnPaper(question, is_room_for_more=True)

    def _one(self, question: Question, place: Place, itself: OnPaper) -> Iterator[OnPaper]:
        yield itself
        yield from self.under(question.items, place)

    def _times(self, group: Key) -> int:
        there = 0
        while (group[0], (*group[1], there)) in self._lines:
            there += 1
        return max(there, 1 if group[1] else ROOM)

    def _is_asked(self, question: Question, place: Place) -> bool:
        first = (*place, 0) if question.kind == "group" and question.repeats else place
        return (question.link_id, first) in self._lines

    def _may_be_asked(self, question: Question, place: Place) -> bool:
        """Whether what it waits for can still come true on this sheet."""
        can = [self._can_hold(each, question, place) for each in question.enable_when]
        return (all(can) if question.enable_all else any(can)) if can else True

    def _can_hold(self, condition: Condition, question: Question, place: Place) -> bool:
        depth = shared(condition, self._form.index[question.link_id], self._form)
        words = self._words(condition.link_id, place[:depth])
        is_open = not words and condition.link_id in self._printed
        return is_open or holds(condition, self._form.index[condition.link_id].question, words)

    def _words(self, link_id: str, place: Place) -> list[str]:
        inside = (line for line in self._of[link_id] if line.key[1][: len(place)] == place)
        return [word for line in inside for word in line.value]
