"""Whoever holds a link sees this one visit, and may ask something first. Looking changes nothing."""

from datetime import time, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.models import TrailEntry
from kith.conversations import actions
from kith.conversations.before.plain_words import telling_words
from kith.conversations.models import Asked
from kith.conversations.queries import before as queries
from kith.conversations.when import on_day
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people import links
from kith.people.models import Link
from tests.conversations.test_before import THURSDAY, page, signed_in
from tests.conversations.test_pages import one_factor  # noqa: F401 - a fixture for all


@pytest.fixture
def link(cast):
    when = on_day(THURSDAY, time(14))
    meeting = actions.plan_next(individual=cast.individual, when=when, place="Corner Café", by=cast.as_worker)
    ends_at = queries.link_ends_at(meeting)
    about = {"individual": cast.individual, "about": meeting.public_id}
    return people.give_link(purpose="visit", ends_at=ends_at, by=cast.as_worker, **about)


def path(link, tail: str = "") -> str:
    return links.address(link).partition("/v/")[2].join(["/v/", tail])


def ask(link, words: str, client=None):
    return (client or Client()).post(path(link), {"question": words})


@pytest.mark.shows("S60", "S64", "S94")
def test_it_says_who_where_when_how_long_and_that_nothing_is_filled_in(cast, link):
    cast.worker.interests = ["chess", "tea", "running", "kites"]
    cast.worker.save()
    read = Client().get(path(link)).content.decode()
    for told in (
        "Anwen",
        "Thursday 20 August, 2pm",
        "Corner Café",
        "About an hour",
        "Bring someone",
        "nothing to fill in",
    ):
        assert told in read
    assert "chess · tea · running" in read
    assert "kites" not in read


def test_it_names_neither_of_them_in_full_and_shows_nothing_else(cast, link):
    actions.bring_in_notes(individual=cast.individual, words="An old secret", by=cast.as_worker)
    actions.add_prompt(individual=cast.individual, words="A prompt", by=cast.as_worker)
    read = Client().get(path(link)).content.decode()
    for hidden in ("Tomos", "Reed", "Hollis", "Calder Valley", "secret", "A prompt", "£"):
        assert hidden not in read


def test_no_browser_or_proxy_keeps_what_a_link_opened(cast, link):
    for tail in ("", "asked/"):
        assert Client().get(path(link, tail))["Cache-Control"] == "no-store"
    assert ask(link, "Can my sister come?")["Cache-Control"] == "no-store"


@pytest.mark.shows("S60", "Q-22")
def test_neither_the_page_nor_its_title_or_headers_tell_of_a_service(cast, link):
    cast.team.does_not_decide = "The council decides about your Personal Budget."
    cast.team.decides_said_by = "Calderford Council"
    cast.team.decides = "The care plan."
    cast.team.save()
    response = Client().get(path(link))
    words = response.content.decode().partition("<title>")[2]
    shown = " ".join(part.partition(">")[2] for part in words.split("<"))
    assert telling_words(shown, names=["Kith", cast.team.name]) == []
    for name, value in response.headers.items():
        assert "kith" not in f"{name} {value}".lower()


@pytest.mark.shows("S61")
def test_a_question_reaches_the_worker_and_the_answer_comes_back_to_the_link(cast, link):
    answered = ask(link, "Will I lose my money?")
    assert answered.status_code == 302
    arrived = Client().get(answered["Location"]).content.decode()
    assert "Your question has arrived." in arrived
    assert "Anwen reads it before you meet." in arrived
    asked = queries.open_questions([cast.individual]).get()
    assert (asked.words, asked.through_link, asked.typed_by_individual) == ("Will I lose my money?", True, False)
    answer = page(cast, "answer_asked", asked=asked.public_id)
    assert "It may have been somebody else." in signed_in(cast.worker).get(answer).content.decode()
    signed_in(cast.worker).post(answer, {"reply": "No. Nothing changes that day."})
    assert "No. Nothing changes that day." in Client().get(path(link)).content.decode()
    assert "No. Nothing changes that day." in signed_in(cast.user).get(page(cast, "before_page")).content.decode()
    letter = Letter.objects.get()
    assert "money" not in letter.body
    assert telling_words(letter.body.replace("kith", "")) == []
    assert not queries.open_questions([cast.individual]).exists()


