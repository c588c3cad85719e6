"""Who reads what an individual writes now, when that is, and by when an answer comes: what a composer shows.

Nothing here promises what nobody keeps: the days are those on which the team reads, bank holidays left out.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from kith.design.telling import clock_words, day_words

from . import away as times
from . import queries, working_days
from .models import Individual, Relation, User

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
    user, worker, until = _reader(individual, reads_from)
    name, is_cover = user.first_name if user else THE_TEAM, user is not None and user != worker
    said = _words(name, worker.first_name if worker and is_cover else "", until, reads_from, now)
    answer = f"Expect an answer by {day_words(answer_by)}."
    return Reader(user, name, is_cover, until, reads_from, answer_by, f"{said} {answer}")


def _reader(individual: Individual, at: datetime) -> tuple[User | None, User | None, date | None]:
    """Who reads then; and while somebody covers, for whom and until when."""
    worker = _worker(individual, at)
    if worker is None:
        return None, None, None
    away, relation = times.away_now(worker, at), times.cover_relation(individual, at)
    cover = times.cover_of(worker, individual, at)
    if times.is_there(away, relation):
        return worker, worker, None
    if cover is None:
        return None, worker, None
    return cover, worker, away.last_day if away else _last_day(relation)


def _last_day(relation: Relation | None) -> date | None:
    """The last whole day of a relation that ends."""
    return _day(relation.ends_at - timedelta(seconds=1)) if relation and relation.ends_at else None


def _worker(individual: Individual, at: datetime) -> User | None:
    """Their own worker then; nobody once the worker left."""
    live = individual.relations.filter(queries.live(at), kind=Relation.Kind.PARTNERSHIP, user__is_active=True)
    partnership = live.select_related("user").order_by("-starts_at").first()
    return partnership.user if partnership else None


def _words(name: str, away: str, until: date | None, reads_from: datetime, now: datetime) -> str:
    when = _when(reads_from, now)
    if name == THE_TEAM:
        return f"Nobody is here for this just now. The team’s manager is told{when}, and gives it to somebody."
    if away:
        so_long = f" until {until.day} {until:%B}" if until else ""
        here = f"{name} reads this while {away} is away{so_long}."
        return here if when == " today" else f"{here} That is{when.removeprefix(',')}."
    return f"{name} reads this{when}."


def _when(reads_from: datetime, now: datetime) -> str:
    here, today = timezone.localtime(reads_from), _day(now)
    if reads_from <= now:
        return " today"
    hour = f", from {clock_words(here.time())}"
    return f" today{hour}" if here.date() == today else f" on {day_words(here.date())}"


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
