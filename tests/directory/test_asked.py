"""What is read from somebody's own words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
