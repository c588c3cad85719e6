"""A listing is filled in bit by bit, and nothing typed is lost."""

from datetime import date, time

import pytest

from kith.directory import queries as directory
from kith.directory.models import Activity
from kith.ideas import actions as ideas


@pytest.fixture
def chess(cast):
    """Known by its name alone."""
    return ideas.add_by_name(name="Calder Chess", by=cast.worker)


def fill(cast, activity, who="idris", **typed):
    known = {"name": activity.name, "frequency": "weekly"}
    return cast.browsing(who).post(f"/community/{activity.public_id}/fill-in/", known | typed)


@pytest.mark.shows("S28", "S31")
def test_what_is_known_is_put_in_bit_by_bit(cast, chess):
    fill(cast, chess, place_name="The Crown", getting_there="Bus 4", weekday="1", starts="7pm", cost="£3", taster="yes")
    made = directory.activity(chess.public_id)
    assert (made.place.name, made.getting_there, made.price_pence, made.taster) == ("The Crown", "Bus 4", 300, True)
    assert [(slot.weekday, slot.starts) for slot in made.times.all()] == [(1, time(19))]
    again = {
        "place_name": "The Crown",
        "getting_there": "Bus 4",
        "cost": "Free",
        "kept_times": ["0"],
        "phone": "01632 960111",
    }
    fill(cast, made, **again)
    made = directory.activity(chess.public_id)
    assert (made.is_free, made.price_pence, made.phone, made.taster) == (True, None, "01632 960111", True)
    assert len(made.times.all()) == 1


def test_a_time_that_has_ended_is_taken_off_and_a_one_off_has_its_day(cast, chess):
    fill(cast, chess, weekday="1", starts="7pm")
    fill(cast, directory.activity(chess.public_id), on_date="2026-12-05")
    made = directory.activity(chess.public_id)
    assert (made.on_date, list(made.times.all())) == (date(2026, 12, 5), [])


def test_a_new_name_for_the_place_keeps_where_it_is(cast):
    point = cast.choir.place.point
    fill(cast, cast.choir, summary=cast.choir.summary, cost="Free", place_name="The old mill hall", kept_times=["0"])
    made = directory.activity(cast.choir.public_id)
    assert (made.place.name, made.place.point) == ("The old mill hall", point)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": ""}, "Please give it a name."),
        ({"postcode": "somewhere"}, "We could not read that as a postcode."),
        ({"url": "their page"}, "We could not read that as a page."),
        ({"starts": "7pm"}, "Please say on which day that is."),
        ({"phone": "not a phone"}, "We could not read that as a telephone number."),
        ({"email": "chess"}, "This does not look like a whole email address."),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_in_its_box(cast, chess, typed, told):
    answer = fill(cast, chess, **({"summary": "Chess for all"} | typed))
    page = answer.content.decode()
    assert answer.status_code == 422 and told in page and "Chess for all" in page
    assert directory.activity(chess.public_id).summary == ""


@pytest.mark.parametrize(("who", "status"), [("idris", 302), ("mair", 302), ("olwen", 404), ("noor", 404)])
def test_who_fills_in(cast, chess, who, status):
    assert fill(cast, chess, who=who, summary="Chess").status_code == status


def test_the_page_shows_what_is_known_now(cast):
    page = cast.browsing("idris").get(f"/community/{cast.harriers.public_id}/fill-in/").content.decode()
    for known in ("Thursdays 6:30pm", 'value="The park gate"', 'value="£2"', 'value="Dawn"', 'value="01632 960412"'):
        assert known in page, known


@pytest.mark.shows("S28")
def test_when_it_is_not_on_is_said_once_for_all_of_its_times(cast, chess):
    fill(cast, chess, weekday="1", starts="7pm")
    again = {"kept_times": ["0"], "weekday": "3", "starts": "2pm"}
    limits = {"valid_from": "2027-01-04", "valid_until": "2027-03-25", "not_on": "16 February 2027, 18 Feb 2027"}
    fill(cast, chess, **again, **limits, term_times_only="yes")
    made = directory.activity(chess.public_id)
    for slot in made.times.all():
        assert (slot.valid_from, slot.valid_until) == (date(2027, 1, 4), date(2027, 3, 25))
        assert (slot.not_on, slot.term_times_only) == (["2027-02-16", "2027-02-18"], True)
    page = cast.browsing("idris").get(f"/community/{chess.public_id}/").content.decode()
    assert "in term time" in page and "until 25 March 2027" in page
    fill(cast, made, kept_times=["0", "1"], **limits | {"not_on": ""}, term_times_only="yes")
    assert [slot.not_on for slot in directory.activity(chess.public_id).times.all()] == [[], []]


def test_which_one_in_the_month_is_said(cast, chess):
    fill(cast, chess, weekday="4", frequency="monthly", week="-1")
    [slot] = directory.activity(chess.public_id).times.all()
    assert (slot.frequency, slot.week_of_month) == ("monthly", -1)
    assert "last Friday" in cast.browsing("idris").get(f"/community/{chess.public_id}/").content.decode()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"not_on": "24 December, Pancake Day"}, "We could not read “Pancake Day” as a day."),
        ({"not_on": ", ".join(f"{day} May 2027" for day in range(1, 32)) + ", " + "1 June 2027, " * 12}, "fit here"),
        ({"valid_from": "2027-03-01", "valid_until": "2027-02-01"}, "This is before the first day."),
    ],
)
def test_days_that_cannot_be_read_or_are_turned_round_come_back_as_they_were(cast, chess, typed, told):
    answer = fill(cast, chess, weekday="1", **typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page and '<details class="disclosure" open>' in page
    assert not directory.activity(chess.public_id).times.all()


def test_a_number_with_words_beside_it_is_kept_and_an_odd_one_is_left_as_it_was(cast, chess):
    assert fill(cast, chess, phone="01632 960123, ask for Bet").status_code == 302
    assert directory.activity(chess.public_id).phone == "01632 960123, ask for Bet"
    Activity.objects.filter(pk=chess.pk).update(phone="at the bar")
    assert fill(cast, chess, phone="at the bar", summary="Chess").status_code == 302
