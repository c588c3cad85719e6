"""The same by text: the question leaves through the provider, a yes comes back through its call, once."""

import json
from datetime import date, time

import pytest
from django.test import Client

from kith.goals.models import CheckIn
from kith.messaging import actions as messaging
from kith.messaging.actions import asking
from kith.messaging.models import Arrival, Message
from kith.people import actions as people
from tests.outbox.test_carriers import Notify, notify

from .conftest import here

__all__ = ["notify"]

WORD, NUMBER, FRIDAY = "a-word-that-only-the-two-share", "07700 900414", date(2027, 9, 3)


@pytest.fixture
def texting(months, notify, cast, boxing, settings):
    """He likes texts, and chose to be asked."""
    settings.NOTIFY_CALLBACK_WORD = WORD
    settings.LETTER_PROVIDER = ""
    reach = {"called": "Tomos", "phone": NUMBER, "reached_by": "text"}
    people.change_reach(individual=cast.individual, by=cast.as_worker, **reach)
    cast.individual.refresh_from_db()
    asking.choose_asking(goal=boxing, by=cast.as_individual)
    months.until(here(FRIDAY, time(12)))
    return notify


def he_texts(months, words: str, name: str, times: int = 1) -> None:
    """The provider calls, perhaps more than once; then a minute goes by."""
    said = {"id": name, "source_number": NUMBER, "destination_number": "07700 900999", "message": words}
    headers = {"Authorization": f"Bearer {WORD}"}
    for _ in range(times):
        answer = Client().post("/in/texts/", json.dumps(said), content_type="application/json", headers=headers)
        assert answer.status_code == 204
    months.minute()


def texts() -> list[str]:
    """What the provider was given to send."""
    return [told["personalisation"]["body"] for _, told in Notify.asked]


def told() -> list[tuple]:
    return list(CheckIn.objects.values_list("on", "went", "through", "typed_by_individual"))


@pytest.mark.shows("S46", "S86")
@pytest.mark.parametrize(("words", "went"), [("Yes 👍", True), ("not this week", False)])
def test_a_yes_or_a_no_by_text_answers_the_question(texting, months, words, went):
    [asked] = texts()
    assert "boxing" not in asked and "Kith" not in asked
    he_texts(months, words, "n1")
    assert told() == [(date(2027, 9, 2), went, "text", True)]
    assert texts()[1:] == ["Thank you. It is written down."]


def test_the_provider_calling_again_changes_nothing(texting, months):
    he_texts(months, "Yes", "n1", times=3)
    before = (told(), texts(), Arrival.objects.count())
    for _ in range(2):
        he_texts(months, "Yes", "n1", times=2)
    assert (told(), texts(), Arrival.objects.count()) == before
    assert len(before[0]) == before[2] == 1


@pytest.mark.shows("S101")
def test_a_yes_to_the_worker_s_own_words_is_read_by_her_and_says_nothing_of_the_class(texting, months, cast, anwen):
    messaging.write(individual=cast.individual, words="Shall we meet on Tuesday?", by=cast.as_worker)
    months.minute()
    he_texts(months, "Yes", "n2")
    assert told() == []
    assert Message.objects.get(said_by="individual").words == "Yes"
    assert "Yes" in anwen.reads(f"/people/{cast.individual.public_id}/messages/")
