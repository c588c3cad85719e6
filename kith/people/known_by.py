"""Who somebody is by the address or number they wrote from, and who looks after what nobody else has."""

from datetime import datetime

from django.db.models import Q, QuerySet

from kith.access import clock

from .models import Individual, Relation, Team, User
from .queries import WORKS_WITH, kept_away_from, live, live_relations


def individual_with_address(email: str) -> Individual | None:
    """The one open notebook of whoever has this address; None where two share it, or nobody has it."""
    email = email.strip().casefold()
    theirs = Q(user__email__iexact=email) | Q(user__email__isnull=True, email__iexact=email)
    return _only(theirs) if email else None


def individual_with_number(phone: str) -> Individual | None:
    """The same by telephone number, as it is kept."""
    return _only(Q(phone=phone)) if phone else None


def _only(theirs: Q) -> Individual | None:
    found = list(Individual.objects.filter(theirs, closed_at__isnull=True).select_related("user", "team")[:2])
    return found[0] if len(found) == 1 else None


def managers_of(team: Team | None, at: datetime | None = None, *, of: Individual | None = None) -> list[User]:
    """Who manages this team now, or at that instant; without whoever is kept away from the individual it is about."""
    if team is None:
        return []
    managing = Relation.objects.filter(live(at or clock.now()), team=team, kind=Relation.Kind.MANAGEMENT)
    found = User.objects.filter(relations__in=managing, is_active=True)
    return list((found.exclude(pk__in=kept_away_from(of)) if of else found).distinct())


def rights_leads() -> QuerySet[User]:
    """Everybody who looks after rights over information, and after safety; the first is told first."""
    return User.objects.filter(is_rights_lead=True, is_active=True).order_by("pk")


def administrators() -> QuerySet[User]:
    """Everybody who keeps accounts and settings."""
    return User.objects.filter(is_administrator=True, is_active=True).order_by("pk")


def who_looks_after(team: Team | None, *, of: Individual | None = None) -> list[User]:
    """Who is told that something waits there: its managers; with none, whoever looks after accounts."""
    return managers_of(team, of=of) or list(administrators())


def team_for_the_unknown() -> Team | None:
    """The team that sorts what comes from somebody nobody knows: the first that was made here."""
    return Team.objects.order_by("pk").first()


def reached_by(user: User) -> QuerySet[Individual]:
    """Whom this user posts letters to: the people they work with, and those of the teams they manage."""
    now = clock.now()
    mine = Relation.objects.filter(live(now), user=user, kind__in=WORKS_WITH)
    managed = live_relations(user, now).filter(kind=Relation.Kind.MANAGEMENT).values("team")
    apart = live_relations(user, now).filter(kind=Relation.Kind.KEPT_AWAY).values("individual")
    found = Individual.objects.filter(Q(relations__in=mine) | Q(team__in=managed), closed_at__isnull=True)
    return found.exclude(pk__in=apart).order_by("called").distinct()
