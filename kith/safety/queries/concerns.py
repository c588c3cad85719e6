"""Who reads a worry about safety, which wait for somebody, and who has opened one."""

from datetime import timedelta
from enum import IntEnum
from operator import attrgetter

from django.conf import settings
from django.db.models import Q, QuerySet

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.models import TrailEntry
from kith.access.one import the_one
from kith.access.permissions import Permission
from kith.access.permit import ties_that_permit
from kith.people.known_by import managers_of, rights_leads
from kith.people.models import Individual, Team, User
from kith.people.queries import in_teams, kept_away_from, names_of, teams_where
from kith.safety.models import Concern

A_MOMENT = timedelta(minutes=1)
WHAT_WAS_SAID = attrgetter("saw", "whom", "said_by", "safe_now", "knows", "is_about_staff")
OPENED = "worry about safety opened"  # as the trail of the install has it


class MayRead(IntEnum):
    """How much of one worry somebody reads."""

    NOTHING = 0
    OWN_WORDS = 1  # whoever raised it: what they wrote, and who sees to it
    ALL = 2  # whoever was put on it
    SEES_TO_IT = 3  # a lead, or a manager of the team: reads and writes


def may_read(by: Actor, concern: Concern) -> MayRead:
    """Nobody reads the one that is about themself here; a manager none that is about somebody of the team."""
    if by.user_id is None or (concern.individual and by.user_id == concern.individual.user_id):
        return MayRead.NOTHING
    if _sees_to(by, concern):
        return MayRead.SEES_TO_IT
    if _is_on_it(by, concern):
        return MayRead.ALL
    return MayRead.OWN_WORDS if concern.raised_by_id == by.user_id else MayRead.NOTHING


def _is_on_it(by: Actor, concern: Concern) -> bool:
    """Put on it, working here still, and not kept away from whom it is about since."""
    if not by.is_staff or by.works_apart_from(concern.individual_id):
        return False
    return any(each.user_id == by.user_id and each.ended_at is None for each in concern.on_it.all())


def _sees_to(by: Actor, concern: Concern) -> bool:
    ties = ties_that_permit(by, Permission.SEE_TO_WORRIES, concern.individual, concern.team)
    if concern.is_about_staff or concern.team_id is None:
        return any(tie.role is Role.RIGHTS_LEAD for tie in ties)
    return bool(ties)


def concern_called(public_id: str) -> Concern | None:
    return the_one(_with_names().filter(public_id=public_id))


def raised_just_now(concern: Concern) -> Concern | None:
    """The very same of the same person a moment ago: a button pressed twice. Whoever went back and changed any answer
    has said something new."""
    lately = Concern.objects.filter(raised_at__gt=concern.raised_at - A_MOMENT, raised_as=concern.raised_as)
    same = lately.filter(raised_by=concern.raised_by, individual=concern.individual, team=concern.team)
    return next((each for each in same if WHAT_WAS_SAID(each) == WHAT_WAS_SAID(concern)), None)


def came_from_places(team: Team) -> int:
    """How many were written in the last day by whoever holds a place's link."""
    since = clock.now() - timedelta(days=1)
    return Concern.objects.filter(team=team, raised_as=Role.HOST.value, raised_at__gt=since).count()


def ring_about(individual: Individual) -> User | None:
    """Whom to ring when it cannot wait: the lead who reads it first, where they have a number."""
    lead = next_lead(None, individual)
    return lead if lead and lead.phone else None


def worries_for(by: Actor) -> list[Concern]:
    """Those that wait for whoever this is: the open ones, and those whose day has come to look again at telling.
    What nobody sees to yet stands first."""
    to_look_again = Q(told_on=None, look_again_on__lte=clock.today())
    found = _with_names().filter(Q(closed_at=None) | to_look_again)
    if Role.RIGHTS_LEAD not in by.roles:
        found = found.filter(team__in=teams_where(by, Permission.SEE_TO_WORRIES), is_about_staff=False)
    theirs = [each for each in found if may_read(by, each) is MayRead.SEES_TO_IT]
    return sorted(theirs, key=lambda each: each.taken_by_id is not None)


