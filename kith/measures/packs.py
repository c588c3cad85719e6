"""A small measure as Kith understands it: its questions, how they add up, whose they are, and until when.

Nothing here touches a database. A `Pack` comes from `pack_files.read`, and never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from kith.questionnaires.structure import Form, Question

OWN, ATTAINMENT, QUESTIONS = "own", "attainment", "questions"
KINDS = (OWN, ATTAINMENT, QUESTIONS)  # of one goal, 0 to 10; of one goal, five levels; a few questions about a life
RATING, LEVEL = "rating", "level"  # the one question of the first two
NO_NUMBER, MEAN_OF_REST, AS_NOUGHT = "no number", "mean of the rest", "as nought"
SKIPPED = (NO_NUMBER, MEAN_OF_REST, AS_NOUGHT)
ITEM, SUM, MEAN = "item", "sum", "mean"
WAYS = (ITEM, SUM, MEAN)


@dataclass(frozen=True)
class Source:
    """Where the questions were published."""

    words: str
    url: str


@dataclass(frozen=True)
class Licence:
    """Whose the questions are, by which right they are asked here, and the last day of it; None where it does not
    end."""

    holder: str
    words: str
    last_day: date | None

    def has_ended(self, today: date) -> bool:
        return self.last_day is not None and self.last_day < today


@dataclass(frozen=True)
class Skipped:
    """What the source says of questions that were skipped. `at_least`: how many have to be answered for a mean."""

    how: str
    words: str
    at_least: int = 0


@dataclass(frozen=True)
class Rule:
    """One number and how it is worked out. `values`: what each choice counts, by its code; those of `reversed` count
    the other way round."""

    name: str
    title: str
    how: str
    items: tuple[str, ...]
    values: Mapping[str, Decimal]
    reversed: frozenset[str]
    least: Decimal
    most: Decimal


@dataclass(frozen=True)
class Band:
    """What the source calls numbers from `least` to `most`. Told about the measure, never beside somebody's number."""

    rule: str
    least: Decimal
    most: Decimal
    words: str


@dataclass(frozen=True)
class Pack:
    """A whole measure. `no_total`: what the source says where its questions are not to be added up."""

    kind: str
    form: Form
    source: Source
    licence: Licence
    skipped: Skipped
    rules: tuple[Rule, ...]
    bands: tuple[Band, ...] = ()
    no_total: str = ""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Those that people answer, in order."""
        return tuple(each for each in self.form.all_questions() if each.is_asked_of_people)

    def rule(self, name: str) -> Rule | None:
        """The rule of this name."""
        return next((rule for rule in self.rules if rule.name == name), None)


def counts(question: Question, values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """What each choice of a question counts; empty where nothing says so."""
    if not all(option.code in values for option in question.options):
        return {}
    return {option.code: values[option.code] for option in question.options}


def bounds(question: Question, values: Mapping[str, Decimal]) -> tuple[Decimal, Decimal] | None:
    """The smallest and the largest number a question can give; None where it gives none."""
    if question.kind == "integer":
        return (Decimal(question.least), Decimal(question.most)) if question.least and question.most else None
    given = counts(question, values) if question.kind == "choice" else {}
    return (min(given.values()), max(given.values())) if given else None
