"""Who is away, and who is there instead: asked of an instant, so that days to come can be looked at too."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from kith.access import clock

from . import queries
from .models import Away, Individual, Relation, User
from .working_days import instant

A_DAY = timedelta(days=1)


def begins_at(day: date) -> datetime:
    """When this day begins."""
    return instant(day, time.min)


def ends_at(day: date) -> datetime:
    """When this day is over."""
    return instant(day + A_DAY, time.min)


def live_on(at: datetime) -> Q:
    """Times away that hold at this instant."""
    return on_day(timezone.localtime(at).date())


def on_day(day: date) -> Q:
    """Times away that hold on this day."""
    return Q(first_day__lte=day, last_day__gte=day, ended_early_at__isnull=True)


def away_now(user: User, at: datetime | None = None) -> Away | None:
    """That this worker is away now, or at that instant."""
    now = user.times_away.filter(live_on(at or clock.now()))
    return now.select_related("covered_by").order_by("-last_day").first()


def away_words(user: User) -> str:
    """“Away until 4 January. Priya covers.”; "" while they are here."""
    now = away_now(user)
    return f"Away until {_short(now.last_day)}. {now.covered_by.first_name} covers." if now else ""


def _short(day: date) -> str:
    return f"{day.day} {day:%B}"


def to_come(user: User) -> QuerySet[Away]:
    """When they are away now and later, the nearest first."""
    coming = user.times_away.filter(last_day__gte=clock.today(), ended_early_at__isnull=True)
    return coming.select_related("covered_by").order_by("first_day", "pk")


def covering(user: User) -> QuerySet[Away]:
    """When this worker covers for others, now and later."""
    coming = Away.objects.filter(covered_by=user, last_day__gte=clock.today(), ended_early_at__isnull=True)
    return coming.select_related("user").order_by("first_day", "pk")


def away_called(user: User, public_id: str) -> Away | None:
    """One of these times."""
    return to_come(user).filter(public_id=public_id).first()


def overlapping(user: User, first_day: date, last_day: date) -> Away | None:
    """A time at which they are away then already."""
    return to_come(user).filter(first_day__lte=last_day, last_day__gte=first_day).first()


def same(user: User, first_day: date, last_day: date, cover: User) -> Away | None:
    """The very same time, if it was written down before."""
    return to_come(user).filter(first_day=first_day, last_day=last_day, covered_by=cover).first()


def planned(user: User, *, first_day: date, last_day: date, cover: User, words: str = "") -> Away:
    """A time away as it would be kept, for looking at what lies in it."""
    return Away(user=user, first_day=first_day, last_day=last_day, covered_by=cover, words=words)


def colleagues_of(user: User) -> QuerySet[User]:
    """Who works in a team of theirs now, by name."""
    members = queries.in_teams().filter(team__in=queries.teams_of(user))
    return User.objects.filter(relations__in=members, is_active=True).exclude(pk=user.pk).order_by("name").distinct()


def to_be_covered(user: User) -> list[Individual]:
    """Everybody this worker works with now."""
    mine = user.relations.filter(queries.live(clock.now()), kind=Relation.Kind.PARTNERSHIP)
    found = Individual.objects.filter(closed_at__isnull=True, relations__in=mine)
    return list(found.order_by("called"))


def may_cover(cover: User, individual: Individual, since: datetime, until: datetime) -> bool:
    """Whether somebody is to be let in: not to their own notebook, not where they are in already for all that time,
    and not into a notebook of a team they do not work in."""
    if cover.pk == individual.user_id or not queries.colleagues(individual).filter(pk=cover.pk).exists():
        return False
    outlasts = Q(ends_at__isnull=True) | Q(ends_at__gte=until)
    mine = individual.relations.filter(outlasts, user=cover, kind__in=queries.WORKS_WITH, starts_at__lte=since)
    return not mine.exists()


def not_covered(user: User, times: list[Away]) -> dict[Away, list[Individual]]:
    """Whose notebook nobody opens in each of this worker's times: whoever covers does not work in their team, or is
    them. Two looks, however many there are of either."""
    people = to_be_covered(user)
    lasting = Q(ends_at__isnull=True) | Q(ends_at__gt=clock.now())
    covers = {away.covered_by_id for away in times}
    let_in = Relation.objects.filter(lasting, user__in=covers, individual__in=people, kind__in=queries.WORKS_WITH)
    reaches = set(let_in.values_list("user_id", "individual_id"))
    return {away: [each for each in people if (away.covered_by_id, each.pk) not in reaches] for away in times}


def begins_to_cover(user: User, individual: Individual, now: datetime) -> datetime | None:
    """When this user will begin to cover for this individual's worker; None where that is not planned."""
    planned = individual.relations.filter(kind=Relation.Kind.COVER, user=user, starts_at__gt=now, ends_at__gt=now)
    return planned.order_by("starts_at").values_list("starts_at", flat=True).first()
