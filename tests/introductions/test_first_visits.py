"""The day of a first visit: beside the agreed words, never in them, and within reason."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.introductions import actions
from tests.page_words import words_of

from .conftest import TODAY, VISIT
from .test_actions import agreed, mark, prepared
from .test_pages import CHOICES, choosing

LATER = date(2026, 12, 8)
GATE = "6:50 at the gate"


def page_of(cast, introduction, who="idris"):
    return words_of(cast.browsing(who).get(cast.at(f"introductions/{introduction.public_id}/")))


def test_the_card_tells_the_new_day_and_the_agreed_words_stay(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    before = mark(introduction)
    actions.plan_visit(introduction=introduction, on=LATER, time=GATE, by=cast.worker)
    page = page_of(cast, introduction)
    assert "Tuesday 1 December" not in page  # it may be the day on which it is printed
    assert f"<strong>If they ask when:</strong> Tuesday 8 December, {GATE}" in page
    assert mark(introduction) == before
    assert "December" not in introduction.share.words


@pytest.mark.parametrize("who", ["idris", "olwen"])
def test_whoever_says_yes_reads_the_day_beside_the_words(cast, who):
    introduction = prepared(cast, first_visit_on=VISIT, first_visit_time=GATE)
    assert f"<strong>If they ask when:</strong> Tuesday 1 December, {GATE}" in page_of(cast, introduction, who)
    choices = words_of(choosing(cast, who, do="show", first_visit_on="2026-12-01"))
    assert "<strong>If they ask when:</strong> Tuesday 1 December" in choices


def test_a_day_that_has_been_is_not_told(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        assert "If they ask when" not in page_of(cast, introduction)


@pytest.mark.shows("S90")
def test_what_is_told_of_the_day_gives_no_service_away(cast):
    introduction = agreed(cast)
    with pytest.raises(Refused, match="“social worker”"):
        actions.plan_visit(introduction=introduction, on=VISIT, time="with the social worker", by=cast.worker)
    with pytest.raises(Refused, match="“social worker”"):
        prepared(cast, first_visit_on=VISIT, first_visit_time="with the social worker")


@pytest.mark.parametrize(
    ("day", "reason"),
    [(date(9999, 12, 31), "more than two years away"), (TODAY - timedelta(days=1), "That day has gone")],
)
def test_a_day_that_cannot_be_planned_is_refused_everywhere(cast, day, reason):
    with pytest.raises(Refused, match=reason):
        prepared(cast, first_visit_on=day)
    introduction = prepared(cast)
    with pytest.raises(Refused, match=reason):
        actions.change(introduction=introduction, first_visit_on=day, by=cast.worker)
    with pytest.raises(Refused, match=reason):
        actions.plan_visit(introduction=introduction, on=day, by=cast.worker)
    answer = choosing(cast, "idris", do="later", first_visit_on=day.isoformat())
    assert answer.status_code == 422
    assert reason in words_of(answer)


def test_the_furthest_day_is_taken_and_its_yes_lasts_until_then(cast):
    day = TODAY + timedelta(days=730)
    introduction = agreed(cast, first_visit_on=day)
    assert introduction.share.ends_at.date() > day


def test_other_choices_may_be_made_when_the_day_has_gone(cast):
    introduction = prepared(cast, first_visit_on=VISIT)
    place = cast.at(f"introductions/{introduction.public_id}/change/")
    with clock.at(datetime(2026, 12, 2, 9, tzinfo=UTC)):
        assert "That day has gone" in words_of(cast.browsing("idris").get(place))
        actions.change(introduction=introduction, says="no name", by=cast.worker)
        done = cast.browsing("idris").post(place, {**CHOICES, "first_visit_on": "", "do": "save"})
    assert done.status_code == 302


@pytest.mark.parametrize("name", ["companion", "first_visit_time"])
def test_what_is_longer_than_its_column_is_looked_at_again(cast, name):
    answer = choosing(cast, "idris", do="later", **{name: "x" * 101})
    assert answer.status_code == 422
    assert "100 fit here" in words_of(answer)


def test_a_time_of_another_day_that_is_too_long_is_looked_at_again(cast):
    place = cast.at(f"introductions/{agreed(cast).public_id}/visit/")
    answer = cast.browsing("idris").post(place, {"on": "2026-12-01", "time": "x" * 101})
    assert answer.status_code == 422
