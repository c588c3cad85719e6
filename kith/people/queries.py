"""What we ask about people and their relations."""

from datetime import datetime

from django.db.models import Q, QuerySet

from kith.access import clock

from .models import Individual, Relation, Share, Team, User

WORKS_WITH = (Relation.Kind.PARTNERSHIP, Relation.Kind.ALSO_WORKING_WITH, Relation.Kind.COVER)


def live(at: datetime) -> Q:
    """A relation that lives at this instant."""
    return Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))


def live_relations(user: User, at: datetime) -> QuerySet[Relation]:
    """Every relation of this user that opens a door now."""
    return user.relations.filter(live(at)).filter(Q(individual__isnull=True) | Q(individual__closed_at__isnull=True))


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
        .order_by("starts_at")
        .first()
    )


def partnership_with(individual: Individual) -> Relation | None:
    """The live partnership itself: the individual's own worker."""
    return (
        individual.relations.filter(live(clock.now()), kind=Relation.Kind.PARTNERSHIP)
        .select_related("user")
        .order_by("-starts_at")
        .first()
    )


def worker_of(individual: Individual) -> User | None:
    """The individual's own worker now."""
    partnership = partnership_with(individual)
    return partnership.user if partnership else None


def individual_called(public_id: str) -> Individual | None:
    """The individual with this public id."""
    return Individual.objects.select_related("user").filter(public_id=public_id).first()


def own_record(user: User) -> Individual | None:
    """The record that is about this user themselves. Looked for once a request: the user remembers it."""
    own = getattr(user, "individual", None)
    return own if own and own.closed_at is None else None


def teams_of(user: User) -> QuerySet[Team]:
    """The teams this user works in or manages now."""
    return Team.objects.filter(relations__in=live_relations(user, clock.now())).order_by("name").distinct()


def team_called(public_id: str) -> Team | None:
    """The team with this public id."""
    return Team.objects.filter(public_id=public_id).first()


def people_in(team: Team) -> QuerySet[Relation]:
    """Who works in and manages this team now."""
    return team.relations.filter(live(clock.now())).select_related("user").order_by("kind", "user__name")


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


def shared_with(user: User) -> QuerySet[Share]:
    """Live shares that reach this user through a live relation of theirs."""
    now = clock.now()
    shares = Share.objects.filter(live_shares(now), relation__in=live_relations(user, now))
    return shares.select_related("individual").order_by("individual__called")
