"""Texts come in through the provider's call, once however often it calls; a plain yes answers the last question."""

import json

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from kith.access.actor import Actor
from kith.messaging import incoming
from kith.messaging.models import Arrival, Message
from kith.outbox.models import Letter
from kith.people import actions as people

WORD = "a-word-that-only-the-two-share"


@pytest.fixture(autouse=True)
def with_a_provider(settings):
    settings.NOTIFY_CALLBACK_WORD = WORD
    settings.TEXT_PROVIDER = "notify"


@pytest.fixture
def texting(cast):
    """They like to be reached by text."""
    person = cast.individual
    person.phone, person.reached_by = "+447700900414", "text"
    person.save()
    return person


def calls(said, word=WORD, there="/in/texts/") -> int:
    body = said if isinstance(said, str) else json.dumps(said)
    headers = {"Authorization": f"Bearer {word}"}
    return Client().post(there, body, content_type="application/json", headers=headers).status_code


def text(words: str, number="07700 900414", name="one") -> dict:
    return {"id": name, "source_number": number, "destination_number": "07700 900999", "message": words}


def made_sense() -> None:
    for arrival in Arrival.objects.filter(state="waiting"):
        incoming.make_sense_of(arrival.public_id, by=Actor.system())


def test_a_text_becomes_a_message_of_theirs(texting, cast):
    assert calls(text("Shoes letting water in.")) == 204
    made_sense()
    message = Message.objects.get()
    assert (message.individual, message.way, message.typed_by_individual) == (texting, "text", True)
    assert message.words == "Shoes letting water in."


@pytest.mark.fault("F-20")
def test_called_twice_it_is_one(texting):
    assert [calls(text("Hello")) for _ in range(3)] == [204] * 3
    made_sense()
    assert (Arrival.objects.count(), Message.objects.count()) == (1, 1)


def test_making_sense_of_it_is_left_to_be_done_after_the_answer(texting):
    calls(text("Hello"))
    assert Message.objects.count() == 0
    [task] = DBTaskResult.objects.all()
    assert "Hello" not in json.dumps(task.args_kwargs)


@pytest.mark.parametrize("word", ["", "wrong", WORD + "x"])
def test_without_the_word_there_is_nothing_here(texting, word):
    assert calls(text("Hello"), word=word) == 404
    assert not Arrival.objects.exists()


@pytest.mark.parametrize("said", ["", "not json", "[]", "{}", '{"id": ""}', "{" * 10_000])
def test_what_is_no_call_is_not_taken(texting, said):
    assert calls(said) == 404


def test_an_unknown_number_goes_to_the_team(texting, cast):
    calls(text("Who is this?", number="07700 900000"))
    made_sense()
    assert Message.objects.get().individual is None
    assert [each.to for each in Letter.objects.all()] == [cast.manager.email]


def test_a_number_that_two_people_share_is_nobodys(texting, cast):
    office = Actor.command_line()
    people.open_partnership(worker=cast.worker, team=cast.team, called="Ben", phone="07700 900414", by=office)
    calls(text("Hello"))
    made_sense()
    assert Message.objects.get().individual is None


def test_an_answer_is_about_what_was_asked_last(texting, run):
    people.write_to(texting, kind="to individual: a day", cause=f"goal {run.public_id}", takes_replies=True)
    Letter.objects.update(state="sent")  # it was handed over
    calls(text("27:40 would you believe"))
    made_sense()
    message = Message.objects.get()
    assert (message.goal, message.found) == (run, "27:40")


@pytest.mark.fault("F-20")
def test_a_receipt_told_twice_changes_nothing_more(texting):
    letter = people.write_to(texting, kind="to individual: a day", cause="goal x")
    Letter.objects.update(state="sent")  # it was handed over
    said = {"id": "n1", "reference": letter.public_id, "status": "permanent-failure"}
    assert [calls(said, there="/in/receipts/") for _ in range(2)] == [204, 204]
    letter.refresh_from_db()
    assert letter.state == "came_back"
