"""Reasons that are kind, true, and not silly."""

from datetime import UTC, datetime, time

import pytest

from kith.access import clock
from kith.directory.actions import add_activity
from kith.directory.queries import find
from kith.directory.reading.entry import Slot

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(worker):
    with clock.at(datetime(2026, 11, 23, 9, tzinfo=UTC)):  # a Monday
        made = (
            {"name": "Grief and cake", "is_free": True, "times": (Slot(6, time(14)),)},
            {"name": "Polish mums and tots", "is_free": True, "times": (Slot(1, time(10)),)},
            {"name": "Beginners' kick-boxing", "times": (Slot(0, time(18)),)},
            {"name": "Planting day", "long_text": "Take home a window box."},
            {"name": "Stitching", "long_text": "A quiet room.", "is_free": True, "times": (Slot(0, time(19)),)},
            {"name": "Mindfulness"},
            {"name": "Warm hub", "long_text": "Soup and games."},
            {"name": "Walking football"},
        )
        for each in made:
            add_activity(by=worker, **each)
        yield


def told(words: str) -> dict[str, list[str]]:
    return {
        one.name: [reason.words for reason in one.why if reason.kind in ("words", "meaning")] for one in find(words)
    }


def test_a_loss_finds_company_in_loss_alone(town):
    assert told("my mum died") == {"Grief and cake": ["For people who have lost someone"]}


@pytest.mark.parametrize("words", ["kick-boxing", "kickboxing", "kick boxing"])
def test_kick_boxing_is_no_window_box(town, words):
    assert list(told(words)) == ["Beginners' kick-boxing"]


def test_tonight_is_this_evening(town):
    assert list(told("free tonight")) == ["Stitching", "Beginners' kick-boxing"]  # known to be free, and perhaps


def test_what_it_should_not_be_is_a_reason_when_there_is_no_other(town):
    found = told("not football")
    assert "Walking football" not in found
    assert found["Stitching"] == ["Its text says nothing of “football”"]


def test_how_it_should_be_is_no_riddle(town):
    found = told("somewhere quiet")
    assert found["Stitching"] == ["Its text says “quiet”"]
    assert found["Mindfulness"] == ["You asked for quiet"]


def test_what_is_done_in_passing_is_said_plainly(town):
    assert told("chess")["Warm hub"] == ["They also do games"]
