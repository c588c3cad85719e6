"""What a composer says: who reads it, on which day, and by when an answer comes. It promises nothing else."""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.people import actions
from kith.people.actors import actor_for
from kith.people.models import Individual, Relation, Team, User
from kith.people.who_reads import who_reads

BEFORE = datetime(2026, 9, 1, 9, tzinfo=UTC)
WEDNESDAY = datetime(2026, 11, 25, 11, tzinfo=UTC)
FRIDAY_AFTER_FIVE = datetime(2026, 11, 27, 17, 1, tzinfo=UTC)
CHRISTMAS_EVE = datetime(2026, 12, 24, 17, 1, tzinfo=UTC)


class Told:
    """A small team in autumn: Vish supports Greg, Priya is there too."""

    def __init__(self):
        office = Actor.command_line()
        with clock.at(BEFORE):
            self.team = actions.create_team(name="Riverside", by=office)
            self.vish, self.priya = (self.joins(name, office) for name in ("Vish", "Priya"))
            morgan = actions.add_account(email="morgan@kith.example", name="Morgan Example", by=office)
            actions.appoint_manager(user=morgan, team=self.team, by=office)
            opened = actions.open_partnership(worker=self.vish, team=self.team, called="Greg", by=office)
            self.partnership, self.greg = opened, opened.individual

    def joins(self, name: str, office: Actor) -> User:
        user = actions.add_account(email=f"{name.lower()}@kith.example", name=f"{name} Example", by=office)
        actions.join_team(user=user, team=self.team, by=office)
        return user

    def is_away(self, first: date, last: date) -> None:
        with clock.at(WEDNESDAY):
            by = actor_for(self.vish, WEDNESDAY)
            actions.be_away(user=self.vish, first_day=first, last_day=last, cover=self.priya, by=by)

    def reads(self, now: datetime):
        return who_reads(Individual.objects.select_related("team").get(pk=self.greg.pk), now)


@pytest.fixture
def told(db):
    return Told()


def test_in_the_middle_of_a_working_day(told):
    reader = told.reads(WEDNESDAY)
    assert (reader.user, reader.name, reader.is_cover, reader.until) == (told.vish, "Vish", False, None)
    assert reader.words == "Vish reads this today. Expect an answer by Friday 27 November."


def test_before_they_begin(told):
    assert told.reads(WEDNESDAY.replace(hour=7)).words.startswith("Vish reads this today, from 9am.")


@pytest.mark.shows("S101", "Q-49")
def test_on_friday_just_after_five(told):
    reader = told.reads(FRIDAY_AFTER_FIVE)
    assert reader.words == "Vish reads this on Monday 30 November. Expect an answer by Wednesday 2 December."
    assert (reader.reads_from, reader.answer_by) == (datetime(2026, 11, 30, 9, tzinfo=UTC), date(2026, 12, 2))


@pytest.mark.shows("Q-49")
def test_on_christmas_eve_just_after_five(told):
    words = "Vish reads this on Tuesday 29 December. Expect an answer by Thursday 31 December."
    assert told.reads(CHRISTMAS_EVE).words == words


@pytest.mark.shows("S101", "Q-49")
def test_while_the_worker_is_away(told):
    told.is_away(date(2026, 12, 21), date(2027, 1, 3))
    reader = told.reads(CHRISTMAS_EVE)
    assert (reader.user, reader.is_cover, reader.until) == (told.priya, True, date(2027, 1, 3))
    assert reader.words == (
        "Priya reads this while Vish is away until 3 January. That is on Tuesday 29 December. "
        "Expect an answer by Thursday 31 December."
    )
    in_hours = told.reads(datetime(2026, 12, 22, 11, tzinfo=UTC))
    assert in_hours.words.startswith("Priya reads this while Vish is away until 3 January. Expect")


def test_it_is_asked_of_the_day_on_which_it_is_read(told):
    told.is_away(date(2026, 11, 30), date(2026, 12, 4))
    assert told.reads(WEDNESDAY).user == told.vish
    assert told.reads(FRIDAY_AFTER_FIVE).user == told.priya  # Vish is here, and away when it is read
    assert told.reads(datetime(2026, 12, 4, 18, tzinfo=UTC)).user == told.vish


def test_when_nobody_can_cover_the_team_reads(told):
    told.is_away(date(2026, 11, 30), date(2026, 12, 4))
    User.objects.filter(pk=told.priya.pk).update(is_active=False)
    assert told.reads(FRIDAY_AFTER_FIVE).words.startswith(
        "Nobody is here for this just now. The team’s manager is told on Monday 30 November"
    )


@pytest.mark.shows("Q-49")
def test_when_the_worker_left_and_nobody_follows_the_team_reads(told):
    with clock.at(WEDNESDAY):
        actions.end(relation=told.partnership, by=actor_for(told.vish, WEDNESDAY))
    reader = told.reads(FRIDAY_AFTER_FIVE)
    assert (reader.user, reader.name) == (None, "The team")
    assert reader.words.startswith("Nobody is here for this just now. The team’s manager is told on Monday 30 November")


@pytest.mark.parametrize("without", ["a team", "a manager"])
def test_where_there_is_no_manager_no_manager_is_promised(told, without):
    User.objects.filter(email__in=("vish@kith.example", "morgan@kith.example")).update(is_active=False)
    if without == "a team":
        Individual.objects.filter(pk=told.greg.pk).update(team=None)
    assert told.reads(WEDNESDAY).words.startswith(
        "Nobody is here for this just now. Whoever looks after accounts is told today, and finds somebody."
    )


def test_an_account_that_rests_reads_nothing(told):
    User.objects.filter(pk=told.vish.pk).update(is_active=False)
    assert told.reads(WEDNESDAY).name == "The team"


def test_somebody_who_covers_by_hand_reads(told):
    with clock.at(WEDNESDAY):
        by = actor_for(told.vish, WEDNESDAY)
        actions.cover(user=told.priya, individual=told.greg, until=date(2026, 11, 29), by=by)
    assert told.reads(WEDNESDAY).words.startswith("Priya reads this while Vish is away until 29 November.")
    assert told.reads(FRIDAY_AFTER_FIVE).user == told.vish
    assert Relation.objects.get(kind=Relation.Kind.COVER).away is None


def test_the_team_s_own_days_and_promise_count(told):
    Team.objects.filter(pk=told.team.pk).update(reads_days=[1], answers_within=1)
    assert told.reads(WEDNESDAY).words == (
        "Vish reads this on Tuesday 1 December. Expect an answer by Tuesday 8 December."
    )


def test_no_sentence_is_long(told):
    told.is_away(date(2026, 12, 21), date(2027, 1, 3))
    for now in (WEDNESDAY, FRIDAY_AFTER_FIVE, CHRISTMAS_EVE):
        for sentence in told.reads(now).words.split(". "):
            assert len(sentence.split()) <= 20
