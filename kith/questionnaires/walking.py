"""Goes through a form once, from top to bottom, with the answers there are: what is asked, and what is worked out.

Conditions and sums look only at earlier questions, so one walk is enough, and nothing can go in circles.
An answer to a question that is no longer asked is kept by whoever keeps answers, and counts for nothing here.
Groups that repeat inside each other could make a walk of millions of lines: it has at most `MOST_LINES`, and one more
for each question of the form.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .conditions import holds, shared
from .structure import Form, Place, Question, Value
from .sums import work_out
from .words_of import fitting

MOST_REPEATS = 50
MOST_LINES = 5_000  # from there on no group stands once more; what comes later is still asked once
NO_ROOM = "This form is as long as it can be. What is there is kept, and there is no room for one more."
Key = tuple[str, Place]
Answers = Mapping[Key, Value]


@dataclass(frozen=True)
class Asked:
    """A question that is asked now, and at which place."""

    question: Question
    place: Place

    @property
    def key(self) -> Key:
        return self.question.link_id, self.place


@dataclass
class Walk:
    """What a walk found: everything that is asked, in order, and the answers that count (worked out ones too).
    `left_out` says whether a group would stand more often, and the form is too long for it."""

    form: Form
    answers: Answers
    more: Collection[Key] = ()
    asked: list[Asked] = field(default_factory=list)
    values: dict[Key, Value] = field(default_factory=dict)
    left_out: bool = False

    def __post_init__(self):
        self._words_inside: dict[Key, list[str]] = defaultdict(list)  # of a question, by each repeat around it
        self._places_by_link_id: dict[str, list[Place]] = defaultdict(list)
        self._repeats = _repeats(self.form, self.answers)
        self._through(self.form.questions, ())

    def places_of(self, link_id: str) -> list[Place]:
        """Where this question stands now."""
        return self._places_by_link_id[link_id]

    def can_add(self, link_id: str, inside: Place) -> bool:
        """Whether this repeating group may stand once more. `inside`: where, without its own number."""
        stands = sum(place[:-1] == inside for place in self.places_of(link_id))
        return 0 < stands < MOST_REPEATS and len(self.asked) < MOST_LINES

    def has_answers_under(self, group: Asked) -> bool:
        """Whether anything inside this group is answered."""
        inside = {each.link_id for each in _all_under(group.question)}
        depth = len(group.place)
        return any(link_id in inside and place[:depth] == group.place for link_id, place in self.values)

    def _through(self, questions: tuple[Question, ...], place: Place) -> None:
        for question in questions:
            if self._is_asked(question, place):
                for each in self._places(question, place):
                    self._visit(question, each)

    def _visit(self, question: Question, place: Place) -> None:
        self.asked.append(Asked(question, place))
        self._places_by_link_id[question.link_id].append(place)
        value = self._value(question, place)
        if value:
            self.values[question.link_id, place] = value
            for depth in range(len(place) + 1):
                self._words_inside[question.link_id, place[:depth]].extend(value)
        opens = question.kind == "group" or value
        self._through(question.items if opens else _words_only(question), place)

    def _places(self, question: Question, place: Place) -> Iterator[Place]:
        if not (question.kind == "group" and question.repeats):
            return iter([place])
        key = (question.link_id, place)
        times = min(self._repeats.get(key, 1) + (key in self.more), MOST_REPEATS)
        return ((*place, count) for count in range(times) if count == 0 or self._has_room())

    def _has_room(self) -> bool:
        has_room = len(self.asked) < MOST_LINES
        self.left_out = self.left_out or not has_room
        return has_room

    def _value(self, question: Question, place: Place) -> Value:
        if question.calculated is None:
            return self.answers.get((question.link_id, place), ())
        found = work_out(question.calculated, self._words)
        return () if found is None else _as_value(found, question.kind)

    def _words(self, link_id: str) -> list[str]:
        return self._words_inside[link_id, ()]

    def _is_asked(self, question: Question, place: Place) -> bool:
        if not question.enable_when:
            return True
        held = (self._holds(condition, question, place) for condition in question.enable_when)
        return all(held) if question.enable_all else any(held)

    def _holds(self, condition, question: Question, place: Place) -> bool:
        depth = shared(condition, self.form.index[question.link_id], self.form)
        words = self._words_inside[condition.link_id, place[:depth]]
        return holds(condition, self.form.index[condition.link_id].question, words)


def _all_under(question: Question) -> Iterator[Question]:
    for each in question.items:
        yield each
        yield from _all_under(each)


def _words_only(question: Question) -> tuple[Question, ...]:
    return tuple(each for each in question.items if each.kind == "display")


def _as_value(found: Decimal, kind: str) -> Value:
    word = fitting(f"{round(found, 6).normalize():f}", kind)
    return () if word is None else (word,)


def _repeats(form: Form, answers: Answers) -> dict[Key, int]:
    """How often each repeating group stands, as its answers say. Answers to what is not in the form are passed over."""
    times: dict[Key, int] = {}
    for (link_id, place), value in answers.items():
        standing = form.index.get(link_id)
        if value and standing and len(place) == len(standing.groups):
            for depth, group in enumerate(standing.groups):
                key = (group, place[:depth])
                times[key] = max(times.get(key, 1), place[depth] + 1)
    return times
