"""From a half-formed wish to a goal: kept as it is, options beside each other, one chosen in a press."""

import pytest

from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.models import Goal, Option, Wish
from tests.page_words import words_of

from .test_pages import of, place

SORT_OF = "I sort of want more exercise"


@pytest.fixture
def wish(cast) -> Wish:
    return actions.keep_wish(individual=cast.individual, words=SORT_OF, by=cast.as_individual)


def option(wish, words, by, idea_of="") -> Option:
    return actions.add_option(wish=wish, words=words, by=by, idea_of=idea_of)


@pytest.mark.shows("S73")
def test_a_wish_is_kept_as_it_is_by_either_and_says_whose_words_it_is_in(cast, wish):
    heard = actions.keep_wish(individual=cast.individual, words=" Company ", by=cast.as_worker)
    assert actions.keep_wish(individual=cast.individual, words=SORT_OF, by=cast.as_individual) == wish
    assert [each.typed_by_individual for each in queries.wishes_of(cast.individual)] == [True, False]
    assert heard.words == "Company"
    with pytest.raises(Refused, match="Please write a few words first"):
        actions.keep_wish(individual=cast.individual, words=" ", by=cast.as_individual)
    with pytest.raises(NotPermitted):
        actions.keep_wish(individual=cast.individual, words="x", by=cast.as_stranger)


@pytest.mark.shows("S73")
def test_on_the_page_a_wish_is_one_box_and_asks_for_nothing_more(own, cast):
    answer = own.post(place("keep_wish", cast), {"words": SORT_OF}, follow=True)
    page = words_of(answer)
    for words in (SORT_OF, "In your own words", "Kept as it is. It can stay like this."):
        assert words in page
    assert SORT_OF in words_of(own.get(place("goals_page", cast)))
    assert not Goal.objects.exists()
    empty = own.post(place("keep_wish", cast), {"words": ""})
    assert empty.status_code == 422
    assert "Please write something here." in words_of(empty)


def test_a_wish_kept_elsewhere_leads_back_there(own, cast):
    assert own.post(place("keep_wish", cast), {"words": SORT_OF, "next": "/"})["Location"] == "/"


@pytest.mark.shows("S74")
def test_options_are_kept_the_chosen_ones_and_those_set_aside(cast, wish):
    gym = option(wish, "The gym", cast.as_worker)
    club, walk = (
        option(wish, "Running club", cast.as_individual),
        option(wish, "Walk to town", cast.as_individual, "both"),
    )
    actions.set_option_aside(option=gym, why="Mirrors", by=cast.as_individual)
    goal = actions.choose_option(option=club, kind="commitment", by=cast.as_individual)
    (kept,) = queries.wishes_of(cast.individual)
    told = [(each.words, each.idea_of, each.state, each.why) for each in kept.options_in_order]
    assert told == [
        ("The gym", "worker", "set_aside", "Mirrors"),
        ("Running club", "individual", "chosen", ""),
        ("Walk to town", "both", "open", ""),
    ]
    assert (goal.option.wish, goal.words, goal.asked_by) == (wish, "Running club", "individual")
    assert kept.options_in_order[1].goals_begun == [goal]
    assert queries.is_settled(kept)
    assert actions.choose_option(option=club, kind="commitment", by=cast.as_individual) == goal
    actions.open_option_again(option=gym, by=cast.as_individual)
    assert gym.is_open
    assert walk.is_open


@pytest.mark.shows("S74")
def test_a_goal_from_an_option_is_in_the_words_of_whoever_wrote_the_option(cast, wish):
    theirs, mine = option(wish, "The gym", cast.as_worker), option(wish, "Walk", cast.as_individual)
    goals = [
        actions.choose_option(option=theirs, kind="target", by=cast.as_individual),
        actions.choose_option(option=mine, kind="target", by=cast.as_worker),
    ]
    assert [(goal.typed_by_individual, goal.recorded_by) for goal in goals] == [
        (False, cast.worker),
        (True, cast.user),
    ]


