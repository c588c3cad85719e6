"""“Something smaller”, asked for by a link: what can be done is said plainly, and a worker makes a step of it."""

import pytest
from django.test import Client

from kith.access.permit import NotPermitted
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.introductions import actions, not_yet
from tests.page_words import words_of

from .test_the_day_after import by_link, path_of, visited

__all__ = ["visited"]
MAKE_IT = "Write it down as a small step"


@pytest.fixture
def wished(cast, visited, settings):
    """By the link in the letter: not this time, then something smaller."""
    browser = Client()
    for pressed in ("not this time", "smaller"):
        assert browser.post(path_of(settings), {"do": pressed}).status_code == 302
    return visited


def test_the_page_of_the_link_says_what_can_be_done_without_anybody(cast, wished, settings):
    page = words_of(Client().get(path_of(settings)))
    assert not_yet.SOMETHING_SMALLER in page and cast.harriers.name not in page
    assert not Step.objects.exists()


def test_another_wish_afterwards_takes_its_place(cast, wished, settings):
    actions.wish_for(introduction=wished, kind="with someone", by=by_link(cast))
    assert not_yet.SOMETHING_SMALLER not in words_of(Client().get(path_of(settings)))


def test_the_worker_makes_a_step_of_it_in_one_press_and_twice_is_once(cast, wished):
    browser, place = cast.browsing("idris"), cast.at(f"introductions/{wished.public_id}/")
    assert MAKE_IT in words_of(browser.get(place))
    for _ in range(2):
        page = words_of(browser.post(f"{place}not-yet/", {"do": "small step"}, follow=True))
    step = Step.objects.get()
    assert (step.words, step.owner) == (not_yet.a_smaller_step(wished), "individual")
    assert step.words in page and MAKE_IT not in page
    theirs = words_of(cast.browsing("olwen").get(place))
    assert not_yet.SOMETHING_SMALLER in theirs and "your steps" in theirs


def test_a_step_that_was_done_may_be_set_once_more(cast, wished):
    goals.finish_step(step=actions.write_smaller_step(introduction=wished, by=cast.worker), by=cast.olwen)
    actions.write_smaller_step(introduction=wished, by=cast.worker)
    assert Step.objects.count() == 2


def test_nobody_else_sets_it(cast, wished):
    for by in (by_link(cast), cast.acting("noor"), cast.acting("mair")):
        with pytest.raises(NotPermitted):
            actions.write_smaller_step(introduction=wished, by=by)
    assert not Step.objects.exists()
