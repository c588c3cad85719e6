"""What Kith already knows, and a form may ask for by name: a short list of paths, and what stands behind each.

A form about money has a much shorter list. What somebody told between meetings, how things went, messages, a worker's
own thoughts, results and pictures of a life stand behind no path at all.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from kith.about_me import queries as about_me
from kith.about_me.models import Kind, Line
from kith.access import clock
from kith.budget import queries as budgets
from kith.conversations import queries as conversations
from kith.conversations.models import Meeting
from kith.goals import queries as goals
from kith.people import queries as people
from kith.people.models import Individual

from .models import Picked

Value = str | date | Decimal
PICKED = "lines.picked"
T = TypeVar("T")


@dataclass(frozen=True)
class Around:
    """Whom a form is about, and what it is being filled in for."""

    individual: Individual
    meeting: Meeting | None = None
    picked: tuple[Picked, ...] = ()
    about_money: bool = False
    read_before: dict[str, Any] = field(default_factory=dict)  # by forms about the same individual, looked at together

    def once(self, name: str, read: Callable[[Individual], T]) -> T:
        """What is known of the individual whatever they are asked for, read once."""
        if name not in self.read_before:
            self.read_before[name] = read(self.individual)
        return self.read_before[name]

    @property
    def budget(self) -> budgets.Facts | None:
        """What holds of their Personal Budget."""
        return self.once("budget", budgets.facts)


@dataclass(frozen=True)
class Source:
    """One path: what it is called on a page, what reads it, and whether a form about money may name it."""

    words: str
    read: Callable[[Around], list[Value]]
    for_money: bool = False


def _about(kind: Kind) -> Callable[[Around], list[Value]]:
    """Lines of one kind. What a worker wrote down says so, and no form about money takes it by itself."""

    def read(around: Around) -> list[Value]:
        lines: list[Line] = around.once("lines", about_me.lines_of).get(kind.value, [])
        return [as_said(line) for line in lines if line.typed_by_individual or not around.about_money]

    return read


def as_said(line: Line) -> str:
    """Their own words as they are; another's with whose memory it is."""
    return as_remembered(line, line.words)


def as_remembered(line: Line, words: str) -> str:
    """The same of a part of the line."""
    return words if line.typed_by_individual else f"{words} (as {line.recorded_by.first_name} remembers)"


def _goals(around: Around) -> list[Value]:
    return [*around.once("goals", goals.words_in_play)]


def _agreed(around: Around) -> list[Value]:
    if around.meeting is None:
        return []
    worker = around.once("worker", people.worker_of)
    who = {"individual": around.individual.called, "worker": worker.first_name if worker else "a worker"}
    return [f"{who.get(step.owner) or step.helper.name}: {step.words}" for step in around.meeting.steps.all()]


def _who_help(around: Around) -> list[Value]:
    return [helper.name for helper in around.once("helpers", goals.helpers_of)]


def _note(around: Around) -> list[Value]:
    note = conversations.shown_note(around.meeting) if around.meeting else None
    return [f"{note.words}\n(written by {note.author.first_name})"] if note else []


def _name(around: Around) -> list[Value]:
    return [around.individual.full_name or around.individual.called]


def _worker(around: Around) -> list[Value]:
    worker = around.once("worker", people.worker_of)
    return [worker.name] if worker else []


def _met_on(around: Around) -> list[Value]:
    return [around.meeting.day] if around.meeting and around.meeting.day else []


def _support(around: Around) -> list[Value]:
    working = around.once("support", people.working_with)
    return [f"{each.user.name}, {each.get_kind_display()} {around.individual.called}" for each in working]


def _budget(read: Callable[[budgets.Facts], Value | tuple[Value, ...]]) -> Callable[[Around], list[Value]]:
    def from_facts(around: Around) -> list[Value]:
        if around.budget is None:
            return []
        found = read(around.budget)
        return list(found) if isinstance(found, tuple) else [found]

    return from_facts


def _to_come(day: date) -> tuple[date, ...]:
    """A day that has passed is no next one."""
    return (day,) if day >= clock.today() else ()


def _of_budget(words: str, read: Callable[[budgets.Facts], Value | tuple[Value, ...]]) -> Source:
    return Source(f"Your Personal Budget: {words}", _budget(read), for_money=True)


def _each_time(facts: budgets.Facts, amount: str) -> str:
    """“£120 a week”: an amount says nothing without how often."""
    return f"{amount} {facts.how_often}"


SOURCES = {
    "direction": Source("Where you want to go", _about(Kind.DIRECTION)),
    "interests": Source("What you like", _about(Kind.INTEREST)),
    "what_helps": Source("What helps you", _about(Kind.HELPS), for_money=True),
    "what_does_not_help": Source("What does not help you", _about(Kind.DOES_NOT_HELP)),
    "how_i_like": Source("How you like to do this", _about(Kind.HOW_I_LIKE)),
    "good_at": Source("What you are good at", _about(Kind.GOOD_AT)),
    "worries": Source("What worries you", _about(Kind.WORRY)),
    "goals.live": Source("Your goals", _goals),
    "steps.agreed": Source("What was agreed when you met", _agreed),
    "people.who_help": Source("Who helps you", _who_help),
    "note.words": Source("What we said", _note),
    "name": Source("Your name", _name),
    "worker": Source("Who works with you", _worker),
    "support.now": Source("Who works with you now", _support),
    "meeting.date": Source("The day you met", _met_on),
    "budget.total": _of_budget("all of it", lambda facts: _each_time(facts, facts.total)),
    "budget.they_pay": _of_budget("what you pay", lambda facts: _each_time(facts, facts.own_part)),
    "budget.others_pay": _of_budget("what others pay", lambda facts: _each_time(facts, facts.their_part)),
    "budget.decided_by": _of_budget("who decides", lambda facts: facts.decided_by),
    "budget.since": _of_budget("since when", lambda facts: facts.starts_on),
    "budget.pays_for": _of_budget("what it pays for", lambda facts: facts.pays_for),
    "budget.next_review": _of_budget("the next review", lambda facts: _to_come(facts.next_review.day)),
    "budget.promised": _of_budget("what was promised", lambda facts: facts.promised),
    PICKED: Source("Lines you picked", lambda around: [each.words for each in around.picked], for_money=True),
}
