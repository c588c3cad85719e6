"""What we ask about looks in an emergency, and what can be against one."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.models import TrailEntry
from kith.access.permissions import MATRIX, NEEDS, Permission, granted
from kith.access.permit import ties_that_permit

from .models import Individual, Relation, ToldLater, UrgentLook, User
from .queries import live

LASTS = timedelta(minutes=60)
GONE_OVER_WITHIN = timedelta(hours=72)
AT_LEAST = 20  # letters of a reason
A_MONTH, OFTEN = timedelta(days=30), 3
LATEST = timedelta(days=90)  # by then they are told, whatever anybody agrees
MODEL = UrgentLook._meta.model_name
ITS_PAGES = "people:urgent"  # how the names of its own pages begin
TOLD_AS = {
    UrgentLook.Reason.DANGER: "Looked, as somebody might have been in danger",
    UrgentLook.Reason.ASKED: "Looked, as you asked for help and your worker was not there",
    UrgentLook.Reason.CANNOT_WAIT: "Looked, as something could not wait and your worker was not there",
    UrgentLook.Reason.OTHER: "Looked, for another reason",
}


@dataclass(frozen=True)
class OpenNow:
    """A look that is open: whose record, until when."""

    individual: Individual
    since: datetime
    until: datetime


def open_now(by: Actor) -> list[OpenNow]:
    """What this actor looks at in an emergency. No look at the database for anybody else."""
    ids = {tie.individual_id for tie in by.ties if tie.broke_glass}
    if not ids or by.user_id is None:
        return []
    looks = Relation.objects.filter(live(clock.now()), user_id=by.user_id, kind=Relation.Kind.URGENT_LOOK)
    found = looks.filter(individual__in=ids).select_related("individual").order_by("starts_at")
    return [
        OpenNow(each.individual, each.starts_at, each.ends_at) for each in found if each.individual and each.ends_at
    ]


def is_open(by: Actor, individual: Individual) -> bool:
    """Whether this actor looks at them in an emergency now. No look at the database."""
    return any(tie.broke_glass for tie in by.ties_to(individual))


def only_through_it(by: Actor, permission: Permission, individual: Individual) -> bool:
    """Whether nothing but such a look lets the actor in here."""
    ties = ties_that_permit(by, permission, individual)
    return bool(ties) and all(tie.broke_glass for tie in ties)


def opens(by: Actor, individual: Individual) -> list[tuple[str, str]]:
    """What such a look opens beyond what is open to them: each permission, and its row in words."""
    ties = by.ties_to(individual)
    mine = frozenset[Permission]().union(*(granted(tie) for tie in ties if not tie.broke_glass))
    more = frozenset[Permission]().union(*(granted(tie) for tie in ties if tie.broke_glass)) - mine
    return [(each.value, MATRIX["rows"][NEEDS[each].row]["title"]) for each in NEEDS if each in more]


def could_open(by: Actor, individual: Individual) -> list[str]:
    """The same rows, in words, before anything is opened."""
    held = {tie.role for tie in by.ties_to(individual)} & {Role.TEAM, Role.MANAGER}
    closed = [row for row in MATRIX["rows"].values() if any("b" in row.get(role.value, "") for role in held)]
    return [row["title"] for row in closed if not any("R" in row.get(role.value, "") for role in held)]


def open_look(user_id: int | None, individual: Individual) -> UrgentLook | None:
    """Their look that is open already."""
    if user_id is None:
        return None
    looks = UrgentLook.objects.filter(_live(), relation__user_id=user_id, relation__individual=individual)
    return looks.select_related("relation").first()


def _live() -> Q:
    now = clock.now()
    return Q(relation__starts_at__lte=now, relation__ends_at__gt=now)


def look_called(individual: Individual, public_id: str) -> UrgentLook | None:
    """This look at their record."""
    looks = UrgentLook.objects.filter(relation__individual=individual, public_id=public_id)
    return looks.select_related("relation__user", "relation__individual__team", "gone_over_by").first()


def waiting(user: User, teams=None) -> QuerySet[UrgentLook]:
    """Looks by others than this user that nobody has gone over, the oldest first; in these teams, or in all."""
    looks = UrgentLook.objects.filter(gone_over_at__isnull=True).exclude(relation__user=user)
    looks = looks if teams is None else looks.filter(relation__individual__team__in=teams)
    return looks.select_related("relation__user", "relation__individual").order_by("relation__starts_at")


def waited_too_long() -> QuerySet[UrgentLook]:
    """Looks that nobody went over in time, and of which nobody higher has heard."""
    then = clock.now() - GONE_OVER_WITHIN
    looks = UrgentLook.objects.filter(gone_over_at__isnull=True, climbed_at__isnull=True, relation__starts_at__lte=then)
    return looks.select_related("relation__user", "relation__individual__team").order_by("pk")


def how_many_lately(user: User) -> int:
    """How often this user looked so in a month."""
    since = clock.now() - A_MONTH
    return Relation.objects.filter(user=user, kind=Relation.Kind.URGENT_LOOK, starts_at__gt=since).count()


def what_was_opened(look: UrgentLook) -> list[str]:
    """What they read in that hour, by the titles of the matrix, each once; never what stood there."""
    lines = TrailEntry.objects.filter(_of_the_look(look), is_reading=True).order_by("sequence")
    asked = dict.fromkeys(line.what.replace(" ", "_") for line in lines)
    rows = [NEEDS[Permission(what)].row for what in asked if what in NEEDS and what != Permission.LOOK_URGENTLY]
    return [MATRIX["rows"][row]["title"] for row in dict.fromkeys(rows)]


def _of_the_look(look: UrgentLook) -> Q:
    relation = look.relation
    assert relation.individual is not None
    in_time = Q(at__gte=relation.starts_at, at__lte=relation.ends_at)
    return in_time & Q(chain=relation.individual.public_id, who=relation.user.public_id)


def looks_to_be_told_of(individual: Individual) -> QuerySet[UrgentLook]:
    """Those that two people agreed to tell of on a day still to come."""
    later = ToldLater.objects.filter(agreed_at__isnull=False, until__gt=clock.today())
    looks = UrgentLook.objects.filter(relation__individual=individual, told_later__in=later)
    return looks.select_related("relation__user", "relation__individual").distinct()


def not_told_yet(individual: Individual) -> Q:
    """The lines of their trail that wait until a day: the look, what was read in it, and what was said of it."""
    hidden = Q(pk__in=[])
    for look in looks_to_be_told_of(individual):
        around = Q(about__startswith=ITS_PAGES, at__gte=look.relation.starts_at - LASTS)
        hidden |= _of_the_look(look) | Q(about=f"{MODEL} {look.public_id}") | around
    return hidden


def reasons_told(individual: Individual) -> dict[str, str]:
    """What the individual is told of each look, by how the trail names it."""
    looks = UrgentLook.objects.filter(relation__individual=individual)
    return {f"{MODEL} {each.public_id}": _told(each) for each in looks}


def _told(look: UrgentLook) -> str:
    return f"{TOLD_AS[UrgentLook.Reason(look.reason)]}: “{look.words}”"


def called_so(team, name: str) -> QuerySet[Individual]:
    """Whoever of this team is called exactly so: nobody is found by a part of a name."""
    named = Q(called__iexact=name) | Q(full_name__iexact=name)
    return Individual.objects.filter(named, team=team, closed_at__isnull=True).order_by("full_name", "called")


def cannot_look(individual: Individual, by: Actor) -> str | None:
    """Nobody needs it for somebody they work with."""
    if {tie.role for tie in by.ties_to(individual)} & {Role.WORKER, Role.COVER}:
        return "You work with them, so their notebook is open to you already."
    return None


def cannot_be_so_short(words: str) -> str | None:
    """A reason is a sentence."""
    if len(words.strip()) < AT_LEAST:
        return f"Please say a little more: what happened, and why it cannot wait. {AT_LEAST} letters or more."
    return None


def cannot_go_over(look: UrgentLook, user_id: int | None) -> str | None:
    """Somebody else goes over it, once."""
    if look.relation.user_id == user_id:
        return "Somebody else goes over this one, as it was you who looked."
    return "Somebody has gone over this already." if look.gone_over_at else None


def cannot_tell_later(look: UrgentLook, until: date, because: str, user_id: int | None) -> str | None:
    """A day that comes, and not too late; by somebody else than whoever looked."""
    if look.relation.user_id == user_id:
        return "Somebody else decides this, as it was you who looked."
    if not because.strip():
        return "Please say why it is safer to tell them later."
    if until <= clock.today():
        return "Please choose a day that is still to come."
    if until > (look.relation.starts_at + LATEST).date():
        return f"They are told {LATEST.days} days after the look at the latest. Please choose an earlier day."
    return None


def cannot_agree(later: ToldLater, user_id: int | None) -> str | None:
    """It takes a second person, who did not look either."""
    if later.agreed_at:
        return "A second person has agreed to this already."
    if user_id == later.asked_by_id:
        return "A second person agrees to this, not whoever asked for it."
    if user_id == later.look.relation.user_id:
        return "Somebody else decides this, as it was you who looked."
    return None
