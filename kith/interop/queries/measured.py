"""What somebody answered about how things go, as it may leave: their own numbers for a goal, and short measures."""

from dataclasses import dataclass
from datetime import date

from kith.measures import queries as measures
from kith.measures.models import Response
from kith.measures.packs import ATTAINMENT, LEVEL, OWN
from kith.measures.told import LEFT_OUT, told
from kith.people.models import Individual

LEVEL_REACHED = "The level that was reached, from -2 to 2"


@dataclass(frozen=True)
class Rating:
    """How close somebody felt to a goal on a day, from 0 to 10. `goal` is its public id; `written_by` names whoever
    wrote it down for them, "" where they gave it themselves; `words` are what they said to it."""

    public_id: str
    goal: str
    value: int
    on: date
    written_by: str = ""
    words: str = ""


@dataclass(frozen=True)
class Measured:
    """One answering of a short measure. `answers`: what was asked, and what was said; `numbers`: what each is, and the
    number; `skipped`: what the source says where something was left out; `goal`: the public id of what it is about."""

    public_id: str
    title: str
    on: date
    answers: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    goal: str = ""
    written_by: str = ""
    words: str = ""
    skipped: str = ""


def measured_of(individual: Individual, *, is_own: bool) -> tuple[tuple[Rating, ...], tuple[Measured, ...]]:
    """Everything they gave and did not take back, the oldest first. Others get what the individual has seen and does
    not keep to themself."""
    found = list(measures.responses_of(individual, is_own=is_own))
    found.reverse()
    rated = tuple(_rating(each) for each in found if each.measure.kind == OWN and each.goal)
    return rated, tuple(_measured(each) for each in found if each.measure.kind != OWN)


def _rating(response: Response) -> Rating:
    value, goal = int(response.rating), response.goal.public_id
    return Rating(response.public_id, goal, value, response.on, _written_by(response), response.words)


def _measured(response: Response) -> Measured:
    answers, numbers, skipped = _answers(response)
    return Measured(
        public_id=response.public_id,
        title=response.measure.title,
        on=response.on,
        answers=answers,
        numbers=numbers,
        goal=response.goal.public_id if response.goal else "",
        written_by=_written_by(response),
        words=response.words,
        skipped=skipped,
    )


def _answers(response: Response) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...], str]:
    """A level in the words that were set for it; else each question with its answer."""
    if response.measure.kind == ATTAINMENT and response.scale:
        level = int(response.value_of[LEVEL][0])
        return ((LEVEL_REACHED, f"{level}: {response.scale.words_of(level)}"),), (), ""
    found = told(response)
    return tuple(line for line in found.lines if line[1] != LEFT_OUT), found.numbers, found.skipped


def _written_by(response: Response) -> str:
    return "" if response.typed_by_individual else response.recorded_by.first_name
