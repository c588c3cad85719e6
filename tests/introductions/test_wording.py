"""The exact words: each choice, each combination, and that none gives a service away."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from kith.introductions import wording
from kith.introductions.wording import Choices

SAYS = (wording.NO_NAME, wording.FIRST_NAME, wording.AND_NUMBER)
RINGS = (wording.WORKER_RINGS, wording.INDIVIDUAL, wording.TOGETHER)
COMES = (wording.NOBODY, wording.HOST, wording.WORKER, wording.FRIEND, wording.ALSO)
EVERY = list(product(SAYS, RINGS, COMES))
MADE = (wording.words_to_say, wording.true_answer, wording.question_asked)
PRONOUNS = {"he", "him", "his", "she", "her", "hers", "they", "them", "their"}
BASE = Choices(
    says=wording.FIRST_NAME,
    gets_in_touch=wording.WORKER_RINGS,
    goes_along=wording.NOBODY,
    individual="Olwen Hart",
    activity="Calder Valley Harriers",
    worker="Idris Vale",
    host="Dawn",
    number="07700 900123",
)


def chosen(says, rings, comes, **other) -> Choices:
    return replace(BASE, says=says, gets_in_touch=rings, goes_along=comes, **other)


def words_in(text: str) -> set[str]:
    return {word.strip(".,?’“”").lower() for word in text.split()}


def test_the_words_exactly_when_the_worker_rings():
    assert wording.words_to_say(chosen(wording.FIRST_NAME, wording.WORKER_RINGS, wording.HOST)) == (
        "Hello Dawn. It’s Idris. Olwen would like to try Calder Valley Harriers. "
        "Could you look out for Olwen and say hello?"
    )


def test_the_words_exactly_without_a_name():
    assert wording.words_to_say(chosen(wording.NO_NAME, wording.WORKER_RINGS, wording.NOBODY)) == (
        "Hello Dawn. It’s Idris. Somebody I know would like to try Calder Valley Harriers. "
        "It would be one person, coming alone."
    )


def test_the_words_exactly_together_with_a_number():
    words = wording.words_to_say(chosen(wording.AND_NUMBER, wording.TOGETHER, wording.FRIEND))
    assert words == (
        "Hello Dawn. It’s Idris. Olwen is here with me, and we are ringing together. "
        "Olwen would like to try Calder Valley Harriers. A friend would come along too, the first time. "
        "Olwen is glad to be rung on 07700 900123."
    )


def test_the_words_exactly_for_the_individual():
    words = wording.words_to_say(chosen(wording.FIRST_NAME, wording.INDIVIDUAL, wording.HOST, host=""))
    assert words == (
        "Hello. My name is Olwen. I would like to try Calder Valley Harriers. "
        "Could somebody look out for me and say hello?"
    )


@pytest.mark.parametrize(
    ("on", "time", "words"),
    [
        (date(2026, 12, 1), " 6:50 at the gate. ", "Tuesday 1 December, 6:50 at the gate"),
        (date(2026, 12, 1), "", "Tuesday 1 December"),
        (date(2027, 12, 1), "", "Wednesday 1 December 2027"),
        (None, "6:50 at the gate", ""),
    ],
)
def test_the_day_stands_beside_the_words(on, time, words):
    assert wording.when_words(on, time) == words


@pytest.mark.shows("S90", "Q-10")
@pytest.mark.parametrize(("says", "rings", "comes"), EVERY)
def test_no_combination_gives_a_service_away(says, rings, comes):
    for host in ("Dawn", ""):
        choices = chosen(says, rings, comes, host=host)
        everything = " ".join(made(choices) for made in MADE)
        assert wording.service_words(everything) == []
        assert "Hart" not in everything and "Vale" not in everything


@pytest.mark.parametrize(("says", "rings", "comes"), EVERY)
def test_nobody_is_guessed_to_be_a_he_or_a_she(says, rings, comes):
    choices = chosen(says, rings, comes)
    assert not words_in(f"{wording.words_to_say(choices)} {wording.true_answer(choices)}") & PRONOUNS


@pytest.mark.parametrize(("says", "rings", "comes"), EVERY)
def test_only_what_was_chosen_is_said(says, rings, comes):
    choices = chosen(says, rings, comes)
    words = f"{wording.words_to_say(choices)} {wording.true_answer(choices)}"
    assert ("Olwen" in words) == (says != wording.NO_NAME)
    assert ("07700" in words) == (says == wording.AND_NUMBER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She has had depression", ["depression"]),
        ("I am her social worker", ["social worker"]),
        ("The council pays", ["council"]),
        ("from the NHS", ["nhs"]),
        ("our mental-health team", ["mental", "health", "team"]),
        ("He will take care", ["care"]),
        ("after-care", ["care"]),
        ("careful, a scarecrow, an illustration", []),
        ("Hello, we meet now and then.", []),
    ],
)
def test_service_words_are_found_as_whole_words(text, found):
    assert wording.service_words(text) == found


def test_a_name_of_the_place_is_let_through():
    text = "I would like to try Carers’ Choir at the Health Hub."
    assert wording.service_words(text) != []
    assert wording.service_words(text, apart_from=["Carers’ Choir", "Health Hub"]) == []


def test_the_mark_changes_with_either_text():
    marks = {wording.digest("a", "b"), wording.digest("a", "c"), wording.digest("b", "b")}
    assert len(marks) == 3


def test_an_answer_of_ours_is_told_from_an_edited_one():
    ours = wording.true_answer(replace(BASE, says=wording.NO_NAME))
    assert wording.is_made_by_choices(ours, BASE)
    assert not wording.is_made_by_choices("We sing in the same choir.", BASE)
