"""What we ask about people and their relations."""

from datetime import datetime

from django.db.models import Q, QuerySet

from kith.access import clock
from kith.access.actor import Actor
from kith.access.kept import kept
from kith.access.one import the_one
from kith.access.permissions import Permission
from kith.access.permit import ties_that_permit

from .models import Individual, Relation, Share, Team, User

WORKS_WITH = (Relation.Kind.PARTNERSHIP, Relation.Kind.ALSO_WORKING_WITH, Relation.Kind.COVER)

# Letters leave by the thousand, and to read whole accounts for them took longer than to write them.
TO_BE_REACHED = (
    *("public_id", "called", "phone", "email", "reached_by", "closed_at", "is_quiet", "team", "contact_wishes"),
    *("user__email", "user__is_active"),
)


def live(at: datetime) -> Q:
    """A relation that lives at this instant."""
    return Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))


def live_relations(user: User, at: datetime) -> QuerySet[Relation]:
    """Every relation of this user that opens a door now, or keeps one shut: that lasts when a record is closed."""
    is_open = Q(individual__isnull=True) | Q(individual__closed_at__isnull=True)
    return user.relations.filter(live(at)).filter(is_open | Q(kind=Relation.Kind.KEPT_AWAY))


def live_shares(at: datetime) -> Q:
    """A share that has begun, has not ended and was not revoked."""
    return Q(starts_at__lte=at, ends_at__gt=at, revoked_at__isnull=True)


def caseload(user: User) -> QuerySet[Individual]:
    """The people this worker works with now, by name."""
    now = clock.now()
    mine = Relation.objects.filter(live(now), user=user, kind__in=WORKS_WITH)
    return Individual.objects.filter(closed_at__isnull=True, relations__in=mine).order_by("called").distinct()


def partnership_of(user_id: int | None, individual: Individual) -> Relation | None:
    """The live partnership this user is in with this individual."""
    if user_id is None:
        return None
    return (
        individual.relations.filter(live(clock.now()), user_id=user_id, kind__in=WORKS_WITH)
        .select_related("user")
        .order_by("starts_at")
        .first()
    )


def partnership_with(individual: Individual) -> Relation | None:
    """The live partnership itself: the individual's own worker."""
    return the_one(_partnerships_with(individual))


@kept
def _partnerships_with(individual: Individual) -> QuerySet[Relation]:
    living = individual.relations.filter(live(clock.now()), kind=Relation.Kind.PARTNERSHIP)
    return living.select_related("user").order_by("-starts_at")[:1]


def worker_of(individual: Individual) -> User | None:
    """The individual's own worker now."""
    partnership = partnership_with(individual)
    return partnership.user if partnership else None


def individual_called(public_id: str) -> Individual | None:
    """The individual with this public id, with how they may be reached: most pages say it."""
    return the_one(_called(public_id))


@kept
def _called(public_id: str) -> QuerySet[Individual]:
    return Individual.objects.select_related("user", "team", "contact_wishes").filter(public_id=public_id)


def individuals_called(public_ids: set[str]) -> dict[str, Individual]:
    """These individuals by their public ids, with how they may be reached and no more of their accounts. One look."""
    found = Individual.objects.select_related("user", "contact_wishes").filter(public_id__in=public_ids)
    return {each.public_id: each for each in found.only(*TO_BE_REACHED)}


def own_record(user: User) -> Individual | None:
    """The record that is about this user themselves. Looked for once a request: the user remembers it."""
    own = getattr(user, "individual", None)
    return own if own and own.closed_at is None else None


def teams_of(user: User) -> QuerySet[Team]:
    """The teams this user works in or manages now."""
    inside = live_relations(user, clock.now()).exclude(kind=Relation.Kind.KEEPING)
    return Team.objects.filter(relations__in=inside).order_by("name").distinct()


def team_around(user: User) -> Team | None:
    """The team whose knowledge of places they meet: their own, or the one that supports them."""
    own = own_record(user)
    return teams_of(user).first() or (own.team if own else None)


def team_called(public_id: str) -> Team | None:
    """The team with this public id."""
    return the_one(Team.objects.filter(public_id=public_id))


def points_of(team: Team) -> list[tuple[float, float]]:
    """Where the people of a team set out from, as far as it is known, and without whose each is."""
    here = Individual.objects.filter(team=team, closed_at__isnull=True).order_by("latitude", "longitude")
    points = here.values_list("latitude", "longitude").distinct()
    return [(lat, lon) for lat, lon in points if lat is not None and lon is not None]


def names_in(team: Team) -> QuerySet:
    """What the people this team supports are called, and their full names, "" where nobody wrote one."""
    return Individual.objects.filter(team=team, closed_at__isnull=True).values_list("called", "full_name")


def people_in(team: Team) -> QuerySet[Relation]:
    """Who works in and manages this team now."""
    return in_teams().filter(team=team).select_related("user").order_by("kind", "user__name")


def in_teams() -> QuerySet[Relation]:
    """What puts people into teams now. Whoever keeps the table for one is not in it, and is offered no record."""
    return Relation.objects.filter(live(clock.now()), team__isnull=False).exclude(kind=Relation.Kind.KEEPING)


