"""A message that asks to be looked at sooner: first on Today, never answered by ready-made words unread."""

import re

import pytest
from django.urls import reverse

from kith.goals import actions as goals
from kith.messaging import actions
from kith.messaging.models import Message
from kith.messaging.queries import phrases_of

READY = "That is good to hear."


@pytest.fixture
def message(cast) -> Message:
    actions.keep_phrase(user=cast.worker, words=READY, by=cast.as_worker)
    return actions.write(individual=cast.individual, words="I feel awful.", by=cast.as_individual, sooner=True)


def at(message, name="messaging:message_page") -> str:
    return reverse(name, args=[message.individual.public_id, message.public_id])


def page(client, address) -> str:
    return client.get(address).content.decode()


def test_no_ready_made_words_stand_under_it(cast, message, signed_in):
    worker = signed_in(cast.worker)
    for address in ("/", reverse("messaging:inbox"), at(message)):
        told = page(worker, address)
        assert READY not in told, address
        assert "asks you to look sooner" in told, address
    assert f'href="{at(message)}#answer"' in page(worker, "/")


def test_on_today_it_alone_is_marked(cast, message, signed_in):
    goals.add_step(individual=cast.individual, words="Ring the club", owner="worker", by=cast.as_worker)
    worker = signed_in(cast.worker)
    assert marked(page(worker, "/")) == ["Please look at this first"]
    actions.answer(message=message, words="I ring you at two.", by=cast.as_worker)
    assert marked(page(worker, "/")) == ["You said you would"]


def marked(today: str) -> list[str]:
    """The headings of the panels that stand out."""
    return re.findall(r'<section class="panel start"[^>]*>.*?<h2[^>]*>(.*?)</h2>', today, re.DOTALL)


def test_ready_made_words_pressed_on_an_older_page_are_shown_before_they_go(cast, message, signed_in):
    [phrase] = phrases_of(cast.worker)
    answer = signed_in(cast.worker).post(at(message, "messaging:answer"), {"phrase": phrase.public_id})
    assert answer.status_code == 422
    assert "Tomos asks you to look sooner." in answer.content.decode() and READY in answer.content.decode()
    assert not message.answered_with.exists()


def test_after_one_press_the_notice_says_which_words_went(cast, message, signed_in):
    usual = actions.write(individual=cast.individual, words="I ran today.", by=cast.as_individual)
    [phrase] = phrases_of(cast.worker)
    worker = signed_in(cast.worker)
    told = worker.post(at(usual, "messaging:answer"), {"phrase": phrase.public_id}, follow=True).content.decode()
    assert f"“{READY}” is on its way to Tomos." in told


def test_whoever_asked_reads_that_it_is_on_top(cast, signed_in):
    there = reverse("messaging:messages_page", args=[cast.individual.public_id])
    own = signed_in(cast.user)
    told = own.post(there, {"words": "I feel awful.", "do": "sooner"}, follow=True).content.decode()
    assert "Your message has arrived. It is on top." in told
    assert "You asked to look sooner." in page(own, at(Message.objects.get()))
    told = own.post(there, {"words": "I ran today.", "do": "send"}, follow=True).content.decode()
    assert "It is on top." not in told


def test_on_today_it_stands_before_what_was_promised(cast, message, signed_in):
    goals.add_step(individual=cast.individual, words="Ask the club", owner="worker", by=cast.as_worker)
    actions.write(individual=cast.individual, words="I ran today.", by=cast.as_individual)
    told = page(signed_in(cast.worker), "/")
    assert told.index("I feel awful.") < told.index("Ask the club") < told.index("I ran today.")
