"""What becomes of a step can be changed and taken back until the two stop; what was written before is found again."""

import pytest
from django.urls import reverse

from kith.access.refusal import Refused
from kith.goals import actions as goals
from kith.moving_on import actions, queries

from .conftest import again, as_manager, browser_of


@pytest.fixture
def step(cast):
    return goals.add_step(individual=cast.individual, words="Ring the hall", owner="worker", by=cast.as_worker)


@pytest.fixture
def said(talk, step, cast):
    def say(becomes: str, whom: str = ""):
        about = f"step {step.public_id}"
        actions.settle(talk=talk, about=about, becomes=becomes, to_whom=whom, by=cast.as_worker)
        step.refresh_from_db()
        return step.owner, step.helper.name if step.helper else "", step.promised_by

    return say


def at(cast, name: str, *more: str) -> str:
    return reverse(f"moving_on:{name}", args=[cast.individual.public_id, *more])


def test_handed_to_one_then_another_then_taken_back_to_whoever_held_it(cast, talk, said):
    assert said("somebody", "Sam") == ("helper", "Sam", cast.worker)
    assert said("theirs") == ("individual", "", cast.worker)
    assert [each.is_settled for each in queries.still_open(cast.individual, talk)] == [True]
    assert said("open") == ("worker", "", cast.worker)
    assert queries.settled_ends(talk) == []
    assert talk.loose_ends.count() == 3  # what was said stays
    assert said("theirs") == ("individual", "", cast.worker)
    assert said("let go") == ("worker", "", cast.worker)


def test_the_page_offers_it_and_says_whose_it_is(cast, said):
    said("somebody", "Sam")
    page = browser_of(cast.worker).get(at(cast, "before_we_stop")).content.decode()
    for words in ("Ring the hall", "Sam takes it on", "Change this", "Take that back: Anwen holds it"):
        assert words in page, words
    said("open")
    page = browser_of(cast.worker).get(at(cast, "before_we_stop")).content.decode()
    assert "Said by Anwen" in page and "Take that back" not in page


def test_what_the_individual_did_with_it_since_is_theirs(cast, talk, step, said):
    said("theirs")
    goals.finish_step(step=step, by=cast.as_individual)
    assert queries.still_open(cast.individual, talk) == []
    with pytest.raises(Refused, match="not open any more"):
        said("open")


def test_nothing_is_changed_once_they_have_stopped(cast, talk, step, said):
    said("theirs")
    actions.stop(individual=cast.individual, by=cast.as_worker)
    with pytest.raises(Refused, match="stopped working together already"):
        actions.settle(talk=talk, about=f"step {step.public_id}", becomes="open", by=cast.as_individual)


@pytest.fixture
def back(cast, talk):
    """Stopped, with a talk and what they say to it; then Anwen works with Tomos again."""
    actions.write_part(talk=talk, kind="gives", words="Tea for Mum", by=cast.as_individual)
    actions.write_part(talk=talk, kind="our word", words="Thank you, Tomos.", by=cast.as_worker)
    actions.answer(talk=talk, answer="differs", words="It was me who asked.", by=cast.as_individual)
    actions.stop(individual=cast.individual, by=cast.as_worker)
    actions.come_back(individual=again(cast).individual, worker=cast.worker, by=as_manager(cast))
    return again(cast)


def test_what_was_written_before_is_read_by_both_and_changed_by_nobody(back, talk):
    for user in (back.user, back.worker):
        client = browser_of(user)
        for found in (at(back, "talk"), reverse("people:who", args=[back.individual.public_id])):
            assert at(back, "earlier", talk.public_id) in client.get(found).content.decode()
        page = client.get(at(back, "earlier", talk.public_id)).content.decode()
        for words in ("Tea for Mum", "Thank you, Tomos.", "It was me who asked."):
            assert words in page, words
        assert "<textarea" not in page and "That’s right" not in page
    assert browser_of(back.stranger).get(at(back, "earlier", talk.public_id)).status_code == 404
    assert browser_of(back.user).get(at(back, "earlier", "zzzzzzzz")).status_code == 404


def test_the_one_that_goes_on_is_not_one_of_them(back):
    fresh = actions.begin(individual=back.individual, by=back.as_worker)
    page = browser_of(back.worker).get(at(back, "earlier", fresh.public_id))
    assert page["Location"] == at(back, "talk")
    assert queries.talks_of(back.individual)[0] == fresh
