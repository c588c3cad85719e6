"""How long pages stay, who is to be told that theirs ends, and what waits for a team."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kith.access import clock
from kith.access.models import TrailEntry
from kith.conversations.when import months_after
from kith.outbox.models import Letter
from kith.people.models import Individual, Team, User

from ..models import Keeping, PageWish, Talk, Told

MONTH, WEEK, DAY = timedelta(days=30), timedelta(days=7), timedelta(days=1)
LEFT = (Letter.State.SENT, Letter.State.IN_TRAY)
STAYED_HERE = (Letter.State.HELD, Letter.State.GAVE_UP, Letter.State.CAME_BACK, Letter.State.UNSURE)
KEPT_LONGER = "page kept longer"  # as the trail says it


def keeping_of(team: Team | None) -> Keeping:
    """What this team says; the usual where it said nothing. One look."""
    kept = Keeping.objects.filter(team=team).first() if team else None
    return kept or Keeping(team=team)


def closes_on(individual: Individual, today: date) -> date | None:
    """The last day of a page that begins to stay today. Without an account there is no page that could end."""
    months = keeping_of(individual.team).months
    return None if months is None or individual.user_id is None else months_after(today, months)


def open_wish(individual: Individual, kind: str) -> PageWish | None:
    """What they asked and nobody answered yet. One look."""
    return individual.page_wishes.filter(kind=kind, settled_at=None).first()


def wish_called(team: Team, public_id: str) -> PageWish | None:
    """Something that somebody of this team asked, answered or not."""
    return PageWish.objects.filter(individual__team=team, public_id=public_id).select_related("individual").first()


def asked_back(individual: Individual) -> PageWish | None:
    """Their latest wish to come back since they moved on, with whoever answered it. One look."""
    if individual.moved_on_at is None:
        return None
    found = individual.page_wishes.filter(kind=PageWish.Kind.BACK, asked_at__gte=individual.moved_on_at)
    return found.select_related("settled_by").last()


def due_to_be_told(kind: str, today: date) -> QuerySet[Individual]:
    """Whose page ends within a month, or a week, who were not told so yet. In a week's time a week is what counts."""
    told = Told.objects.filter(individual=OuterRef("pk"), kind=kind, on=OuterRef("page_ends_on"))
    open_still = Individual.objects.filter(moved_on_at__isnull=False, closed_at=None).filter(~Exists(told))
    within = open_still.filter(page_ends_on__lte=today + (WEEK if kind == Told.Kind.WEEK else MONTH))
    return within if kind == Told.Kind.WEEK else within.filter(page_ends_on__gt=today + WEEK)


def may_close(today: date) -> QuerySet[Individual]:
    """Whose last day has passed, and who heard of it a week before: by a letter that left and did not come back, or
    from somebody. Not while they wait for an answer whether it may stay longer."""
    before = clock.now() - WEEK
    left = Letter.objects.filter(public_id=OuterRef("letter"), state__in=LEFT, sent_at__lte=before)
    heard = Q(Exists(left)) | Q(said_at__lte=before)
    told = Told.objects.filter(heard, individual=OuterRef("pk"), kind=Told.Kind.WEEK, on=OuterRef("page_ends_on"))
    over = Individual.objects.filter(moved_on_at__isnull=False, closed_at=None, page_ends_on__lt=today)
    asks = PageWish.objects.filter(individual=OuterRef("pk"), kind=PageWish.Kind.LONGER, settled_at=None)
    return over.filter(Exists(told)).exclude(Exists(asks)).order_by("pk")


def was_given_longer(individual: Individual) -> bool:
    """Whether their page was put off within a day: two people press, or one twice. One look."""
    lines = TrailEntry.objects.filter(chain=individual.public_id, what=KEPT_LONGER)
    return lines.filter(at__gt=clock.now() - DAY).exists()


