"""A worry about a step: it never holds the step up, and brings something that could help."""

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.models import Step, Worry
from tests.page_words import words_of

from .test_pages import of, place


@pytest.fixture
def step(cast, boxing) -> Step:
    actions.add_step(goal=boxing, words="Ring them", by=cast.as_individual)
    return actions.add_step(goal=boxing, words="Go in", by=cast.as_individual)


@pytest.fixture
def worry(cast, step) -> Worry:
    return actions.add_worry(step=step, words="Everybody will stare", by=cast.as_individual)


def ease(client, cast, worry, **sent):
    return client.post(place("ease_worry", cast, worry=worry.public_id), sent)


def in_order(goal) -> list[str]:
    return [step.words for step in goal.steps.all()]


@pytest.mark.shows("S79")
def test_a_worry_stands_with_its_step_in_honest_words_and_never_blocks_it(cast, step, worry):
    heard = actions.add_worry(step=step, words="The noise", by=cast.as_worker)
    assert (worry.typed_by_individual, heard.typed_by_individual) == (True, False)
    assert actions.add_worry(step=step, words="The noise ", by=cast.as_worker) == heard
    actions.finish_step(step=step, by=cast.as_individual)
    assert step.is_done
    with pytest.raises(Refused, match="already done"):
        actions.ease_worry(worry=worry, words="Look first", by=cast.as_individual)
    with pytest.raises(NotPermitted):
        actions.add_worry(step=step, words="x", by=cast.as_stranger)


@pytest.mark.shows("S79")
@pytest.mark.parametrize(
    "offer",
    [
        ("along", "Go along with Tomos for “Go in”", "worker"),
        ("look", "Visit first, just to look", "individual"),
        ("talk", "Talk to the people there first", "worker"),
    ],
)
def test_each_offer_is_one_press_and_one_small_step_with_an_owner(own, cast, boxing, worry, offer):
    way, words, owner = offer
    ease(own, cast, worry, way=way)
    ease(own, cast, worry, way=way)  # pressed twice
    assert in_order(boxing) == ["Ring them", words, "Go in"]
    easier = worry.support.get()
    assert (easier.owner, easier.is_done) == (owner, False)
    names = {"worker": "Anwen", "individual": "Tomos"}
    assert f"{names[owner]}: {words}" in words_of(own.get(of("goal_page", cast, boxing)))


@pytest.mark.shows("S79")
def test_a_helper_goes_along_or_the_step_is_made_smaller(own, cast, boxing, worry):
    sam = actions.lend_a_hand(goal=boxing, name="Sam", by=cast.as_individual)
    actions.add_helper(individual=cast.individual, name="Dawn", by=cast.as_individual)
    assert "Dawn goes along" not in words_of(own.get(of("goal_page", cast, boxing)))
    assert "Sam goes along" in words_of(own.get(of("goal_page", cast, boxing)))
    ease(own, cast, worry, way=f"along {sam.public_id}")
    ease(own, cast, worry, way="smaller", words="Stand at the door")
    assert in_order(boxing) == ["Ring them", "Go along with Tomos for “Go in”", "Stand at the door", "Go in"]
    assert worry.support.get(helper=sam).owner == "helper"


def test_what_was_typed_comes_back_with_a_sentence_beside_it(own, cast, boxing, step, worry):
    for name, about, sent in (
        ("add_worry", {"step": step.public_id}, {"words": "x" * 201}),
        ("ease_worry", {"worry": worry.public_id}, {"way": "smaller", "words": "x" * 201}),
    ):
        answer = own.post(place(name, cast, **about), sent)
        assert answer.status_code == 422
        assert "x" * 201 in words_of(answer)
    answer = ease(own, cast, worry, way="something else")
    assert "Please press one of the buttons" in words_of(own.get(of("goal_page", cast, boxing)))
    assert worry.support.count() == 0


@pytest.mark.shows("S79")
def test_a_worry_about_a_step_without_a_goal_is_told_on_the_page_of_goals(own, cast):
    step = actions.add_step(individual=cast.individual, words="Ring the bank", by=cast.as_individual)
    answer = own.post(place("add_worry", cast, step=step.public_id), {"words": "Waiting on the line"}, follow=True)
    page = words_of(answer)
    for words in ("Waiting on the line", "What would help?", "Anwen goes along"):
        assert words in page
    empty = own.post(place("add_worry", cast, step=step.public_id), {"words": ""})
    assert empty.status_code == 422


@pytest.mark.shows("S79")
def test_whoever_was_let_in_to_see_goals_sees_no_worry_nor_the_step_that_came_with_it(supporters, cast, boxing, worry):
    actions.ease_worry(worry=worry, words="Visit first", by=cast.as_individual)
    browser, shown = supporters
    page = words_of(browser.get(shown))
    assert boxing.words in page
    for words in ("Visit first", "Everybody will stare", "What helps", "What would help", "A worry"):
        assert words not in page
    assert ease(browser, cast, worry, way="look").status_code == 404


def test_worries_take_two_looks_however_many_there_are(cast, boxing, step, worry, django_assert_num_queries):
    for count in range(4):
        more = actions.add_worry(step=step, words=f"Worry {count}", by=cast.as_worker)
        actions.ease_worry(worry=more, words=f"Small {count}", by=cast.as_worker)
    steps = list(boxing.steps.all())
    with django_assert_num_queries(2):
        told = queries.with_worries(steps)
    assert len(told[-1].worries_told) == 5
