"""A form as Kith understands it: questions in order, what is asked when, and what each may be answered with.

Nothing here touches a database. A `Form` comes from `reading.read`, and never changes.

**Values.** An answer is a tuple of words, one for each thing answered; `()` is no answer. Most questions have one,
those that `repeats` have several. Each word stands in one plain way, so that it can be kept and compared as text:

=========================  ==========================================================
kind                       word
=========================  ==========================================================
boolean                    `yes` or `no`
integer, decimal           `7`, `12.50`
quantity                   `12.50`; its unit stands with the question
date, time, dateTime       `2026-11-26`, `14:30`, `2026-11-26T14:30` (as the clock on the wall)
string, text, url          what was written
choice                     `Option.code`
open-choice                `Option.code`, or `=` and the person's own words
=========================  ==========================================================

**Places.** A group may repeat, and so may a group within it. A question stands once for each: its *place* is the
tuple of how many came before (`(0,)`, `(1,)`; `(1, 0)` inside two), and `()` outside all repeating groups.
A repeating group itself has a place too, which ends with its own number.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .sources import is_of_the_budget
from .sums import Sum

Place = tuple[int, ...]
Value = tuple[str, ...]

NUMBERS = ("integer", "decimal", "quantity")
WORDS = ("string", "text", "url")
CHOICES = ("choice", "open-choice")
NO_ANSWER = ("group", "display")
KINDS = (*NO_ANSWER, "boolean", *NUMBERS, "date", "dateTime", "time", *WORDS, *CHOICES)


def place_words(place: Place) -> str:
    """A place as it is kept: “0.1”."""
    return ".".join(map(str, place))


def place_from(words: str) -> Place:
    """And as it was."""
    return tuple(int(part) for part in words.split(".")) if words else ()


@dataclass(frozen=True)
class Option:
    """One thing to choose. `code` is its name inside the question; `told_as` is how FHIR writes it in an answer."""

    code: str
    system: str
    words: str
    told_as: str = "valueCoding"


@dataclass(frozen=True)
class Condition:
    """A question is asked when an earlier one was answered so. `value` is a word, or `yes`/`no` for `exists`."""

    link_id: str
    operator: str  # exists, =, !=, >, <, >=, <=
    value: str
    answered_as: str = ""  # how the file wrote the value: “answerBoolean”
    line: int = 0


@dataclass(frozen=True)
class Question:
    """One line of the form: a question, a heading with questions under it (`group`), or words only (`display`)."""

    link_id: str
    number: str  # as printed: “2.3”; "" for words that only stand there
    words: str
    kind: str
    help: str = ""
    required: bool = False
    repeats: bool = False
    read_only: bool = False
    max_length: int | None = None
    least: str = ""  # the smallest and the largest answer, as a word of its kind; "" for no bound
    most: str = ""
    options: tuple[Option, ...] = ()
    unit: str = ""  # as people read it: “miles”
    unit_code: str = ""
    unit_system: str = ""
    enable_when: tuple[Condition, ...] = ()
    enable_all: bool = True  # whether all conditions count together, or any one is enough
    calculated: Sum | None = None
    source: str | None = None  # what Kith knows already and may put here
    initial: Value = ()
    line: int = 0  # in the file, from 1
    items: tuple["Question", ...] = ()

    @property
    def is_asked_of_people(self) -> bool:
        """Whether somebody writes the answer: not a heading, not worked out, not for reading only."""
        return self.kind not in NO_ANSWER and not self.read_only and self.calculated is None

    def option(self, code: str) -> Option | None:
        """The option of this code."""
        return next((option for option in self.options if option.code == code), None)


@dataclass(frozen=True)
class Standing:
    """Where a question stands: inside which repeating groups, outermost first (itself too, if it is one)."""

    question: Question
    groups: tuple[str, ...]
    under: str = ""  # the link id of what it stands under


@dataclass(frozen=True)
class Form:
    """A whole form. `url` and `version` together name it; another content is another version."""

    url: str
    version: str
    title: str
    is_marked_about_money: bool  # by its file; ask `about_money`
    questions: tuple[Question, ...]
    words: str = ""  # what it is for, if its file says so
    publisher: str = ""
    name: str = ""

    @cached_property
    def index(self) -> dict[str, Standing]:
        """Every question by its link id, in the order of the form."""
        return {standing.question.link_id: standing for standing in _stand(self.questions, (), "")}

    def question(self, link_id: str) -> Question | None:
        """The question of this link id."""
        standing = self.index.get(link_id)
        return standing.question if standing else None

    def all_questions(self) -> Iterator[Question]:
        """Every question, heading and line of words, in the order of the form."""
        return (standing.question for standing in self.index.values())

    @cached_property
    def about_money(self) -> bool:
        """Whether it is about money: its file says so, or it names a fact of the budget."""
        return self.is_marked_about_money or any(map(is_of_the_budget, self.sources))

    @property
    def sources(self) -> frozenset[str]:
        """What Kith knows already that this form draws on."""
        return frozenset(question.source for question in self.all_questions() if question.source)


def _stand(questions: tuple[Question, ...], groups: tuple[str, ...], under: str) -> Iterator[Standing]:
    for question in questions:
        repeats = question.kind == "group" and question.repeats
        inside = (*groups, question.link_id) if repeats else groups
        yield Standing(question, inside, under)
        yield from _stand(question.items, inside, question.link_id)
