"""What a host, and the two, are told at each turn: what happens next, whom to ring, and nothing that is not so."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.introductions import actions, letters
from tests.page_words import words_of

from .test_held import again, page
from .test_still_on import as_host as on_that_morning
from .test_still_on import on_the_day, planned, sweep, with_email
from .test_to_a_place import address, as_host, neutral, written  # noqa: F401 - `neutral` is a fixture


@pytest.fixture
def cast(cast, settings):
    return with_email(cast, settings)


def test_the_letter_asks_something_that_can_be_answered(cast):
    introduction = written(cast, says="no name", goes_along="nobody")
    body = letters.as_shown(introduction, "(a link)")
    assert "Would that be all right? You can answer with one press here:\n(a link)" in body


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("host yes", "Idris passes it on. You can change this until the first visit."),
        ("host turn up", "Idris passes it on."),
        ("host asks", "Idris reads it, and gets back to you."),
        ("host not now", "That is fine. Nothing more is asked of you."),
    ],
)
def test_after_each_answer_the_host_knows_what_happens_next(cast, answer, then):
    introduction = written(cast)
    as_host(introduction, answer)
    assert then in words_of(as_host(introduction))


def test_a_question_is_to_be_answered_by_ringing_until_they_were_rung(cast):
    introduction = written(cast)
    as_host(introduction, "host asks", "Is there a step he finds hard?")
    ours = page(cast, "idris", introduction)
    assert "They wait for an answer. Please ring them:" in ours and "01632 960412" in ours
    assert "They wait for an answer" not in page(cast, "olwen", introduction)
    actions.note_call(introduction=again(cast, introduction), words="Told them", by=cast.worker)
    assert "They wait for an answer" not in page(cast, "idris", introduction)


def test_words_that_were_made_for_a_full_place_do_not_go_along_with_another_answer(cast):
    introduction = written(cast)
    path = address(introduction).removeprefix("https://goodcompany.example")
    browser = Client(headers={"Host": "goodcompany.example"})
    browser.post(f"{path}full/", {"opens_on": "1 May 2027"})
    shown = browser.get(path).content.decode()
    assert "There is room again from 1 May 2027" in shown
    assert "There is room again" not in shown.partition("<textarea")[2].partition("</textarea>")[0]
    browser.post(path, {"answer": "host not now", "words": "We are moving house"})
    shown = browser.get(path).content.decode()
    assert "We are moving house" in shown.partition("<textarea")[2].partition("</textarea>")[0]


def test_a_number_to_ring_stands_where_ringing_is_asked_for(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    with clock.at(on_the_day(9, 10)):
        assert "Or ring: 01632 960123." in words_of(on_that_morning(introduction))
        on_that_morning(introduction, "not today", "The hall is cold")
        shown = words_of(on_that_morning(introduction))
    assert "On after all? Please ring: 01632 960123." in shown and "Idris reads your words." in shown
    assert "Is it still on?" not in shown


def test_on_the_day_itself_where_to_meet_comes_before_the_question_how_it_was(cast):
    introduction = planned(cast, meet_at="The bench by the door", look_for="a red jacket", goes_along="host")
    actions.note_call(introduction=introduction, words="Come along", by=cast.worker)
    with clock.at(on_the_day(8)):
        shown = page(cast, "olwen", introduction)
    for told in ("First visit today", "6:50pm at the gate", "The bench by the door", "going home is fine. Tell us."):
        assert told in shown
    assert shown.index("The bench by the door") < shown.index("Afterwards: did you go?")
    with clock.at(on_the_day(8) + timedelta(days=1)):
        after = page(cast, "olwen", introduction)
    assert "Did you go?" in after and "First visit today" not in after


def test_nobody_is_told_that_there_is_no_room_where_that_was_not_said(cast):
    introduction = written(cast)
    as_host(introduction, "host not now", "Not that sort here")
    theirs = page(cast, "olwen", introduction)
    assert "It does not suit them just now. That says nothing about you." in theirs and "no room" not in theirs
