"""What somebody sees who was let in to see the goals, and who sees what gets in the way."""

import pytest

from kith.about_me.actions import add_line
from kith.goals import actions
from kith.goals.models import Goal
from tests.page_words import words_of

from .test_pages import of, place


@pytest.fixture
def troubled(cast, boxing) -> Goal:
    """A goal that is part of a direction, with a worry and something in the way."""
    by = cast.as_individual
    outdoors = add_line(individual=cast.individual, kind="direction", words="Be outdoors", by=by)
    actions.point_to(goal=boxing, direction=outdoors, by=by)
    actions.add_step(goal=boxing, words="Look round", worry="New faces", by=by)
    actions.note_barrier(goal=boxing, words="Mornings are hard", by=by)
    return boxing


PRIVATE = ("Be outdoors", "New faces", "What gets in the way", "Mornings are hard")


@pytest.mark.shows("S43")
def test_somebody_let_in_to_see_goals_sees_goals_alone(supporters, cast, troubled, run):
    actions.add_step(individual=cast.individual, words="Ring", worry="Being put through", by=cast.as_individual)
    browser, shown = supporters
    page = words_of(browser.get(shown))
    assert "Go to kick-boxing." in page and "Run" in page and "Look round" in page
    for words in (*PRIVATE, "Being put through", "wants to go here", "Part of"):
        assert words not in page
    for address in (of("goal_page", cast, troubled), of("goal_page", cast, run), place("goals_page", cast)):
        assert browser.get(address).status_code == 404
    assert browser.post(of("note_barrier", cast, troubled), {"words": "x"}).status_code == 404


@pytest.mark.shows("S43")
def test_both_and_the_manager_see_what_gets_in_the_way_and_are_told_who_does(client, cast, troubled):
    for user, line in (
        (cast.user, "You, Anwen, whoever covers for Anwen and the team’s manager see this."),
        (cast.worker, "Tomos, you, whoever covers for you and the team’s manager see this."),
        (cast.manager, "Tomos, Anwen, whoever covers for Anwen and the team’s manager see this."),
    ):
        client.force_login(user)
        page = words_of(client.get(of("goal_page", cast, troubled)))
        for words in (*PRIVATE, "Part of"):
            assert words in page
        assert line in page[page.index("What gets in the way") : page.index("Mornings are hard")]
