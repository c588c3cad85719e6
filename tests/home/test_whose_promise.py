"""A promise says whose words it was: to whoever covers or took over, and to the individual."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.messaging.models import Reminder
from kith.messaging.reminding import wording
from kith.people import actions as people
from kith.people.models import Relation

WORDS = "Ask round for running shoes"
A_DAY = timedelta(days=1)


@pytest.fixture
def promised(cast):
    """Anwen promised something, yesterday; Noor is in the team."""
    with clock.at(clock.now() - 2 * A_DAY):
        people.join_team(user=cast.stranger, team=cast.team, by=Actor.command_line())
        goals.add_step(individual=cast.individual, words=WORDS, owner="worker", by=cast.as_worker)
    return cast


def covers(cast) -> None:
    days = {"first_day": clock.today(), "last_day": clock.today() + A_DAY}
    with clock.at(clock.now() - timedelta(minutes=1)):
        people.be_away(user=cast.worker, cover=cast.stranger, by=cast.as_worker, **days)


def takes_over(cast) -> None:
    relation = Relation.objects.get(individual=cast.individual, kind="partnership")
    with clock.at(clock.now() - timedelta(minutes=1)):
        people.hand_over_partnership(relation=relation, to=cast.stranger, by=cast.as_worker)


def read(client, place: str) -> str:
    return " ".join(client.get(place).content.decode().split())


def pages_of_staff(cast, signed_in, user) -> list[str]:
    places = ("/", reverse("home:brief", args=[cast.individual.public_id]))
    return [read(signed_in(user), place) for place in places]


def pages_of_theirs(cast, signed_in) -> list[str]:
    places = ("/", reverse("home:plan_on_paper", args=[cast.individual.public_id]))
    return [read(signed_in(cast.user), place) for place in places]


def test_it_is_their_own_to_whoever_said_it(promised, signed_in):
    for page in pages_of_staff(promised, signed_in, promised.worker):
        assert page.index("You said you would") < page.index(WORDS) and "Promised by others" not in page
    assert all("Anwen will" in page for page in pages_of_theirs(promised, signed_in))


def test_whoever_covers_reads_whose_it_is(promised, signed_in):
    covers(promised)
    for page in pages_of_staff(promised, signed_in, promised.stranger):
        assert page.index("Promised by others") < page.index(WORDS) < page.index("Anwen promised.")
        assert "You said you would" not in page
    assert all("Anwen will" in page and "Noor will" not in page for page in pages_of_theirs(promised, signed_in))


def test_whoever_took_over_reads_who_said_it(promised, signed_in):
    takes_over(promised)
    for page in pages_of_staff(promised, signed_in, promised.stranger):
        assert f"Anwen said: {WORDS}" in page and "Taken over from Anwen." in page
        assert "You said you would" not in page
    for page in pages_of_theirs(promised, signed_in):
        assert page.index("Anwen said they would") < page.index("Noor has it now.") < page.index(WORDS)
        assert "Noor will <" not in page and "Noor will</h" not in page


def test_their_own_and_what_they_took_over_stand_apart(promised, signed_in):
    takes_over(promised)
    goals.add_step(individual=promised.individual, words="Ring the club", owner="worker", by=promised.as_stranger)
    today = read(signed_in(promised.stranger), "/")
    assert today.index("You said you would") < today.index("Ring the club") < today.index("Promised by others")
    plan = read(signed_in(promised.user), "/")
    assert "<h3>Noor will</h3>" in plan and "<h3>Anwen said they would</h3>" in plan


def test_what_the_individual_writes_down_for_the_worker_is_the_worker_s(cast):
    step = goals.add_step(individual=cast.individual, words=WORDS, owner="worker", by=cast.as_individual)
    own = goals.add_step(individual=cast.individual, words="Find my shoes", by=cast.as_worker)
    assert (step.promised_by, own.promised_by) == (cast.worker, None)


def test_a_reminder_says_whose_words_it_was(promised):
    step = Step.objects.get(words=WORDS)
    step.on_day = clock.today()
    assert wording.words(Reminder.Kind.WORKER_PROMISE, step).startswith("There is something you said you would do by")
    takes_over(promised)
    assert wording.words(Reminder.Kind.WORKER_PROMISE, step).startswith("Anwen said they would do something by")
