"""A plain yes or not this time is known; with any other word a person reads it."""

import pytest

from kith.messaging.reading import Answer, plain_answer

WENT = [
    *("yes", "Yes", "YES!", "y", "Yeah.", "yep", "went", "I went", "I went!", "“I went”", "  i  went \n", "yes, I did"),
    *("Ｙｅｓ", "*Yes*", "Yes…", "👍", "👍🏽", "Yes 👍", "👍👍"),
]
NOT_THIS_TIME = [
    *("no", "No.", "n", "nope", "Not this week", "not this time.", "No, not this week", "didn't go", "didn’t go"),
    *("I didn’t go", "Did not go", "👎", "No 👎🏿"),
]
OTHER = [
    *(
        "",
        " ",
        "...",
        "yes?",
        "I went?",
        "yes but",
        "yes and no",
        "no 👍",
        "👍👎",
        "I went to bed",
        "not yes",
        "yesterday",
    ),
    *(
        "stop it",
        "yes I want to stop",
        "don't stop",
        "Y\nN",
        "ok",
        "👍 thanks",
        "went home",
        "не",
        "yes" * 40,
        "no problem",
    ),
]


@pytest.mark.parametrize("words", WENT)
def test_went(words):
    assert plain_answer(words) == Answer.WENT


@pytest.mark.parametrize("words", NOT_THIS_TIME)
def test_not_this_time(words):
    assert plain_answer(words) == Answer.NOT_THIS_TIME


@pytest.mark.parametrize("words", ["stop", "STOP", "Stop.", "please stop", "Stop, please!"])
def test_stop_asking(words):
    assert plain_answer(words) == Answer.STOP


@pytest.mark.parametrize("words", ["pause", "Pause!", "Please pause"])
def test_pause(words):
    assert plain_answer(words) == Answer.PAUSE


@pytest.mark.parametrize("words", OTHER)
def test_any_other_word_is_for_a_person_to_read(words):
    assert plain_answer(words) is None
