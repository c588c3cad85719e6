"""A visit that begins before eight: its place is asked the evening before, nobody is there to ask that morning."""

from datetime import UTC, datetime

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.home.queries import today_for
from kith.introductions import actions
from kith.outbox.deliverer import deliver_due
from tests.page_words import words_of

from .test_actions import prepared
from .test_still_on import ASKED, NOT_ON, again, as_host, cast, letters, neutral, on_the_day, planned, sweep

__all__ = ["cast", "neutral"]
EARLY = "7.15am at the gate"


def evening(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 30, hour, minute, tzinfo=UTC)


def test_it_is_asked_the_evening_before_and_once(cast):
    planned(cast, EARLY)
    assert sweep(evening(16, 59)) == {}
    assert sweep(evening(17)) == {"asked": 1}
    assert sweep(evening(17, 1)) == {}
    [letter] = letters(ASKED)
    assert letter.subject == "Is it still on tomorrow?"
    assert f"{cast.harriers.name} tomorrow, 7.15am at the gate. Is it still on?" in letter.body


def test_a_visit_later_that_morning_is_not_asked_about_the_evening_before(cast):
    planned(cast, "9am")
    assert sweep(evening(18)).get("asked") is None
    assert sweep(on_the_day(8)) == {"asked": 1}


def test_the_letter_leaves_that_evening(cast, settings):
    settings.KITH_DEMO = True
    planned(cast, EARLY)
    sweep(evening(17))
    with clock.at(evening(17, 1)):
        deliver_due(clock.now())
    assert [each.state for each in letters(ASKED)] == ["in the tray"]
    assert sweep(evening(18)).get("asked") is None


@pytest.mark.parametrize("at", [evening(20), on_the_day(6, 30)])
def test_the_place_answers_on_its_page_until_it_begins(cast, at):
    introduction = planned(cast, EARLY)
    sweep(evening(17))
    with clock.at(at):
        day = "tomorrow" if at < on_the_day(0) else "today"
        page = words_of(as_host(introduction))
        assert f"would like to come {day}" in page and f"Not {day}" in page
        as_host(introduction, "not today")
        assert again(introduction).called_off_on == on_the_day(0).date()
        assert f"You said: Not {day}." in words_of(as_host(introduction))
        assert len(letters(NOT_ON)) == 1


def test_still_on_said_in_the_evening_holds_in_the_morning(cast):
    introduction = planned(cast, EARLY)
    sweep(evening(17))
    with clock.at(evening(20)):
        as_host(introduction, "still on")
    with clock.at(on_the_day(6)):
        assert "You said: Yes, still on." in words_of(as_host(introduction))


def test_a_worker_who_rings_is_told_the_day_before(cast):
    introduction, late = planned(cast, EARLY, still_on="ring"), planned(cast, "10am", still_on="ring")
    with clock.at(evening(9)):
        assert today_for(cast.users["idris"]).visits.to_ask == [introduction]
        browser = cast.browsing("idris")
        assert "Tomorrow, early, for the first time. Ring Dawn: still on?" in words_of(browser.get("/"))
        page = words_of(browser.get(cast.at(f"introductions/{introduction.public_id}/")))
        assert "Still on tomorrow?" in page
        with pytest.raises(Refused, match="asked on the day itself"):
            actions.tell_of_the_day(introduction=late, kind="still on", by=cast.worker)
        actions.tell_of_the_day(introduction=introduction, kind="still on", by=cast.worker)
        assert today_for(cast.users["idris"]).visits.to_ask == []


def test_the_agreed_words_say_when_they_are_asked(cast):
    said = prepared(cast, still_on="ring", first_visit_time=EARLY).words_to_say
    assert said.endswith("I may ring the evening before, to ask whether it is still on.")
    assert prepared(cast, still_on="ring", first_visit_time="10am").words_to_say.endswith(
        "I may ring that morning, to ask whether it is still on."
    )
