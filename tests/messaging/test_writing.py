"""One of the two writes to the other: it waits for a named reader, or leaves for the individual."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.messaging import actions, queries
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Relation
from tests.letting_in import let_see

from .conftest import FRIDAY


def writes(cast, words="I did it!", **more) -> Message:
    return actions.write(individual=cast.individual, words=words, by=cast.as_individual, **more)


def test_what_they_write_waits_for_their_worker(cast):
    message = writes(cast)
    assert (message.owner, message.state, message.typed_by_individual) == (cast.worker, "waiting", True)
    assert message.read_by_day > FRIDAY


def test_the_worker_is_told_that_there_is_something_and_not_what(cast):
    writes(cast, "I am moving in with Dawn.")
    [notice] = Letter.objects.filter(kind="to worker: a message")
    assert notice.to == cast.worker.email
    assert not {"Dawn", "Tomos", "moving"} & set(notice.body.replace(".", " ").split())


def test_pressed_twice_it_is_one_message(cast):
    assert writes(cast) == writes(cast)
    assert Message.objects.count() == 1


def test_the_words_stand_on_their_goal_at_once(cast, run, signed_in):
    writes(cast, "Ran it, 27:40!", about=run)
    page = signed_in(cast.worker).get(f"/people/{cast.individual.public_id}/goals/{run.public_id}/")
    assert "Ran it, 27:40!" in page.content.decode()


@pytest.mark.shows("Q-12")
def test_a_supporter_who_sees_the_goal_does_not_see_the_words(cast, run):
    from tests.messaging.conftest import Client

    writes(cast, "Between us.", about=run)
    share = let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    client = Client()
    client.force_login(cast.stranger)
    page = client.get(f"/shared/{share.public_id}/").content.decode()
    assert run.words in page and "Between us." not in page


def test_a_goal_of_somebody_else_is_not_taken(cast, run):
    run.individual_id = None
    with pytest.raises(Refused, match="belongs to somebody else"):
        writes(cast, about=run)


@pytest.mark.parametrize("words", ["", "  \n "])
def test_nothing_is_no_message(cast, words):
    with pytest.raises(Refused, match="Write a few words"):
        writes(cast, words)


def test_a_worker_s_words_leave_for_them_and_stand_on_their_page(cast, signed_in):
    message = actions.write(individual=cast.individual, words="Well run.", by=cast.as_worker)
    letter = Letter.objects.get(public_id=message.letter)
    assert (letter.to, letter.takes_replies, letter.tells) == (cast.user.email, True, cast.worker.public_id)
    assert "Well run." not in letter.body
    assert "Well run." in signed_in(cast.user).get("/").content.decode()


@pytest.mark.parametrize("channel", ["email", "letter"])
def test_the_name_of_whoever_wrote_stands_under_the_words(cast, channel):
    wishes = {"channels": [channel], "says_words": True, "post_to": "4 Canal Row", "may_write_there": True}
    reach = {"called": "Tomos", "reached_by": channel, "email": cast.user.email}
    people.keep_wishes(individual=cast.individual, reach=reach, by=cast.as_worker, **wishes)
    cast.individual.refresh_from_db()
    message = actions.write(individual=cast.individual, words="Dear Tomos, well run.", by=cast.as_worker)
    letter = Letter.objects.get(public_id=message.letter)
    assert "Hello Tomos,\n\nDear Tomos, well run.\n\nAnwen\n\n" in letter.body


def test_what_was_told_is_written_down_by_whoever_heard_it_and_not_by_the_teller(cast, signed_in):
    there = f"/people/{cast.individual.public_id}/messages/"
    assert signed_in(cast.user).get(f"{there}told/").status_code == 404
    assert signed_in(cast.worker).get(f"{there}told/").status_code == 200


def test_where_nothing_was_typed_nothing_is_said_to_be_still_there(cast, signed_in):
    there = f"/people/{cast.individual.public_id}/messages/"
    told = "What you typed is still here."
    assert told not in signed_in(cast.user).post(there, {"words": "", "do": "send"}).content.decode()
    assert told in signed_in(cast.user).post(there, {"words": "x" * 9000, "do": "send"}).content.decode()


def test_a_short_answer_that_they_have_is_said_to_be_there(cast, signed_in):
    worker = signed_in(cast.worker)
    for told in (False, True):
        page = worker.post("/messages/answers/", {"phrase": "Well done."}, follow=True).content.decode()
        assert ("You have that one already." in page) is told


def test_asking_to_look_sooner_is_not_printed(cast, signed_in):
    writes(cast)
    page = signed_in(cast.user).get(f"/people/{cast.individual.public_id}/messages/").content.decode()
    assert 'class="not-printed"' in page.partition(">Ask to look sooner<")[0].rpartition("<a ")[2]


@pytest.mark.shows("Q-68")
def test_a_stranger_writes_to_nobody(cast):
    with pytest.raises(NotPermitted):
        actions.write(individual=cast.individual, words="Hello", by=cast.as_stranger)


@pytest.mark.shows("Q-64")
def test_what_was_told_on_the_telephone_is_kept_as_told(cast, signed_in):
    told = {"words": "Went twice.", "told_by": "Tomos, on the phone", "by": cast.as_worker}
    message = actions.note_told(individual=cast.individual, **told)
    assert (message.state, message.typed_by_individual) == ("read", False)
    page = signed_in(cast.worker).get(f"/people/{cast.individual.public_id}/messages/").content.decode()
    assert "As Tomos, on the phone told Anwen" in page
    assert '<figure class="voice">' not in page


def test_an_answer_closes_it_and_is_about_the_same_goal(cast, run):
    message = writes(cast, about=run)
    answered = actions.answer(message=message, words="Tell me all of it.", by=cast.as_worker)
    message.refresh_from_db()
    assert (message.state, message.read_by, answered.goal) == ("answered", cast.worker, run)
    assert actions.answer(message=message, words="Tell me all of it.", by=cast.as_worker) == answered


def test_the_same_answer_at_another_time_goes_again(cast):
    message = writes(cast)
    first = actions.answer(message=message, words="Yes, fine.", by=cast.as_worker)
    with clock.at(FRIDAY + timedelta(days=30)):
        assert actions.answer(message=message, words="Yes, fine.", by=cast.as_worker) != first


def test_the_same_words_sent_and_told_are_two_things(cast):
    sent = actions.write(individual=cast.individual, words="See you on Friday", by=cast.as_worker)
    told = {"individual": cast.individual, "words": "See you on Friday", "told_by": "Tomos", "by": cast.as_worker}
    message = actions.note_told(**told)
    assert (message.said_by, message.way, message.told_by) == ("individual", "told", "Tomos")
    assert actions.note_told(**told) == message
    assert actions.write(individual=cast.individual, words="See you on Friday", by=cast.as_worker) == sent
    assert Message.objects.count() == 2


@pytest.fixture
def from_a_place(cast) -> Message:
    about = {"individual": cast.individual, "team": cast.team, "owner": cast.worker}
    said = {"said_by": "host", "way": "email", "words": "Can he come on Thursday?", "at": clock.now()}
    return Message.objects.create(**about, **said)


def test_an_answer_meant_for_a_place_goes_to_nobody(cast, from_a_place):
    with pytest.raises(Refused, match="An answer from here does not reach a place."):
        actions.answer(message=from_a_place, words="He can.", by=cast.as_worker)
    assert not Letter.objects.exists()


def test_what_a_place_wrote_is_read_and_offers_no_answer(cast, from_a_place, signed_in):
    actions.keep_phrase(user=cast.worker, words="Thank you, see you then.", by=cast.as_worker)
    client, there = signed_in(cast.worker), f"/people/{cast.individual.public_id}/messages/{from_a_place.public_id}/"
    for place in ("/messages/", "/", there):
        page = client.get(place).content.decode()
        assert "Can he come on Thursday?" in page
        assert "Thank you, see you then." not in page and f"{there}answer/" not in page and "#answer" not in page
    client.post(f"{there}read/")
    from_a_place.refresh_from_db()
    assert from_a_place.state == "read"


def test_read_without_an_answer_it_no_longer_waits(cast):
    message = actions.mark_read(message=writes(cast), by=cast.as_worker)
    assert queries.waiting_for([cast.individual]) == []
    with pytest.raises(Refused, match="read already"):
        actions.mark_read(message=message, by=cast.as_worker)


def test_whoever_no_longer_works_with_them_closes_nothing(cast):
    message, was_worker = writes(cast), cast.as_worker
    Relation.objects.filter(user=cast.worker, individual=cast.individual).update(ends_at=clock.now())
    with pytest.raises(NotPermitted):
        actions.answer(message=message, words="Hm", by=cast.as_worker)
    assert was_worker.user_id == cast.worker.pk


def test_an_email_of_theirs_leads_to_their_messages_also_for_whoever_has_to_sign_in_first(cast):
    actions.write(individual=cast.individual, words="Hello", by=cast.as_worker)
    page = f"/people/{cast.individual.public_id}/messages/"
    letter = Letter.objects.get(kind="to individual: words")
    assert f"{settings.PUBLIC_URL}{page}" in letter.body
    sent_to = Client().get(page)["Location"]
    assert sent_to.endswith(f"next={page}")
