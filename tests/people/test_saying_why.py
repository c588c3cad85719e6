"""A manager reads what was said, and forms, after saying why; the individual finds it among who has looked."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, may
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.home.queries import looks_at
from kith.home.queries.looked import _read
from kith.people import actions
from kith.people.actors import actor_for
from kith.people.models import SaidWhy
from tests.gathered import once_a_file
from tests.goals.cast import gather

OFFICE = Actor.command_line()
READS = (Permission.READ_SHARED_NOTE, Permission.READ_FORMS)


@pytest.fixture(scope="module")
def gathered(django_db_setup, django_db_blocker):
    with once_a_file(django_db_blocker, gather) as cast:
        yield cast


@pytest.fixture
def cast(gathered, db, settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    return gathered


def as_(user):
    return actor_for(user, clock.now())


def opened(cast, user) -> list[Permission]:
    return [each for each in READS if may(as_(user), each, cast.individual)]


def address(cast, name: str) -> str:
    return reverse(name, args=[cast.individual.public_id])


@pytest.mark.shows("Q-13")
def test_a_manager_is_asked_why_reads_and_it_is_told(cast, client):
    wrote = WriteUp(held_on=clock.today(), shared="We talked about the canal.")
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    notes, why = address(cast, "conversations:meetings_page"), address(cast, "people:say_why")
    client.force_login(cast.manager)
    asked = client.get(notes)
    assert asked.url.startswith(f"{why}?next=")
    page = client.get(asked.url).content.decode()
    assert "canal" not in page and "Why do you read this?" in page
    assert client.post(why, {"purpose": "supervision", "next": notes}).url == notes
    assert client.get(notes).status_code == 200
    goals = client.get(address(cast, "goals:goals_page")).content.decode()
    assert 'name="words"' not in goals and "Add a wish" not in goals  # nothing to press that they may not
    client.force_login(cast.user)
    told = client.get(address(cast, "home:looked")).content.decode()
    assert "Said why: to talk with your worker about their work" in told
    assert "Read: What we said" in told
    assert TrailEntry.objects.filter(what="say why", is_reading=True).exists()  # the question alone is in the trail
    assert all(each.what not in (_read("say why"), "Say why") for each in looks_at(cast.individual)[0])


def test_it_lasts_until_midnight_for_that_person_alone(cast):
    other = actions.open_partnership(worker=cast.worker, team=cast.team, called="Maya", by=as_(cast.manager)).individual
    said = actions.say_why(individual=cast.individual, purpose="quality", by=as_(cast.manager))
    assert opened(cast, cast.manager) == list(READS)
    assert not any(may(as_(cast.manager), each, other) for each in READS)
    with clock.at(said.relation.ends_at - timedelta(seconds=1)):
        assert opened(cast, cast.manager) == list(READS)
    with clock.at(said.relation.ends_at):
        assert opened(cast, cast.manager) == []


def test_nothing_is_written_or_sent_through_it(cast, client):
    actions.say_why(individual=cast.individual, purpose="cover", by=as_(cast.manager))
    shut = (Permission.WRITE_SHARED_NOTE, Permission.WRITE_FORMS, Permission.READ_PROMPTS)
    assert not any(may(as_(cast.manager), each, cast.individual) for each in shut)
    client.force_login(cast.manager)
    assert client.post(address(cast, "conversations:meetings_page")).status_code == 404


def test_whoever_manages_no_longer_reads_no_longer(cast):
    actions.say_why(individual=cast.individual, purpose="complaint", by=as_(cast.manager))
    another = actions.add_account(email="kit@calderford.example", name="Kit Moss", by=OFFICE)
    actions.appoint_manager(user=another, team=cast.team, by=OFFICE)
    actions.leave_team(user=cast.manager, team=cast.team, by=as_(another))
    assert opened(cast, cast.manager) == []


def test_something_else_is_said_in_words_which_the_individual_reads(cast):
    with pytest.raises(Refused, match="few words"):
        actions.say_why(individual=cast.individual, purpose="other", words=" ", by=as_(cast.manager))
    actions.say_why(
        individual=cast.individual, purpose="other", words="A question of the council.", by=as_(cast.manager)
    )
    looks, _ = looks_at(cast.individual)
    assert [each.what for each in looks if "council" in each.what] == ["Said why: “A question of the council.”"]


def test_the_usual_reasons_said_twice_are_said_once(cast):
    for _ in range(2):
        actions.say_why(individual=cast.individual, purpose="supervision", by=as_(cast.manager))
    assert SaidWhy.objects.count() == 1
    assert TrailEntry.objects.filter(what="said why").count() == 1


def test_nobody_else_is_asked(cast, client):
    for user in (cast.worker, cast.stranger, cast.user):
        with pytest.raises(NotPermitted):
            actions.say_why(individual=cast.individual, purpose="cover", by=as_(user))
    client.force_login(cast.stranger)
    assert client.get(address(cast, "conversations:meetings_page")).status_code == 404
