"""A place that was full has room again: whoever waits for it is told to their worker."""

from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.home.queries import today_for
from kith.ideas import actions as ideas
from kith.introductions import actions as introductions
from kith.local_knowledge import actions
from tests.introductions.conftest import TODAY, cast, gathered, monday_morning, no_second_factor
from tests.introductions.test_actions import prepared
from tests.page_words import words_of

__all__ = ["cast", "gathered", "monday_morning", "no_second_factor"]
OPENS = TODAY + timedelta(days=30)


def told(cast, on: date) -> list[str]:
    with clock.at(clock.now() + (on - TODAY)):
        return [each.activity.name for each in today_for(cast.users["idris"]).room_again]


@pytest.fixture
def full(cast):
    actions.say_full(activity=cast.harriers, told_by="team", opens_on=OPENS, by=cast.worker)
    return cast.harriers


def test_an_idea_that_is_kept_waits_and_is_told_from_the_day_for_two_weeks(cast, full):
    ideas.keep(individual=cast.individual, activity=full, reasons=[], by=cast.olwen)
    days = [OPENS + timedelta(days=after) for after in (-1, 0, 13, 14)]
    assert [told(cast, day) for day in days] == [[], [full.name], [full.name], []]
    with clock.at(clock.now() + timedelta(days=30)):
        assert f"There is room again: {full.name}." in words_of(cast.browsing("idris").get("/"))


def test_an_introduction_waits_until_it_ends(cast, full):
    introduction = prepared(cast)
    assert told(cast, OPENS) == [full.name]
    introductions.end(introduction=introduction, by=cast.worker)
    assert told(cast, OPENS) == []


def test_one_press_tells_it_as_well_and_full_again_does_not(cast, full):
    prepared(cast)
    actions.say_room(activity=full, by=cast.worker)
    assert told(cast, TODAY) == [full.name]
    actions.say_full(activity=full, told_by="team", by=cast.worker)
    assert told(cast, TODAY) == []


def test_nobody_is_told_who_does_not_wait(cast, full):
    ideas.keep(individual=cast.individual, activity=full, reasons=[], by=cast.olwen)
    ideas.set_aside(individual=cast.individual, activity=full, by=cast.olwen)
    assert told(cast, OPENS) == []
