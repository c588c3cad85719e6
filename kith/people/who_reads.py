"""Who reads what an individual writes now, when that is, and by when an answer comes: what a composer shows.

Nothing here promises what nobody keeps: the days are those on which the team reads, bank holidays left out.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from kith.design.telling import clock_words, day_words

from . import working_days
from .known_by import managers_of
from .models import Individual, User
from .there import There, who_is_there

THE_TEAM = "The team"


@dataclass(frozen=True)
class Reader:
    """Who it is, and when. `until` is the last day for which somebody covers. `words` say all of it."""

    user: User | None
    name: str
    is_cover: bool
    until: date | None
    reads_from: datetime
    answer_by: date
    words: str


def who_reads(individual: Individual, now: datetime) -> Reader:
    """Whoever is there when it is first read: the worker, whoever covers for them, or else the team."""
    reads_from = working_days.next_reading(now, individual.team)
    answer_by = working_days.answer_by(now, individual.team)
    there = who_is_there(individual, reads_from)
    if there.user:
        name = there.user.first_name
        said = _words(name, _stood_in_for(there), there.until, reads_from, now)
    else:
        name, said = THE_TEAM, _nobody(individual, reads_from, now)
    answer = f"Expect an answer by {day_words(answer_by)}."
    return Reader(there.user, name, there.is_cover, there.until, reads_from, answer_by, f"{said} {answer}")


def _stood_in_for(there: There) -> str:
    """Whose name is said beside that of whoever covers; "" where they are not coming back by themselves."""
    return there.worker.first_name if there.is_cover and there.worker and there.worker.is_active else ""


def _words(name: str, away: str, until: date | None, reads_from: datetime, now: datetime) -> str:
    when = _when(reads_from, now)
    if away:
        so_long = f" until {until.day} {until:%B}" if until else ""
        here = f"{name} reads this while {away} is away{so_long}."
        return here if when == " today" else f"{here} That is{when.removeprefix(',')}."
    return f"{name} reads this{when}."


def _nobody(individual: Individual, reads_from: datetime, now: datetime) -> str:
    """Who is told instead, as it is."""
    when, here = _when(reads_from, now), "Nobody is here for this just now."
    if managers_of(individual.team, now, of=individual):
        return f"{here} The team’s manager is told{when}, and gives it to somebody."
    return f"{here} Whoever looks after accounts is told{when}, and finds somebody."


def _when(reads_from: datetime, now: datetime) -> str:
    here, today = timezone.localtime(reads_from), _day(now)
    if reads_from <= now:
        return " today"
    hour = f", from {clock_words(here.time())}"
    return f" today{hour}" if here.date() == today else f" on {day_words(here.date())}"


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
