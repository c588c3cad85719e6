"""Another worker took over: the pages say what the letter promised, until the two have met."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.messaging import actions as messaging
from kith.people import actions as people
from kith.people.models import Relation

WORDS = "From now on Noor is there for you, in place of Anwen."
LAST = "I will ring you this week"


@pytest.fixture
def handed_over(cast):
    """Anwen wrote a last word, and Noor took over a day later."""
    with clock.at(clock.now() - timedelta(days=2)):
        people.join_team(user=cast.stranger, team=cast.team, by=Actor.command_line())
        messaging.write(individual=cast.individual, words=LAST, by=cast.as_worker)
    with clock.at(clock.now() - timedelta(days=1)):
        relation = Relation.objects.get(individual=cast.individual, kind="partnership")
        people.hand_over_partnership(relation=relation, to=cast.stranger, by=cast.as_worker)
    return cast


def pages(cast, signed_in) -> dict[str, str]:
    own, client = cast.individual.public_id, signed_in(cast.user)
    places = {
        "plan": "/",
        "who": reverse("people:who", args=[own]),
        "messages": reverse("messaging:messages_page", args=[own]),
    }
    return {name: " ".join(client.get(place).content.decode().split()) for name, place in places.items()}


def test_every_page_that_the_letter_leads_to_says_what_it_promises(handed_over, signed_in):
    for name, page in pages(handed_over, signed_in).items():
        assert WORDS in page and "Noor will be in touch." in page, name
    assert LAST not in pages(handed_over, signed_in)["plan"]


def test_what_is_written_afterwards_stands_above_it(handed_over, signed_in):
    messaging.write(individual=handed_over.individual, words="Hello, I am Noor.", by=handed_over.as_stranger)
    plan = pages(handed_over, signed_in)["plan"]
    assert plan.index("Hello, I am Noor.") < plan.index(WORDS)


def test_once_they_have_met_it_is_no_news(handed_over, signed_in):
    wrote = WriteUp(held_on=clock.today(), shared="We met.")
    conversations.write_up(individual=handed_over.individual, wrote=wrote, by=handed_over.as_stranger)
    assert WORDS not in pages(handed_over, signed_in)["plan"]


def test_after_some_weeks_it_is_no_news_either_and_others_do_not_read_it(handed_over, signed_in):
    who = reverse("people:who", args=[handed_over.individual.public_id])
    assert WORDS not in signed_in(handed_over.stranger).get(who).content.decode()
    with clock.at(clock.now() + timedelta(weeks=7)):
        assert WORDS not in signed_in(handed_over.user).get(who).content.decode()


def test_where_nobody_took_over_the_last_word_stands(cast, signed_in):
    messaging.write(individual=cast.individual, words=LAST, by=cast.as_worker)
    assert LAST in pages(cast, signed_in)["plan"]
