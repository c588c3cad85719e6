"""“We’re stuck”: leafing through by mood, by season, what is new, or anything; one leaflet at a time."""

import re
from datetime import UTC, datetime

import pytest

from kith.about_me import actions as about_me
from kith.access import clock
from kith.directory.search.vocabulary import concepts
from kith.ideas import actions as ideas
from kith.ideas import queries
from kith.ideas.moods import moods, written
from tests.ideas.test_filters import add
from tests.page_words import words_of

NAME = re.compile(r"<h3><a [^>]+>([^<]+)</a>")


def leafed(cast, mood="", who="olwen", most=20) -> list[str]:
    """The names of one mood’s leaflets, in turn, until there are no more."""
    browser, found = cast.browsing(who), []
    for at in range(most):
        names = NAME.findall(words_of(browser.get(cast.at(f"table/stuck/?mood={mood}&at={at}"))))
        if not names:
            break
        found += names
    return found


@pytest.fixture
def town(cast):
    return {
        name: add(cast, name)
        for name in ("Silent reading hour", "Pottery for all", "Bingo night", "Woodwork bench", "Chapel anxiety clinic")
    }


def test_every_idea_that_a_mood_names_is_there():
    named = {idea for mood in written() for idea in mood.ideas}
    assert named <= set(concepts())
    assert len({mood.key for mood in written()}) == len(written())


@pytest.mark.parametrize(
    ("month", "name"), [(1, "winter"), (4, "spring"), (7, "summer"), (11, "autumn"), (12, "winter")]
)
def test_one_season_is_offered_while_it_lasts(month, name):
    with clock.at(datetime(2026, month, 15, 12, tzinfo=UTC)):
        seasons = [mood.key for mood in moods() if mood.months]
    assert seasons == [name]


@pytest.mark.parametrize(
    ("mood", "names"),
    [
        ("quiet", {"Silent reading hour"}),
        ("hands", {"Pottery for all", "Woodwork bench", "Repair café"}),
        ("silly", {"Bingo night"}),
    ],
)
def test_each_mood_has_its_own(cast, town, mood, names):
    assert set(leafed(cast, mood)) == names


@pytest.mark.shows("S32")
def test_anything_is_varied_and_stays_the_same_all_day(cast, town):
    found = leafed(cast)
    assert len(found) == len(set(found)) >= 6 and found == leafed(cast)
    assert "Chapel anxiety clinic" not in found


def test_what_is_new_comes_newest_first(cast, town):
    assert leafed(cast, "new")[:2] == ["Chapel anxiety clinic", "Woodwork bench"]


@pytest.mark.shows("S55")
@pytest.mark.parametrize("mood", ["", "hands", "new"])
def test_what_does_not_help_and_what_was_set_aside_is_not_among_them(cast, town, mood):
    about_me.add_line(individual=cast.individual, kind="does_not_help", words="pottery", by=cast.olwen)
    ideas.set_aside(individual=cast.individual, activity=town["Woodwork bench"], by=cast.olwen)
    assert not {"Pottery for all", "Woodwork bench"} & set(leafed(cast, mood))


def test_one_press_keeps_and_goes_on_to_the_next(cast, town):
    browser, page = cast.browsing("olwen"), cast.at("table/stuck/?mood=hands")
    first, second = leafed(cast, "hands")[:2]
    fields = dict(
        re.findall(r'<input type="hidden" name="(activity|next|stays)" value="([^"]*)"', words_of(browser.get(page)))
    )
    sent = {name: value.replace("&amp;", "&") for name, value in fields.items()}
    done = browser.post(cast.at("table/say/"), {**sent, "state": "kept"}, follow=True)
    assert NAME.findall(words_of(done)) == [second]
    assert [idea.activity.name for idea in queries.ideas_of(cast.individual)] == [first]
    assert "What is kept, to print or take along" in words_of(done)
    again = browser.get(page)
    assert '<span class="chip">Kept</span>' in words_of(again) and "I like this" not in words_of(again)


def test_not_for_me_takes_it_away_and_shows_the_next(cast, town):
    browser, page = cast.browsing("olwen"), cast.at("table/stuck/?mood=hands")
    first, second = leafed(cast, "hands")[:2]
    activity = next(each for each in (*town.values(), cast.repair) if each.name == first)
    said = {"activity": activity.public_id, "state": "set aside", "next": page}
    assert NAME.findall(words_of(browser.post(cast.at("table/say/"), said, follow=True))) == [second]


def test_every_leaflet_says_why_and_the_end_is_told_calmly(cast, town):
    assert '<ul class="why">' in words_of(cast.browsing("olwen").get(cast.at("table/stuck/?mood=quiet")))
    page = words_of(cast.browsing("olwen").get(cast.at("table/stuck/?mood=quiet&at=7")))
    assert "That was all of these for today" in page and "I like this" not in page


@pytest.mark.parametrize("asked", ["?mood=nothing", "?at=-1", "?at=99999999", "?at=²", "?mood=hands&at=x"])
def test_odd_addresses_are_answered(cast, asked):
    assert cast.browsing("olwen").get(cast.at(f"table/stuck/{asked}")).status_code == 200


@pytest.mark.parametrize(
    ("who", "status", "may_say"),
    [
        ("idris", 200, True),
        ("olwen", 200, True),
        ("mair", 200, False),
        ("noor", 404, False),
    ],
)
def test_who_leafs_through_and_who_may_keep(cast, who, status, may_say):
    answer = cast.browsing(who).get(cast.at("table/stuck/"))
    assert answer.status_code == status
    assert ('name="state" value="kept"' in answer.content.decode()) == may_say


def test_with_nobody_chosen_nothing_is_kept(cast):
    page = words_of(cast.browsing("idris").get("/community/table/stuck/"))
    assert "Next" in page and 'name="state"' not in page


def test_the_way_there_from_my_plan_and_from_the_table(cast):
    for page in ("", "table/"):
        assert (
            cast.at("table/stuck/")
            in cast.browsing("olwen").get(cast.at(page) if page else "/", follow=True).content.decode()
        )


@pytest.mark.parametrize("mood", ["", "hands", "new"])
def test_the_mood_is_named_and_stands_first_in_its_row(cast, town, mood):
    page = words_of(cast.browsing("olwen").get(cast.at(f"table/stuck/?mood={mood}")))
    name = next(each.name for each in moods() if each.key == mood)
    assert f"<h2>{name}</h2>" in page
    assert re.search(r'<p class="chips one-line"> <a [^>]+aria-current="true">([^<]+)', page)[1] == name