def test_what_was_decided_is_not_decided_twice(cast, wish):
    gym = option(wish, "The gym", cast.as_individual)
    with pytest.raises(Refused, match="This is still open"):
        actions.open_option_again(option=gym, by=cast.as_individual)
    actions.set_option_aside(option=gym, by=cast.as_individual)
    with pytest.raises(Refused, match="set aside already"):
        actions.set_option_aside(option=gym, by=cast.as_individual)
    goal = actions.choose_option(option=gym, kind="target", by=cast.as_individual)
    actions.let_go(goal=goal, by=cast.as_individual)
    for act in (actions.set_option_aside, actions.open_option_again):
        with pytest.raises(Refused, match="This became a goal already"):
            act(option=gym, by=cast.as_individual)
    with pytest.raises(Refused, match="This became a goal already"):
        actions.choose_option(option=gym, kind="target", by=cast.as_individual)


@pytest.mark.shows("S74")
def test_on_the_page_one_press_makes_a_goal_that_says_where_it_came_from(own, cast, wish):
    for words in ("The gym", "Walk to town"):
        own.post(place("add_option", cast, wish=wish.public_id), {"words": words, "idea_of": "worker"})
    gym, walk = Option.objects.all()
    own.post(place("set_option_aside", cast, option=gym.public_id), {"why": "Mirrors"})
    answer = own.post(place("choose_option", cast, option=walk.public_id), {"kind": "commitment"}, follow=True)
    page = words_of(answer)
    assert "Came from a wish:" in page
    assert SORT_OF in page
    page = words_of(own.get(place("wish_page", cast, wish=wish.public_id)))
    for words in ("Set aside", "Mirrors", "Chosen", "Idea of Anwen", "became"):
        assert words in page
    assert "Wishes that led somewhere" in words_of(own.get(place("goals_page", cast)))


@pytest.mark.shows("S74")
def test_when_three_are_going_on_one_is_paused_in_place(own, cast, wish, boxing, run):
    third = actions.set_goal(individual=cast.individual, kind="target", words="Third", by=cast.as_individual)
    walk = option(wish, "Walk to town", cast.as_individual)
    here = place("choose_option", cast, option=walk.public_id)
    answer = own.post(here, {"kind": "commitment"})
    assert answer.status_code == 422
    assert "Pause one to make room." in words_of(answer)
    own.post(here, {"kind": "commitment", "pause": third.public_id})
    third.refresh_from_db()
    assert third.is_paused
    assert walk.goals.get().is_in_play


def test_a_paused_goal_starts_again_in_the_place_of_another(own, cast, boxing, run):
    actions.pause(goal=boxing, by=cast.as_individual)
    for words in ("Second", "Third"):
        actions.set_goal(individual=cast.individual, kind="target", words=words, by=cast.as_individual)
    assert "Pause one to make room." in words_of(own.get(of("goal_page", cast, boxing)))
    own.post(of("start_again", cast, boxing), {"pause": run.public_id})
    boxing.refresh_from_db()
    run.refresh_from_db()
    assert boxing.is_in_play
    assert run.is_paused


def test_a_wish_is_put_away_and_brought_back(own, cast, wish):
    for is_away in (True, False):
        own.post(place("put_wish_away", cast, wish=wish.public_id))
        wish.refresh_from_db()
        assert (wish.put_away_on is not None) is is_away
        assert (wish in queries.wishes_put_away(cast.individual)) is is_away


def test_an_option_without_words_comes_back_and_keeps_the_choice(own, cast, wish):
    answer = own.post(place("add_option", cast, wish=wish.public_id), {"words": "", "idea_of": "both"})
    assert answer.status_code == 422
    assert 'value="both" checked' in words_of(answer) or "checked" in words_of(answer)
    long = own.post(place("add_option", cast, wish=wish.public_id), {"words": "x" * 201, "idea_of": "both"})
    assert "x" * 201 in words_of(long)


def test_somebody_let_in_to_see_goals_sees_no_wishes(supporters, cast, wish):
    walk = option(wish, "Walk to town", cast.as_individual)
    goal = actions.choose_option(option=walk, kind="target", by=cast.as_individual)
    browser, shown = supporters
    page = words_of(browser.get(shown))
    assert goal.words in page and SORT_OF not in page
    assert browser.get(place("wish_page", cast, wish=wish.public_id)).status_code == 404


def test_wishes_take_three_looks_however_many_there_are(cast, wish, django_assert_num_queries):
    for count in range(5):
        more = actions.keep_wish(individual=cast.individual, words=f"Wish {count}", by=cast.as_individual)
        option(more, "One way", cast.as_individual)
    with django_assert_num_queries(3):
        assert len([each.options_in_order for each in queries.wishes_of(cast.individual)]) == 6