def keepers(team: Team | None = None) -> QuerySet[Relation]:
    """Who keeps the table now, named by this team or by any. They are not in the team, and see no record."""
    found = Relation.objects.filter(live(clock.now()), kind=Relation.Kind.KEEPING, user__is_active=True)
    found = found.filter(team=team) if team else found
    return found.select_related("user").order_by("user__name")


def let_in_to_see(individual: Individual, row: str) -> list[User]:
    """Whom the individual let in to see this row of the matrix, by name. One look."""
    now = clock.now()
    supports = Relation.objects.filter(live(now), kind=Relation.Kind.SUPPORT)
    shares = individual.shares.filter(live_shares(now), relation__in=supports).select_related("relation__user")
    seeing = {share.relation.user for share in shares if share.relation and row in share.sections}
    return sorted(seeing, key=lambda user: user.name)


def account_of(email: str) -> User | None:
    """Who may sign in with this address. Codes go to the address stored here, never to the one typed."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()


def accounts_of(emails: set[str]) -> dict[str, User]:
    """The same for a few addresses at once, by the address in small letters. One look."""
    found = User.objects.filter(email__in={email.strip().lower() for email in emails}, is_active=True)
    return {user.email: user for user in found if user.email}


def names_of(public_ids: set[str]) -> dict[str, str]:
    """Names for the public ids that a trail holds."""
    return dict(User.objects.filter(public_id__in=public_ids).values_list("public_id", "name"))


def working_with(individual: Individual) -> QuerySet[Relation]:
    """Everybody who works with this individual now, their own worker first."""
    order = [Relation.Kind.PARTNERSHIP, Relation.Kind.ALSO_WORKING_WITH, Relation.Kind.COVER]
    found = individual.relations.filter(live(clock.now()), kind__in=order).select_related("user")
    return found.order_by("-kind", "starts_at")


def accounts() -> QuerySet[User]:
    """Every account, by name. No records: an administrator sees none."""
    return User.objects.order_by("name")


def shares_of(individual: Individual) -> QuerySet[Share]:
    """What somebody may see or be told now with the individual's yes, the newest first."""
    return individual.shares.filter(live_shares(clock.now())).select_related("told_to").order_by("-starts_at", "-pk")


def share_called(individual: Individual, public_id: str) -> Share | None:
    """This share of theirs, live or not."""
    return individual.shares.select_related("individual").filter(public_id=public_id).first()


def teams_where(by: Actor, permission: Permission) -> QuerySet[Team]:
    """The teams in which this actor may do this; every team for somebody who holds an office that may."""
    ties = ties_that_permit(by, permission)
    everywhere = any(tie.team_id is None and tie.individual_id is None for tie in ties)
    teams = Team.objects.order_by("name")
    return teams if everywhere else teams.filter(pk__in={tie.team_id for tie in ties if tie.team_id})


def member_called(team: Team, public_id: str) -> User | None:
    """Somebody who works in this team or manages it now."""
    return User.objects.filter(public_id=public_id, relations__in=people_in(team)).distinct().first()


def work_in(team: Team, user: User) -> QuerySet[Relation]:
    """Every live relation of this user to an individual of this team, by name."""
    found = user.relations.filter(live(clock.now()), kind__in=WORKS_WITH, individual__team=team)
    return found.filter(individual__closed_at__isnull=True).select_related("individual").order_by("individual__called")


def opened_from(worker: User, page: str) -> Relation | None:
    """The partnership that this page opened before."""
    if not page:
        return None
    return worker.relations.filter(kind=Relation.Kind.PARTNERSHIP, individual__opened_from=page).first()


def works_with(user: User, individual: Individual) -> Relation | None:
    """How this user works with this individual now, if they do."""
    return working_with(individual).filter(user=user).first()


def worked_with(individual: Individual) -> QuerySet[Relation]:
    """Everybody who worked with this individual before, the latest first."""
    ended = individual.relations.filter(ends_at__lte=clock.now(), kind__in=WORKS_WITH)
    return ended.select_related("user").order_by("-ends_at", "-pk")


def colleagues(individual: Individual) -> QuerySet[User]:
    """Who works in the individual's team now, by name; never the individual themselves, nor who is kept away."""
    members = in_teams().filter(team=individual.team)
    found = User.objects.filter(relations__in=members, is_active=True).exclude(individual=individual)
    return found.exclude(pk__in=kept_away_from(individual)).order_by("name").distinct()


def kept_away_from(individual: Individual) -> QuerySet:
    """The keys of those who are not to see this notebook now."""
    return individual.relations.filter(live(clock.now()), kind=Relation.Kind.KEPT_AWAY).values_list("user", flat=True)


def may_join(individual: Individual) -> QuerySet[User]:
    """The colleagues who do not work with this individual yet."""
    return colleagues(individual).exclude(relations__in=working_with(individual))


def relation_called(individual: Individual, public_id: str) -> Relation | None:
    """A live way in which somebody works with this individual."""
    return working_with(individual).filter(public_id=public_id).first()
