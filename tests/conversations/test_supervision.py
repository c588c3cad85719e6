"""A reflection goes to supervision when its author chooses, and nobody else can send it or read more."""

import pytest

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.people import actions as people
from tests.conversations.pages import TODAY, address, signed_in


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def meeting(cast):
    wrote = WriteUp(held_on=TODAY, shared="We talked.", reflection="I talked too much.")
    return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)


@pytest.mark.shows("S19")
def test_one_press_sends_it_and_one_takes_it_back(cast, meeting):
    client, manager = signed_in(cast.worker), signed_in(cast.manager)
    assert "I talked too much." not in manager.get(address(cast, "supervision")).content.decode()
    client.post(address(cast, "send_to_supervision", meeting=meeting.public_id))
    assert "I talked too much." in manager.get(address(cast, "supervision")).content.decode()
    assert [each.words for each in queries.supervision_for(cast.manager)] == ["I talked too much."]
    client.post(address(cast, "take_back", meeting=meeting.public_id))
    assert "I talked too much." not in manager.get(address(cast, "supervision")).content.decode()
    assert not queries.supervision_for(cast.manager).exists()


def test_only_its_author_sends_it(cast, meeting):
    reflection = meeting.reflections.get()
    people.cover(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    with pytest.raises(Refused, match="Only whoever wrote it"):
        actions.send_to_supervision(reflection=reflection, by=cast.as_stranger)
    with pytest.raises(NotPermitted):
        actions.send_to_supervision(reflection=reflection, by=cast.as_individual)
    assert not queries.supervision_for(cast.manager).exists()


def test_a_manager_reads_nothing_that_was_written_about_themselves(cast, meeting):
    actions.send_to_supervision(reflection=meeting.reflections.get(), by=cast.as_worker)
    cast.individual.user = cast.manager
    cast.individual.save()
    assert not queries.supervision_for(cast.manager).exists()
    assert signed_in(cast.manager).get(address(cast, "supervision")).status_code == 404


def test_nobody_but_the_manager_reads_it_there(cast, meeting):
    actions.send_to_supervision(reflection=meeting.reflections.get(), by=cast.as_worker)
    for user in (cast.worker, cast.user, cast.stranger):
        assert signed_in(user).get(address(cast, "supervision")).status_code == 404
        assert not queries.supervision_for(user).exists()


def test_a_manager_of_another_team_is_sent_nothing(cast, meeting):
    actions.send_to_supervision(reflection=meeting.reflections.get(), by=cast.as_worker)
    other = people.create_team(name="Moor Edge", by=Actor.command_line())
    people.appoint_manager(user=cast.stranger, team=other, by=Actor.command_line())
    assert not queries.supervision_for(cast.stranger).exists()


def test_other_words_than_those_that_were_sent_stay_with_their_author(cast, meeting):
    actions.send_to_supervision(reflection=meeting.reflections.get(), by=cast.as_worker)
    actions.write_reflection(meeting=meeting, words="What I did not mean to send.", by=cast.as_worker)
    assert not queries.supervision_for(cast.manager).exists()