def test_what_is_asked_on_the_own_page_is_theirs_and_not_on_the_link(cast, link):
    signed_in(cast.user).post(page(cast, "ask"), {"question": "Can my sister come?"})
    asked = Asked.objects.get()
    assert (asked.typed_by_individual, asked.through_link, asked.told_by) == (True, False, None)
    assert "sister" not in Client().get(path(link)).content.decode()
    signed_in(cast.worker).post(page(cast, "ask"), {"question": "As told on the telephone"})
    assert Asked.objects.latest("pk").told_by == cast.worker


@pytest.mark.shows("Q-15")
@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_it_however_often_changes_nothing(cast, link, method):
    before = (TrailEntry.objects.count(), Asked.objects.count(), Link.objects.get().ends_at)
    for each in (path(link), path(link, "asked/")):
        assert getattr(Client(), method)(each).status_code == 200
        assert getattr(Client(), method)(each).status_code == 200
    assert (TrailEntry.objects.count(), Asked.objects.count(), Link.objects.get().ends_at) == before


def test_one_press_twice_asks_once_and_ten_are_enough(cast, link):
    ask(link, "Where do I sit?")
    ask(link, "Where do I sit?")
    assert Asked.objects.count() == 1
    for number in range(9):
        ask(link, f"Question {number}")
    refused = ask(link, "One more")
    assert refused.status_code == 422
    assert "One more" in refused.content.decode()
    assert Asked.objects.count() == 10
    actions.ask(
        individual=cast.individual, words="And mine?", meeting=Asked.objects.first().meeting, by=cast.as_individual
    )
    assert Asked.objects.count() == 11  # whoever holds the link takes nobody else's place


def test_nothing_and_too_much_say_so_and_lose_nothing(cast, link):
    assert ask(link, " ").status_code == 422
    long = ask(link, "a" * 1001)
    assert long.status_code == 422
    assert "a" * 1001 in long.content.decode()
    assert not Asked.objects.exists()


def test_a_meeting_that_is_off_says_so_and_takes_no_questions(cast, link):
    actions.call_off(meeting=queries.meeting_of_link(link), by=cast.as_worker)
    read = Client().get(path(link)).content.decode()
    assert "This meeting is off" in read
    assert "<form" not in read
    assert ask(link, "Why?").status_code == 422
    assert not Asked.objects.exists()


@pytest.mark.shows("Q-15")
def test_a_link_opens_nothing_else(cast, link):
    visitor = Client()
    visitor.get(path(link))
    assert visitor.get(page(cast, "before_page")).status_code == 302
    assert "_auth_user_id" not in visitor.session


def ended(link):
    Link.objects.update(ends_at=clock.now() - timedelta(seconds=1))


def stopped(link):
    Link.objects.update(stopped_at=clock.now())


def closed(link):
    link.individual.closed_at = clock.now()
    link.individual.save()


def of_another_purpose(link):
    Link.objects.update(purpose="host")


def about_nothing(link):
    Link.objects.update(about="gone")


@pytest.mark.parametrize("becomes", [ended, stopped, closed, of_another_purpose, about_nothing])
def test_every_link_that_opens_nothing_looks_like_one_that_was_made_up(cast, link, becomes):
    """The two ways in, looked at and written to: one and the same answer."""
    address = path(link)
    assert Client().get(address).status_code == 200
    becomes(link)
    made_up = Client().get("/v/zzzzzzzzzzzzzzzz-zzzzzzzzzzzzzzzzzzzz/")
    assert made_up.status_code == 404
    for each in (address, f"{address}asked/", address[:-2] + "x/", f"/h{address[2:]}"):
        for answer in (Client().get(each), Client().head(each), Client().post(each, {"question": "Hello?"})):
            assert answer.status_code == 404
        assert Client().get(each).content == made_up.content or each.startswith("/h")
    assert not Asked.objects.exists()


def test_whom_to_ring_is_that_of_the_nation_as_numbers_alone(link, settings):
    settings.KITH_NATION = "NIR"
    read = Client().get(path(link)).content.decode()
    assert 'href="tel:08088088000">0808 808 8000</a>' in read and 'href="tel:999">Ring 999</a>' in read
    assert "Lifeline" not in read


def test_a_code_to_get_in_is_asked_about_once_and_told_of_in_the_trail(cast, link):
    answer = ask(link, "The key safe is 4821.")
    assert answer.status_code == 422 and "The key safe is 4821." in answer.content.decode()
    assert 'name="question_keep_code"' in answer.content.decode()
    Client().post(path(link), {"question": "The key safe is 4821.", "question_keep_code": "yes"})
    assert Asked.objects.get().words == "The key safe is 4821."
    lines = TrailEntry.objects.filter(chain=cast.individual.public_id, what="entry code kept anyway")
    assert lines.count() == 1