def own_concerns(by: Actor) -> list[Concern]:
    """What this actor raised, and what they were put on, as far as they read it still; the newest first."""
    put_on = Q(on_it__user=by.user_id, on_it__ended_at=None)
    found = _with_names().filter(Q(raised_by=by.user_id) | put_on).distinct().order_by("-raised_at", "-pk")
    return [each for each in found if may_read(by, each) is not MayRead.NOTHING]


def told_concerns(individual: Individual) -> QuerySet[Concern]:
    """What they were told of, with what was passed on as they know."""
    found = Concern.objects.filter(individual=individual, told_on__isnull=False)
    return found.select_related("told_by").prefetch_related("passed_on").order_by("-told_on", "-pk")


def _with_names() -> QuerySet[Concern]:
    accounts = ("raised_by", "taken_by", "waits_for", "told_by", "closed_by")
    return Concern.objects.select_related("individual", "team", *accounts).prefetch_related("on_it__user")


def never_reads(individual: Individual | None) -> set[int]:
    """Whoever it is about, and whoever is kept away from them."""
    return {*kept_away_from(individual), individual.user_id or 0} if individual else set()


def next_lead(after: User | None, individual: Individual | None) -> User | None:
    """The lead whose turn comes next, of those who can open it."""
    leads = rights_leads().exclude(pk__in=never_reads(individual))
    return (leads.filter(pk__gt=after.pk) if after else leads).first()


def unread_too_long() -> list[Concern]:
    """Nobody who can open it has said that they see to it, and the time of whoever it waits for is over, or they
    cannot open it any more."""
    found = Concern.objects.filter(closed_at=None).select_related("waits_for", "taken_by", "individual", "team")
    return [each for each in found.order_by("pk") if waits_too_long(each)]


def waits_too_long(concern: Concern) -> bool:
    """Whether the next lead is asked."""
    if concern.taken_by:
        return concern.closed_at is None and not can_open(concern.taken_by, concern)
    if concern.closed_at or concern.climbed_at:
        return False
    since = clock.now() - timedelta(hours=settings.WORRY_HOURS)
    return concern.waits_since <= since or not can_open(concern.waits_for, concern)


def can_open(user: User | None, concern: Concern) -> bool:
    """Whether they are here still, and nothing keeps them from whom it is about."""
    return bool(user and user.is_active and user.pk not in never_reads(concern.individual))


def to_look_again() -> QuerySet[Concern]:
    """Those whose day has come to look again at whether they can be told."""
    found = Concern.objects.filter(told_on=None, look_again_on__lte=clock.today())
    return found.select_related("taken_by", "individual", "team").order_by("pk")


def who_reads(team: Team | None, individual: Individual | None = None) -> list[User]:
    """Who reads a worry at once: the first lead, and the managers of the team."""
    never, lead = never_reads(individual), next_lead(None, individual)
    managers = [each for each in managers_of(team, of=individual) if each.pk not in never]
    return list(dict.fromkeys([lead, *managers] if lead else managers))


def may_be_put_on(concern: Concern) -> QuerySet[User]:
    """Whoever works in any team here and does not read it yet; never the person themself, nor who is kept away."""
    never = never_reads(concern.individual)
    managers = [] if concern.is_about_staff else managers_of(concern.team, of=concern.individual)
    found = User.objects.filter(relations__in=in_teams(), is_active=True, is_rights_lead=False).exclude(pk__in=never)
    found = found.exclude(pk__in=[each.pk for each in managers])
    already = concern.on_it.filter(ended_at=None).values("user")
    return found.exclude(pk__in=already).order_by("name").distinct()


def who_opened(concern: Concern) -> list[str]:
    """Everybody who has opened it, by name, each once."""
    lines = TrailEntry.objects.filter(what=OPENED, about=f"{Concern._meta.model_name} {concern.public_id}")
    names = names_of(set(lines.values_list("who", flat=True)))
    return sorted(names.values())
