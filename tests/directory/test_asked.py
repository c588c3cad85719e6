"""What is read from somebody's own words."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.access import clock
from kith.directory.search.asked import understand
from kith.directory.search.vocabulary import concepts
from kith.directory.search.words import stem


@pytest.mark.parametrize(
    ("text", "days", "part", "free", "pence"),
    [
        ("something on Tuesdays evening", {1}, "evening", False, None),
        ("at the weekend", {5, 6}, "", False, None),
        ("free, on a Saturday morning", {5}, "morning", True, None),
        ("I have no money", set(), "", True, None),
        ("under £5", set(), "", False, 500),
        ("learn to cook cheaply", set(), "", False, 500),
        ("in my free time", set(), "", False, None),
        ("gluten free baking", set(), "", False, None),
        ("I'm free on Mondays", {0}, "", False, None),
        ("for a fiver", set(), "", False, 500),
        ("no more than 3 pounds", set(), "", False, 300),
    ],
)
def test_facts(text, days, part, free, pence):
    asked = understand(text)
    assert (asked.days, asked.part, asked.free, asked.at_most_pence) == (days, part, free, pence)


@pytest.mark.parametrize(
    ("text", "refused", "not_refused"),
    [
        ("not sport", ("football",), ("knit",)),
        ("nothing to do with church", ("chapel",), ("choir",)),
        ("keep fit but not a gym", ("gym",), ("pilat",)),
        ("I don't like dancing or bingo", ("bingo",), ("walk",)),
        ("not too far", (), ("far",)),
        ("I'm not sure", (), ("sure",)),
        ("on my own, no friends", (), ("friend",)),
    ],
)
def test_refusals(text, refused, not_refused):
    terms = {part for term in understand(text).refused for part in term}
    assert set(refused) <= terms
    assert not set(not_refused) & terms


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("play music with others", "making music"),
        ("play some music", "making music"),
        ("get out of the house", "get out of the house"),
        ("meet some new people", "meet people"),
        ("I want to use my hands", "use my hands"),
        ("lonely since my wife died", "bereaved"),
        ("somewhere warm", "warm space"),
        ("knit and natter", "knit and natter"),
    ],
)
def test_everyday_phrases(text, concept):
    assert concept in [heard.concept.name for heard in understand(text).heard]


def test_the_vocabulary_is_whole():
    for concept in concepts().values():
        assert concept.means
        assert concept.broader == "" or concept.broader in concepts()
    assert sum(len(concept.says) for concept in concepts().values()) > 120


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("knitting knit knits", "knit"),
        ("choirs choir", "choir"),
        ("walking walks walkers", "walk"),
        ("churches church", "church"),
    ],
)
def test_stems(words, same):
    assert {stem(word) for word in words.split()} == {same}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_never_raises(text):
    understand(text)


@pytest.mark.parametrize(
    ("text", "days", "part", "free"),
    [
        ("free tonight", {0}, "evening", True),
        ("something today", {0}, "", False),
        ("tomorrow morning", {1}, "morning", False),
        ("a walk this afternoon", {0}, "afternoon", False),
    ],
)
def test_today_and_tomorrow_are_their_weekdays(text, days, part, free):
    with clock.at(datetime(2026, 11, 23, 9, tzinfo=UTC)):  # a Monday
        asked = understand(text)
    assert (asked.days, asked.part, asked.free) == (days, part, free)


@pytest.mark.parametrize("text", ["my mum died", "My dad is dead", "since my wife’s funeral", "I lost my son", "widow"])
def test_whoever_grieves_is_heard_as_grieving(text):
    asked = understand(text)
    assert [heard.concept.name for heard in asked.heard] == ["bereaved"]
    assert not {"mum", "dad", "son", "die", "wif"} & {stem for _, stem in asked.words}


def test_a_loss_hushes_only_lighter_meanings():
    assert {heard.concept.name for heard in understand("lonely since mum died").heard} == {"bereaved", "lonely"}


def test_a_joined_word_is_one_word_and_its_little_parts_say_nothing():
    assert dict(understand("kick-boxing").words) == {"kickboxing": "kickboxing", "boxing": "boxing"}
    assert stem("boxing") != stem("box")
