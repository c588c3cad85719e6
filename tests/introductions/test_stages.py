"""The page of an introduction asks for one thing at a time, and has a way out on every one."""

from datetime import UTC, date, datetime

import pytest

from kith.access import clock
from kith.introductions import actions, queries
from kith.introductions.stages import stage_of
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed, mark, prepared

ON_THE_DAY = datetime(2026, 12, 1, 9, tzinfo=UTC)
THE_DAY_AFTER = datetime(2026, 12, 2, 9, tzinfo=UTC)


def now(cast, introduction, *, to_individual=False) -> str:
    found = queries.introduction(cast.individual, introduction.public_id)
    return stage_of(found, to_individual=to_individual)["now"]


def place_of(cast, introduction) -> str:
    return cast.at(f"introductions/{introduction.public_id}/")


def ring(cast, introduction) -> None:
    actions.note_call(introduction=introduction, words="Come along", by=cast.worker)


def test_one_thing_comes_after_the_other(cast):
    introduction = prepared(cast)
    assert now(cast, introduction) == "yes"
    introduction = agreed(cast)
    assert now(cast, introduction) == "ring"
    ring(cast, introduction)
    assert now(cast, introduction) == "day"
    actions.plan_visit(introduction=introduction, on=VISIT, by=cast.worker)
    assert now(cast, introduction) == "before"
    with clock.at(ON_THE_DAY):
        assert now(cast, introduction) == "asks"
        actions.report(introduction=introduction, kind="went", by=cast.olwen)
        assert now(cast, introduction) == "since"


def test_ringing_comes_before_going_even_on_the_day(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(ON_THE_DAY):
        assert (now(cast, introduction), now(cast, introduction, to_individual=True)) == ("ring", "asks")
    with clock.at(THE_DAY_AFTER):
        assert now(cast, introduction) == "asks"
        actions.report(introduction=introduction, kind="not this time", by=cast.olwen)
        assert now(cast, introduction) == "day"
        actions.plan_visit(introduction=introduction, on=date(2026, 12, 8), by=cast.worker)
        ring(cast, introduction)
        assert now(cast, introduction) == "before"


def test_before_the_visit_the_page_tells_the_day_and_when_we_ask(cast):
    introduction = agreed(cast, first_visit_on=VISIT, first_visit_time="6:50 at the gate")
    ring(cast, introduction)
    page = words_of(cast.browsing("idris").get(place_of(cast, introduction)))
    assert "Tuesday 1 December, 6:50 at the gate.</strong> On Wednesday we ask Olwen how it was." in page


def test_when_nobody_answered_ringing_is_still_to_be_done(cast):
    introduction = agreed(cast)
    browser = cast.browsing("idris")
    browser.post(f"{place_of(cast, introduction)}call/", {"words": "", "answer": "none"})
    assert now(cast, introduction) == "ring"
    assert "Idris: rang, and nobody answered" in words_of(browser.get(place_of(cast, introduction)))
    browser.post(f"{place_of(cast, introduction)}call/", {"words": "", "welcoming": "yes"})
    assert now(cast, introduction) == "day"


@pytest.mark.parametrize(("who", "words"), [("olwen", "I have changed my mind"), ("idris", "Olwen would rather not")])
def test_before_the_first_visit_it_can_be_stopped(cast, who, words):
    introduction = agreed(cast, first_visit_on=VISIT)
    ring(cast, introduction)
    browser, place = cast.browsing(who), place_of(cast, introduction)
    assert words in words_of(browser.get(place))
    page = words_of(browser.post(f"{place}report/", {"kind": "ended"}, follow=True))
    assert "Ended. That is fine. Nobody there is told." in page and words not in page
    introduction.share.refresh_from_db()
    assert introduction.share.revoked_at


def test_what_has_been_ends_in_fewer_words(cast):
    introduction = agreed(cast)
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    place = place_of(cast, introduction)
    page = words_of(cast.browsing("olwen").post(f"{place}report/", {"kind": "ended"}, follow=True))
    assert "Ended. That is fine." in page and "Nobody there is told" not in page


@pytest.mark.parametrize(("ringing", "told"), [("worker rings", "Now ring Dawn."), ("individual", "Olwen rings Dawn.")])
def test_after_the_yes_it_is_told_who_rings(cast, ringing, told):
    introduction = prepared(cast, gets_in_touch=ringing)
    yes = {"shown": mark(introduction)}
    page = words_of(cast.browsing("idris").post(f"{place_of(cast, introduction)}yes/", yes, follow=True))
    assert f"Olwen said yes. {told}" in page


def test_a_page_that_was_not_filled_in_opens_where_the_words_stand(cast):
    introduction = agreed(cast)
    ring(cast, introduction)
    page = words_of(cast.browsing("idris").post(f"{place_of(cast, introduction)}call/", {"words": ""}))
    assert "Please write what they said, or choose what came of it." in page
    assert '<details class="disclosure" open>' in page


def test_ringing_stays_at_hand_once_the_day_has_come(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(THE_DAY_AFTER):
        page = words_of(cast.browsing("idris").get(place_of(cast, introduction)))
    assert page.index("Did Olwen go?") < page.index("Something else happened") < page.index("What to say")
