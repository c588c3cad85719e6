"""What a line on what does not help keeps away, and what it never does."""

from datetime import time

import pytest

from kith.directory.actions import add_activity, correct
from kith.directory.queries import Wishes, find, look, named_in, surprise
from kith.directory.reading.entry import PlaceDetails, Slot

pytestmark = pytest.mark.django_db
LOUNGE = "Whole days in the lounge at Bridge House."


@pytest.fixture
def town(worker):
    place = PlaceDetails("Bridge House Resource Centre", "Bridge Lane", "", 53.72, -1.94)
    made = (
        {"name": "Bridge House drop-in", "organisation": "Calder Care", "place": place},
        {"name": "Peer group and games", "organisation": "Friends of Bridge House"},
        {"name": "Chess for all comers", "categories": ["games", "chess"]},
        {"name": "Bridge from the beginning", "categories": ["games", "cards"]},
        {"name": "Sunday quiz", "categories": ["games", "quiz"]},
        {"name": "Coffee morning", "long_text": "A social group for company."},
        {"name": "Chapel lunch club", "categories": ["faith"]},
        {"name": "Women's Wednesday", "categories": ["talk"]},
        {"name": "Friday disco", "categories": ["dance", "learning disability"]},
    )
    slot = Slot(2, time(10))
    return {each["name"]: add_activity(by=worker, times=(slot,), **each) for each in made}


def names(found) -> set[str]:
    return {each.name for each in found}


def kept_away(words: str, *lines: str) -> set[str]:
    return names(look(words, Wishes(), lines).kept_away)


def test_a_place_is_kept_away_and_a_word_of_its_name_is_no_card_game(town):
    looked = look("games or a drop-in", Wishes(), [LOUNGE])
    assert {"Chess for all comers", "Bridge from the beginning", "Sunday quiz"} <= names(looked.found)
    assert names(looked.kept_away) == {"Bridge House drop-in", "Peer group and games"}


@pytest.mark.parametrize("line", ["the bridge house drop-in", "I hated Bridge House", "Bridge House, all day"])
def test_a_name_is_known_however_it_is_written(town, line):
    assert "Bridge House drop-in" in kept_away("drop-in", line)


@pytest.mark.parametrize(
    "line",
    [
        "Being on my own all day",
        "No company",
        "Having nobody to talk to",
        "Too many people in the morning",
        "Being told to get out more",
        "The cards my sister sends",
    ],
)
def test_what_is_hard_is_not_taken_for_a_sort_of_thing(town, line):
    everything = "coffee, games, quiz, chess, company or lunch"
    assert kept_away(everything, line) == set()
    assert names(find(everything, avoid=(line,))) == names(find(everything))


@pytest.mark.parametrize("line", ["Church", "I can’t stand church", "Early starts, church, and loud rooms"])
def test_a_clear_word_keeps_its_whole_sort_away(town, line):
    assert kept_away("lunch", line) == {"Chapel lunch club"}


def test_one_game_is_not_every_game(town):
    assert kept_away("games", "Bridge") == {"Bridge from the beginning"}


def test_a_surprise_keeps_away_too(town):
    names_met = {each.name for seed in range(5) for each in surprise(seed, limit=9, avoid=("Chess", LOUNGE))}
    assert "Coffee morning" in names_met
    assert not names_met & {"Chess for all comers", "Bridge House drop-in"}


def test_groups_for_some_people_wait_until_they_are_named(town, worker):
    correct(activity=town["Friday disco"], field="audience", value="specialist", by=worker)
    for_some = {"Women's Wednesday", "Friday disco"}
    open_to_all = names(surprise("a", limit=20, sorts=frozenset()))
    assert not open_to_all & for_some
    assert not names(look("dance and talk", Wishes(sorts=frozenset())).found) & for_some
    assert for_some <= names(find("dance, talk, women"))
    theirs = named_in(["Company of other women", "I have a learning disability"])
    assert for_some <= names(surprise("a", limit=20, sorts=theirs))


def test_looks_are_constant_with_lines_to_avoid(town, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        look("games on wednesday evenings", Wishes(near=(53.7, -1.9)), [LOUNGE, "Church"])
