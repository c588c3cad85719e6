"""A team at midday: Anwen works with Tomos, Bea and Cai, and helps Noor with Dai. Mair manages."""

from dataclasses import dataclass

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.goals import actions as goals
from kith.messaging.models import Message, Phrase
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Individual, User
from tests.goals.cast import Cast, gather


@dataclass(frozen=True)
class Team:
    """Who is there, and how they act now."""

    cast: Cast
    noor: User
    bea: Individual
    cai: Individual
    dai: Individual

    @property
    def anwen(self) -> User:
        return self.cast.worker

    @property
    def tomos(self) -> Individual:
        return self.cast.individual

    @property
    def hers(self) -> list[Individual]:
        return [self.tomos, self.bea, self.cai]

    def acts(self, user: User) -> Actor:
        return actor_for(User.objects.get(pk=user.pk), clock.now())

    @property
    def as_manager(self) -> Actor:
        return self.acts(self.cast.manager)

    def all_to(self, user: User) -> dict[str, User]:
        """This one takes over from Anwen with everybody."""
        return {each.public_id: user for each in self.hers}


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """A test's own transaction is no connection that has grown old."""
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)


@pytest.fixture
def team(db) -> Team:
    cast, office = gather(), Actor.command_line()
    people.join_team(user=cast.stranger, team=cast.team, by=office)

    def opened(worker: User, called: str, **how) -> Individual:
        return people.open_partnership(worker=worker, team=cast.team, called=called, by=office, **how).individual

    team = Team(
        cast=cast,
        noor=cast.stranger,
        bea=opened(cast.worker, "Bea", reached_by=Individual.Channel.IN_PERSON),
        cai=opened(cast.worker, "Cai", email="cai@calderford.example"),
        dai=opened(cast.stranger, "Dai", email="dai@calderford.example"),
    )
    people.keep_wishes(individual=team.cai, says_words=True, by=team.acts(team.anwen))  # a letter says what it is about
    people.also_work_with(user=team.anwen, individual=team.dai, by=team.acts(team.noor))
    return team


@pytest.fixture
def midday(team) -> Team:
    """Pages are half typed, messages wait, and there are things to remember and to do."""
    by = team.acts(team.anwen)
    for each in (team.tomos, team.dai):
        typed = {"shared": f"We talked, {each.called} and I.", "reflection": "I rushed it.", "page": "one"}
        conversations.save_draft(individual=each, typed=typed, by=by)
    conversations.add_prompt(individual=team.tomos, words="Ask about Sam", by=by)
    goals.add_step(individual=team.tomos, words="Ring the club", owner="worker", by=by)
    for each in (team.tomos, team.tomos, team.bea, team.dai):
        wait_for(team, each)
    wait_for(team, None)
    Phrase.objects.create(user=team.anwen, words="Thank you, Anwen", written_at=clock.now())
    return team


def to_individuals():
    """Letters to individuals; workers are told beside them that something waits."""
    return Letter.objects.filter(kind__startswith="to individual")


def wait_for(team: Team, individual: Individual | None) -> Message:
    """A message that waits for Anwen."""
    from_whom = {"said_by": "individual", "individual": individual} if individual else {"said_by": "unknown"}
    told = {"team": team.cast.team, "way": "email", "words": "Hello?", "at": clock.now(), "owner": team.anwen}
    return Message.objects.create(**from_whom, **told)
