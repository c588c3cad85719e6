"""Whose a message is to read, and until when: facts from who is there, never from what it says."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from kith.people.models import Individual, Team, User
from kith.people.who_reads import who_reads
from kith.people.working_days import instant, next_reading

from .models import Message

A_WHILE = timedelta(hours=2)  # for what they asked to be looked at sooner


@dataclass(frozen=True)
class Place:
    """Where a message lies: with whom, by which turn, and when it goes on if nobody has read it."""

    owner: User | None
    turn: int
    read_by_day: datetime

    def fields(self) -> dict:
        """As the message keeps it."""
        return vars(self)


def place_for(individual: Individual, now: datetime) -> Place:
    """With the worker, or with whoever covers; with the team's manager where there is neither."""
    reader = who_reads(individual, now)
    turn = Message.Turn.COVER if reader.is_cover else Message.Turn.WORKER
    return Place(reader.user, turn if reader.user else Message.Turn.MANAGER, read_by(individual.team, now))


def read_by(team: Team | None, now: datetime) -> datetime:
    """The beginning of the next day on which the team reads, with a whole reading day before it."""
    first = next_reading(now, team)
    if first <= now:  # they are reading just now: the rest of today is no whole day
        first = _next_day(first, team)
    return _next_day(first, team)


def _next_day(moment: datetime, team: Team | None) -> datetime:
    """When the team begins to read on a later day, however long it reads on this one."""
    return next_reading(instant(timezone.localtime(moment).date() + timedelta(days=1), time.min), team)


def read_sooner_by(individual: Individual, now: datetime) -> datetime:
    """A while after the team begins to read: no time is promised that it cannot keep."""
    return next_reading(now, individual.team) + A_WHILE