def due_to_be_asked(today: date) -> QuerySet[Talk]:
    """Closing conversations after which somebody wanted to be asked how it goes, and was not yet."""
    asked = Told.objects.filter(individual=OuterRef("individual"), kind=Told.Kind.ASKED, on=OuterRef("ask_on"))
    found = Talk.objects.filter(~Exists(asked), ask_on__lte=today, ended_at__isnull=False)
    found = found.filter(individual__closed_at=None, individual__moved_on_at__isnull=False)
    return found.filter(ended_at=F("individual__moved_on_at")).select_related("individual").order_by("pk")


def told_of_letters(letters: Iterable[str]) -> dict[str, Told]:
    """What each of these letters tells, by the letter's public id. One look."""
    found = Told.objects.filter(letter__in=list(letters)).select_related("individual")
    return {each.letter: each for each in found}


@dataclass(frozen=True)
class TeamsMoving:
    """What waits for whoever manages: wishes, and what has to be said because no letter goes."""

    wishes: list[PageWish]
    to_say: list[Told]
    moved_on: list[Individual]
    closed: list[Individual]  # whose page has closed; it opens again by one press


def moving_in(team: Team) -> TeamsMoving:
    """Of one team, the oldest first. Three looks."""
    moved = Individual.objects.filter(team=team, moved_on_at__isnull=False).order_by("called", "pk")
    return TeamsMoving(
        list(_wishes(team.pk)),
        list(_to_say(team.pk)),
        [each for each in moved if each.closed_at is None],
        [each for each in moved if each.closed_at and each.page_ends_on],
    )


def waiting_in(teams: Iterable[Team]) -> dict[int, int]:
    """How much waits, by team. Two looks."""
    keys = [team.pk for team in teams]
    rows = [*_wishes(*keys), *_to_say(*keys)]
    found: dict[int, int] = {}
    for row in rows:
        found[row.individual.team_id] = found.get(row.individual.team_id, 0) + 1
    return found


def _wishes(*teams: int) -> QuerySet[PageWish]:
    found = PageWish.objects.filter(individual__team__in=teams, settled_at=None)
    return found.filter(individual__moved_on_at__isnull=False).select_related("individual")


def _to_say(*teams: int) -> QuerySet[Told]:
    """What no letter tells, or none that arrived, and nobody has said yet; of a page that was put off, no more."""
    stayed = Letter.objects.filter(public_id=OuterRef("letter"), state__in=STAYED_HERE)
    to_be_heard = (Told.Kind.MONTH, Told.Kind.WEEK, Told.Kind.ENDED, Told.Kind.REPLY)
    untold = Q(letter="") | Q(Exists(stayed), kind__in=to_be_heard)
    found = Told.objects.filter(untold, individual__team__in=teams, said_at=None)
    since = Q(kind__in=(Told.Kind.ENDED, Told.Kind.REPLY), at__gte=F("individual__moved_on_at"))
    still = Q(kind=Told.Kind.ASKED) | since | Q(on=F("individual__page_ends_on"))
    is_open = Q(individual__closed_at=None) | Q(kind=Told.Kind.REPLY)  # an answer is owed whatever became of the page
    found = found.filter(still, is_open, individual__moved_on_at__isnull=False)
    return found.select_related("individual", "wish").order_by("on", "pk")


def moved_on_called(team: Team, public_id: str) -> Individual | None:
    """Somebody of this team who has moved on, their page open or closed."""
    return Individual.objects.filter(team=team, public_id=public_id, moved_on_at__isnull=False).first()


def told_called(team: Team, public_id: str) -> Told | None:
    """Something to be said to somebody of this team."""
    return Told.objects.filter(individual__team=team, public_id=public_id).select_related("individual").first()


def page_that_closed(user: User) -> Individual | None:
    """Their own page, once its last day has passed and it closed to them. No look: the user has it at hand."""
    own = getattr(user, "individual", None)
    return own if own and own.closed_at and own.moved_on_at and own.page_ends_on else None
