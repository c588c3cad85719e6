"""What is left by somebody whose account rests: who waits for them, and for what, team by team."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from kith.access import clock
from kith.conversations.models import Draft
from kith.goals.models import Goal, Role, Step
from kith.people import queries as people
from kith.people.models import Relation, Team, User

from .leaving import count_words, open_messages

GOES_ON = Q(goal__isnull=True) | Q(goal__state=Goal.State.IN_PLAY)
Kind = Relation.Kind


@dataclass(frozen=True)
class Left:
    """In one team, or with people of no team: the people they work with, and how much of each thing."""

    team: Team | None
    user: User
    work: list[Relation]
    messages: int
    drafts: int
    promises: int

    @property
    def team_key(self) -> str:
        return self.team.public_id if self.team else ""

    @property
    def words(self) -> str:
        """“4 people, 2 messages, 1 begun page”."""
        return _listed((len(self.work), "person"), (self.messages, "message"), *self._begun)

    @property
    def begun(self) -> str:
        """What only somebody else can go on with: “1 begun page, 2 promises”."""
        return _listed(*self._begun)

    @property
    def _begun(self) -> tuple[tuple[int, str], ...]:
        return (self.drafts, "begun page"), (self.promises, "promise")


def _listed(*counts: tuple[int, str]) -> str:
    return ", ".join(count_words(count, what) for count, what in counts if count)


def left_by(user: User) -> list[Left]:
    """Of every team in which anything waits for them."""
    teams = {each.individual.team for each in [*_work(user), *_drafts(user)]}
    waiting = open_messages(user).select_related("individual__team", "team")
    teams |= {each.individual.team if each.individual else each.team for each in waiting}
    return [left_in(each, user) for each in sorted(teams, key=lambda team: team.name if team else "")]


def left_in(team: Team | None, user: User) -> Left:
    """What waits for them in this one."""
    work = list(_work(user).filter(individual__team=team))
    mine = {each.individual_id for each in work if each.kind == Kind.PARTNERSHIP}
    return Left(
        team=team,
        user=user,
        work=work,
        messages=open_messages(user).filter(_of(team)).count(),
        drafts=_drafts(user).filter(individual__team=team).count(),
        promises=Step.objects.filter(GOES_ON, owner=Role.WORKER, done_on=None, individual__in=mine).count(),
    )


def resting_in(teams: list[Team]) -> list[Left]:
    """Who of these teams has an account that rests, while people still wait for them."""
    resting = Relation.objects.filter(people.live(clock.now()), team__in=teams, user__is_active=False)
    pairs = {(each.team, each.user) for each in resting.select_related("team", "user")}
    found = [left_in(team, user) for team, user in pairs]
    return sorted((each for each in found if each.work), key=lambda each: each.user.name)


def _of(team: Team | None) -> Q:
    """A message of somebody of this team, or of nobody known yet that is for it."""
    return Q(individual__isnull=False, individual__team=team) | Q(individual=None, team=team)


def _work(user: User) -> QuerySet[Relation]:
    """Every way in which they work with somebody now, by name."""
    found = user.relations.filter(people.live(clock.now()), kind__in=people.WORKS_WITH)
    open_still = found.filter(individual__closed_at__isnull=True)
    return open_still.select_related("individual__team").order_by("individual__called")


def _drafts(user: User) -> QuerySet[Draft]:
    written = Draft.objects.filter(author=user).exclude(typed="", beside="")
    return written.select_related("individual__team")
