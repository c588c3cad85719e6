"""What somebody wrote is closed and answered by their team: never by themselves, nor by whoever holds their phone."""

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.messaging import actions
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.actors import actor_for
from tests.letting_in import let_see


@pytest.fixture
def message(cast) -> Message:
    return actions.write(individual=cast.individual, words="I cannot go on like this.", by=cast.as_individual)


@pytest.fixture
def letter(cast) -> Letter:
    """One of theirs that did not arrive."""
    letter = people.write_to(cast.individual, kind="to individual: words", cause="x", words="Hi.")
    Letter.objects.filter(pk=letter.pk).update(state="gave_up")
    return letter


@pytest.fixture(params=["the individual", "a supporter"])
def outside(request, cast):
    """Somebody who is let in, and is not of the team."""
    if request.param == "the individual":
        return cast.user
    let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    return cast.stranger


@pytest.mark.shows("Q-50")
@pytest.mark.parametrize("press", ["read/", "answer/", "about/"])
def test_by_no_press_does_it_leave_the_worker_s_list(cast, message, outside, signed_in, press):
    there = f"/people/{cast.individual.public_id}/messages/{message.public_id}/{press}"
    assert signed_in(outside).post(there, {"reply": "All is well.", "goal": ""}).status_code == 404
    message.refresh_from_db()
    assert (message.state, message.read_by, Message.objects.count()) == ("waiting", None, 1)
    assert not Letter.objects.filter(kind="to individual: words").exists()


def test_nor_by_an_action(cast, message, outside):
    by = actor_for(outside, clock.now())
    for act, more in (
        (actions.mark_read, {}),
        (actions.answer, {"words": "All is well."}),
        (actions.put_to, {"about": None}),
    ):
        with pytest.raises(NotPermitted):
            act(message=message, by=by, **more)
    with pytest.raises(NotPermitted):
        actions.note_told(individual=cast.individual, words="All is well.", told_by="Anwen", by=by)


@pytest.mark.parametrize("do", ["posted", "again", "seen"])
def test_what_did_not_arrive_stays_where_the_worker_sees_it(cast, letter, outside, signed_in, do):
    there = f"/people/{cast.individual.public_id}/letters/{letter.public_id}/"
    assert signed_in(outside).post(there, {"do": do}).status_code == 404
    letter.refresh_from_db()
    assert (letter.state, letter.seen_to_at) == ("gave_up", None)
    assert "Did not arrive" in signed_in(cast.worker).get("/messages/").content.decode()


@pytest.mark.parametrize("act", [actions.letter_posted, actions.send_letter_again, actions.letter_seen_to])
def test_nor_is_a_letter_seen_to_by_an_action(cast, letter, outside, act):
    with pytest.raises(NotPermitted):
        act(individual=cast.individual, letter=letter, by=actor_for(outside, clock.now()))


def test_whoever_works_with_somebody_and_is_supported_themselves_sees_to_no_letter_of_their_own(cast, signed_in):
    people.appoint_manager(user=cast.user, team=cast.team, by=actor_for(cast.manager, clock.now()))
    letter = people.write_to(cast.individual, kind="to individual: words", cause="x", words="Hi.")
    Letter.objects.filter(pk=letter.pk).update(channel="print", state="to_print")
    page = signed_in(cast.user).get("/messages/letters/").content.decode()
    assert "1 letter to print and post." in page and letter.public_id not in page
