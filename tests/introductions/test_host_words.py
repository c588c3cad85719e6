"""What a place’s own few words say by themselves, and how much never does."""

import pytest

from kith.introductions.host_words import plain_answer


def said(words: str) -> str:
    return plain_answer(words, worker="Idris Vale", host="Dawn Sykes")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Yes", "host yes"),
        ("yes, fine!", "host yes"),
        ("Hi Idris,\n\nYes that’s fine.\n\nThanks,\nDawn", "host yes"),
        ("Of course. Best wishes, Dawn", "host yes"),
        ("Just turn up", "host turn up"),
        ("Yes – just come along. Cheers", "host turn up"),
        ("Sorry, we’re full", "host not now"),
        ("No, sorry.\n\nDawn", "host not now"),
        ("Not this time, thanks", "host not now"),
    ],
)
def test_a_bare_answer_is_taken_at_its_word(words, kind):
    assert said(words) == kind


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Yes?",
        "Yes, but only from May",
        "Yes if somebody comes along too",
        "No problem",
        "No worries, send them along",
        "Fine",
        "Ok",
        "Thanks",
        "Dawn",
        "Hi Idris",
        "Not sure, yes maybe",
        "Sorry we are full until May",
        "Yes. Which day?",
        "Who is this",
        "Yes " * 40,
        "Please stop writing to us",
        "I am out of the office",
    ],
)
def test_anything_more_waits_for_somebody_who_reads_it(words):
    assert said(words) == ""
