"""One of the two writes to the other: it waits for a named reader, or leaves for the individual."""

import pytest
from django.conf import settings
from django.test import Client

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.messaging import actions, queries
from kith.messaging.models import Message
from kith.outbox.models import Letter
from kith.people.models import Relation

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


def test_a_supporter_who_sees_the_goal_does_not_see_the_words(cast, run):
    from kith.people import actions as people
    from tests.messaging.conftest import Client

    writes(cast, "Between us.", about=run)
    relation = people.let_in(supporter=cast.stranger, individual=cast.individual, by=cast.as_individual)
    people.agree(
        individual=cast.individual,
        recipient="Noor",
        purpose="to cheer me on",
        sections=["goals"],
        relation=relation,
        by=cast.as_individual,
    )
    client = Client()
    client.force_login(cast.stranger)
    page = client.get(f"/people/{cast.individual.public_id}/goals/{run.public_id}/")
    assert page.status_code == 200
    assert "Between us." not in page.content.decode()


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


def test_a_stranger_writes_to_nobody(cast):
    with pytest.raises(NotPermitted):
        actions.write(individual=cast.individual, words="Hello", by=cast.as_stranger)


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
