"""The nights on which the clocks change are explained in words; an hour that comes twice is asked about."""

from datetime import UTC, date, datetime, time

import pytest

from kith.access import clock
from kith.access import clock_changes as clocks
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.when import in_window, months_after, on_day
from kith.conversations.wording import when_in_words
from tests.conversations.pages import address, page_as_sent, signed_in

FORWARD, BACK, HALF_PAST_ONE = date(2027, 3, 28), date(2027, 10, 31), time(1, 30)


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def test_an_hour_is_skipped_in_spring_and_comes_twice_in_autumn():
    assert clocks.does_not_happen(FORWARD, HALF_PAST_ONE)
    assert not clocks.does_not_happen(FORWARD, time(2, 0))
    assert not clocks.does_not_happen(BACK, HALF_PAST_ONE)
    assert clocks.comes_twice(BACK, HALF_PAST_ONE)
    assert not clocks.comes_twice(BACK, time(2, 0))
    assert not clocks.comes_twice(FORWARD, HALF_PAST_ONE)


@pytest.mark.parametrize("page", ["plan", "write_up"])
@pytest.mark.fault("F-09")
def test_a_time_that_does_not_happen_is_explained_and_nothing_typed_is_lost(cast, page):
    client = signed_in(cast.worker)
    typed = {"next_when": "day", "next_day": "28 March 2027", "next_time": "1:30am", "next_place": "Café"}
    sent = page_as_sent(client, cast) | {"held_on": "2026-08-18"} if page == "write_up" else {}
    response = client.post(address(cast, page), sent | typed)
    assert response.status_code == 422
    assert "The clocks go forward that night, and 1:30am does not happen." in response.content.decode()
    assert response.context["form"]["next_place"].value() == "Café"
    assert queries.next_meeting(cast.individual) is None


@pytest.mark.fault("F-09")
def test_a_time_that_comes_twice_is_asked_about(cast):
    client = signed_in(cast.worker)
    typed = {"next_when": "day", "next_day": "31 October 2027", "next_time": "1:30am"}
    asked = client.post(address(cast, "plan"), typed)
    assert asked.status_code == 422
    assert "comes twice. Which one is it?" in asked.content.decode()
    assert "The second, an hour later" in asked.content.decode()
    client.post(address(cast, "plan"), typed | {"next_which": "second"})
    planned = queries.next_meeting(cast.individual)
    assert (planned.at_time, planned.is_second) == (HALF_PAST_ONE, True)
    assert when_in_words(planned) == "Sunday 31 October 2027, 1:30am, the second time round"


def test_which_of_the_two_is_asked_only_then(cast):
    page = signed_in(cast.worker).get(address(cast, "plan")).content.decode()
    assert "Which of the two?" not in page


def test_the_action_holds_to_it_too(cast):
    with pytest.raises(Refused, match="does not happen"):
        actions.plan_next(individual=cast.individual, when=on_day(FORWARD, HALF_PAST_ONE), by=cast.as_worker)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
    ],
)
@pytest.mark.fault("F-10")
def test_months_end_where_they_end(day, months, expected):
    assert months_after(day, months) == expected


@pytest.mark.shows("S16")
def test_the_usual_window_of_the_team_is_offered_first_and_a_season_is_enough(cast):
    form = signed_in(cast.worker).get(address(cast, "plan")).context["form"]
    offered = [words for _, words in form.fields["next_when"].choices]
    assert offered[:3] == ["Not settled yet", "In about 3 months, as usual", "On a day"]
    assert len(offered) == len(set(offered)) == 10
    with clock.at(datetime(2026, 11, 23, 9, 0, tzinfo=UTC)):
        actions.plan_next(individual=cast.individual, when=in_window("3", clock.today()), by=cast.as_worker)
    assert when_in_words(queries.next_meeting(cast.individual)) == "In about 3 months"
