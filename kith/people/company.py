"""Who works with an individual, in words: as what, from when, until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from kith.access import clock

from . import queries
from .models import Individual, Relation, User

AS_WHAT = {
    Relation.Kind.PARTNERSHIP: "Worker",
    Relation.Kind.ALSO_WORKING_WITH: "Also helps",
    Relation.Kind.COVER: "Covers for the worker",
}


@dataclass(frozen=True)
class Companion:
    """One of them. `words` say as what and when; `can_stop` whether others may end it from here."""

    relation: Relation
    words: str
    can_stop: bool

    @property
    def user(self) -> User:
        """Who it is."""
        return self.relation.user


def company_now(individual: Individual) -> list[Companion]:
    """Everybody who works with them now, their own worker first."""
    return [_companion(each, is_now=True) for each in queries.working_with(individual)]


def company_before(individual: Individual) -> list[Companion]:
    """Everybody who did before, the latest first."""
    return [_companion(each, is_now=False) for each in queries.worked_with(individual)]


def _companion(relation: Relation, *, is_now: bool) -> Companion:
    kind = Relation.Kind(relation.kind)
    role = relation.role_words[:1].upper() + relation.role_words[1:]
    words = f"{role or AS_WHAT[kind]}, {_when(relation, is_now)}"
    return Companion(relation, words, can_stop=is_now and kind != Relation.Kind.PARTNERSHIP)


def _when(relation: Relation, is_now: bool) -> str:
    since, until = _day(relation.starts_at), relation.ends_at and _day(relation.ends_at - timedelta(seconds=1))
    if not is_now:
        return f"on {until}" if since == until else f"{since} to {until}"
    return f"until {until}" if until else f"since {since}"


def _day(moment: datetime) -> str:
    day = timezone.localtime(moment).date()
    short = f"{day.day} {day:%B}"
    return short if day.year == clock.today().year else f"{short} {day.year}"
