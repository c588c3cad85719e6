"""What a place writes beside its answer: the worker who asked reads it first, and passes it on by one press."""

import pytest

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.introductions import actions, held, queries
from kith.introductions.plain_facts import are_plain
from tests.page_words import words_of

from .test_still_on import as_host as on_that_morning
from .test_still_on import on_the_day, planned, sweep, with_email
from .test_to_a_place import as_host, neutral, written  # noqa: F401 - `neutral` is a fixture

HURTS = "Is she one of your lot? The last one could not keep up."


@pytest.fixture
def cast(cast, settings):
    return with_email(cast, settings)


def page(cast, who: str, introduction) -> str:
    return words_of(cast.browsing(who).get(cast.at(f"introductions/{introduction.public_id}/")))


def again(cast, introduction):
    return queries.introduction(cast.individual, introduction.public_id)


def mark(cast, introduction) -> str:
    return held.mark_of(queries.host_answer(again(cast, introduction)))


def pass_on(cast, introduction, shown: str):
    path = cast.at(f"introductions/{introduction.public_id}/pass-on/")
    return cast.browsing("idris").post(path, {"shown": shown}, follow=True)


@pytest.mark.parametrize("answer", ["host yes", "host turn up", "host asks", "host not now"])
def test_the_answer_reaches_the_individual_at_once_and_the_words_beside_it_by_one_press(cast, answer):
    introduction = written(cast)
    as_host(introduction, answer, HURTS)
    theirs, ours = page(cast, "olwen", introduction), page(cast, "idris", introduction)
    assert "Dawn answered" in theirs and "your lot" not in theirs and "pass them on" not in theirs
    assert "your lot" in ours and "these words only if you pass them on" in ours
    assert "Olwen can read it now" in words_of(pass_on(cast, introduction, mark(cast, introduction)))
    assert HURTS in page(cast, "olwen", introduction)
    assert "pass them on" not in page(cast, "idris", introduction)
    assert "Idris: passed on what they wrote" in page(cast, "olwen", introduction)


def test_not_today_is_known_at_once_and_what_stands_beside_it_waits_too(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    with clock.at(on_the_day(9, 10)):
        on_that_morning(introduction, "not today", "We have had enough of newcomers")
        theirs = page(cast, "olwen", introduction)
        assert "It is not on today" in theirs and "newcomers" not in theirs
        assert "newcomers" in page(cast, "idris", introduction)
        shown = next(filter(None, map(held.mark_of, again(cast, introduction).reports.all())))
        pass_on(cast, introduction, shown)
        assert "newcomers" in page(cast, "olwen", introduction)


def test_still_on_with_words_is_seen_on_the_morning_and_passed_on(cast):
    introduction = planned(cast)
    sweep(on_the_day(9))
    with clock.at(on_the_day(9, 10)):
        on_that_morning(introduction, "still on", "Dawn is off, ask for Joe")
        assert "They say it is still on today" in page(cast, "olwen", introduction)
        assert "ask for Joe" not in page(cast, "olwen", introduction)
        assert "Pass these words on" in page(cast, "idris", introduction)


@pytest.mark.parametrize(
    ("words", "is_plain"),
    [
        ("Come to the side door at 6.45", True),
        ("6:45pm sharp, by the main entrance. Bring a towel and £2!", True),
        ("We start at half past seven on Thursday", True),
        ("Not to worry, come when you like", False),
        ("She can wait outside till the others have gone", False),
        ("Ask for Joe", False),
        ("No children", False),
        ("We are all white", False),
        ("Ring 07700 900123", False),
        ("at 6 " * 60, False),
    ],
)
def test_plain_facts_of_time_and_place_reach_them_at_once_and_nothing_else(cast, words, is_plain):
    assert are_plain(words) == is_plain
    introduction = written(cast)
    as_host(introduction, "host yes", words)
    assert (words.strip()[:30] in page(cast, "olwen", introduction)) == is_plain


def test_what_was_written_after_the_page_was_read_is_not_passed_on_unread(cast):
    introduction = written(cast)
    as_host(introduction, "host yes", "Lovely, we look forward to it")
    read = mark(cast, introduction)
    as_host(introduction, "host not now", HURTS)
    assert pass_on(cast, introduction, read).status_code == 200  # what was read is passed on, and nothing else
    assert HURTS not in page(cast, "olwen", introduction) and "look forward" in page(cast, "olwen", introduction)
    for stale in (read, "", "made up"):
        answer = pass_on(cast, introduction, stale)
        assert answer.status_code == 409 and "Please read it again" in words_of(answer)
    assert TrailEntry.objects.filter(what="words of a place passed on").count() == 1


def test_nobody_passes_on_but_whoever_heard_it(cast):
    introduction = written(cast)
    as_host(introduction, "host yes", HURTS)
    about = {"introduction": introduction, "mark": mark(cast, introduction)}
    for who in ("noor", "mair"):
        with pytest.raises(NotPermitted):
            actions.pass_on_beside(**about, by=cast.acting(who))
    with pytest.raises(Refused, match="not yours to tell"):
        actions.pass_on_beside(**about, by=cast.olwen)
    actions.pass_on_beside(**about, by=cast.acting("cai"))
    assert HURTS in page(cast, "olwen", introduction)


def test_a_bare_yes_in_words_of_theirs_is_nothing_to_look_at(cast):
    introduction = written(cast)
    as_host(introduction, "host yes", "Yes, of course. Dawn")
    assert "of course" in page(cast, "olwen", introduction)
    assert "pass them on" not in page(cast, "idris", introduction)
