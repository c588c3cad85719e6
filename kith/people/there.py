"""Who is there for an individual: their worker, or whoever covers; never somebody who is away, nor an account that
rests. Asked of an instant, so that what is promised for another day holds on that day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from kith.access.kept import kept

from . import away as times
from . import queries
from .models import Away, Individual, Relation, User

Kind = Relation.Kind


@dataclass(frozen=True)
class There:
    """Who it is; nobody, where the team's manager gives it to somebody. `worker` is their own, here or not.
    `until` is the last day for which somebody covers."""

    user: User | None
    worker: User | None
    until: date | None = None

    @property
    def is_cover(self) -> bool:
        return self.user is not None and self.user != self.worker


def working_there(at: datetime) -> QuerySet[Relation]:
    """Every way in which somebody works with an individual at this instant and is there."""
    return _working(at, _day(at)).filter(user__is_active=True, is_away=False)


def _working(at: datetime, day: date) -> QuerySet[Relation]:
    away = Away.objects.filter(times.on_day(day), user=OuterRef("user"))
    works = Relation.objects.filter(queries.live(at), kind__in=queries.WORKS_WITH)
    return works.annotate(is_away=Exists(away)).select_related("user", "away").order_by("-starts_at", "-pk")


@kept
def _working_with(individual: Individual, at: datetime, day: date) -> QuerySet[Relation]:
    return _working(at, day).filter(individual=individual)


def _day(at: datetime) -> date:
    return timezone.localtime(at).date()


def who_is_there(individual: Individual, at: datetime) -> There:
    """Somebody who was asked by hand to cover, their own worker, or whoever covers while that one is away."""
    working = _working_with(individual, at, _day(at))
    worker, is_away = _own_worker(working)
    here = [each for each in working if each.user.is_active and not each.is_away]
    away = times.away_now(worker, at) if worker and is_away else None
    covers = [each for each in here if each.kind == Kind.COVER and _is_for(each, worker)]
    own = next((each for each in here if each.kind == Kind.PARTNERSHIP and each.user == worker), None)
    by_hand = next((each for each in covers if each.away is None), None)
    found = (by_hand or own) if own else (next(iter(covers), None) or _beside(here, away))
    if found is None or found == own:
        return There(found.user if found else None, worker)
    return There(found.user, worker, away.last_day if away else _last_day(found))


def there_instead(user: User, individual: Individual, at: datetime) -> User | None:
    """Who is there for this individual in place of this worker at that instant; None while the worker is there
    themselves, or nobody covers."""
    there = who_is_there(individual, at)
    return there.user if there.is_cover and there.worker == user else None


def who_else_is_there(individual: Individual, at: datetime, but: int | None) -> User | None:
    """Somebody besides this one: who covers comes before who also helps."""
    others = [each for each in working_there(at).filter(individual=individual) if each.user_id != but]
    others.sort(key=lambda relation: relation.kind != Kind.COVER)
    return others[0].user if others else None


def _own_worker(working: list[Relation]) -> tuple[User | None, bool]:
    """Their own worker then, and whether that one is away. One whose account rests only where there is no other."""
    own = [each for each in working if each.kind == Kind.PARTNERSHIP]
    found = next((each for each in own if each.user.is_active), own[0] if own else None)
    return (found.user, found.is_away) if found else (None, False)


def _is_for(cover: Relation, worker: User | None) -> bool:
    """Somebody let in while one person is away covers for nobody else."""
    return cover.away is None or worker is None or cover.away.user_id == worker.pk


def _beside(here: list[Relation], away: Away | None) -> Relation | None:
    """Whoever covers need not be let in where they work with the individual anyway."""
    return next((each for each in here if away and each.user_id == away.covered_by_id), None)


def _last_day(relation: Relation) -> date | None:
    """The last whole day of a relation that ends."""
    return timezone.localtime(relation.ends_at - timedelta(seconds=1)).date() if relation.ends_at else None
