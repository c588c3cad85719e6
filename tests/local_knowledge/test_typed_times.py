"""Days and hours as somebody types them: weekly or once, with their hours told everywhere, and slips asked about."""

from datetime import date, time
from types import SimpleNamespace

import pytest

from kith.access.refusal import Refused
from kith.directory import actions
from kith.directory import queries as directory
from kith.directory.reading.entry import Slot
from kith.interop.queries.single import events_of_activity
from kith.local_knowledge import listings
from kith.local_knowledge.typed_times import kept_words
from tests.page_words import words_of

from .test_filling import chess, fill

__all__ = ["chess"]
SATURDAY = date(2026, 12, 5)
EVENING = Slot(1, time(19), time(21))


def said(*slots, on_date=None, most=2) -> str:
    """What the line under a name says of these times."""
    return listings.when_words(SimpleNamespace(on_date=on_date, times=SimpleNamespace(all=lambda: slots)), most)


@pytest.mark.parametrize(
    ("words", "slots", "day"),
    [
        ("Tuesdays 7pm to 9pm", [EVENING], None),
        ("Tuesdays 7pm", [Slot(1, time(19))], None),
        ("every other Tuesday 7pm to 9pm", [Slot(1, time(19), time(21), "fortnightly")], None),
        ("last Friday 10:30am to 12pm", [Slot(4, time(10, 30), time(12), "monthly", -1)], None),
        ("Saturday 5 December 2026, 2pm to 4:30pm", [Slot(None, time(14), time(16, 30))], SATURDAY),
        ("Saturday 5 December 2026, 2pm", [Slot(5, time(14))], SATURDAY),
        ("Saturday 5 December 2026", [EVENING], SATURDAY),  # a time of Tuesdays is not of that day
        ("Saturday 5 December 2026", [], SATURDAY),
    ],
)
def test_when_it_is_on_is_told_with_its_hours(words, slots, day):
    assert said(*slots, on_date=day) == words


def test_what_happens_once_has_its_hours_wherever_it_is_shown(cast, chess):
    assert fill(cast, chess, on_date="5 December 2026", starts="2pm", ends="4.30pm").status_code == 302
    told = "Saturday 5 December 2026, 2pm to 4:30pm"
    assert told in words_of(cast.browsing("idris").get(f"/community/{chess.public_id}/"))
    assert told in words_of(cast.browsing("idris").get("/community/table/?q=chess"))
    assert told in words_of(cast.browsing("olwen").get(cast.at(f"table/{chess.public_id}/")))
    [event] = events_of_activity(directory.activity(chess.public_id))
    assert (f"{event.starts:%Y-%m-%d %H:%M}", f"{event.ends:%H:%M}") == ("2026-12-05 14:00", "16:30")


def test_its_hours_stand_beside_their_tick_and_go_with_their_day(cast, chess):
    fill(cast, chess, on_date="2026-12-05", starts="2pm")
    page = words_of(cast.browsing("idris").get(f"/community/{chess.public_id}/fill-in/"))
    assert "On that day, 2pm" in page
    fill(cast, chess, on_date="2026-12-12", kept_times=["0"])
    assert [slot.starts for slot in directory.activity(chess.public_id).times.all()] == [time(14)]
    fill(cast, chess, kept_times=["0"])
    made = directory.activity(chess.public_id)
    assert (made.on_date, list(made.times.all())) == (None, [])


def test_hours_whose_day_nobody_knows_outlive_a_change_of_anything_else(cast):
    hours = Slot(None, time(19), time(21))
    choir = actions.add_activity(name="Calder Choir", times=(hours,), by=cast.worker)
    fill(cast, choir, phone="01632 960123", kept_times=["0"])
    made = directory.activity(choir.public_id)
    assert (made.phone, [Slot.of(row) for row in made.times.all()]) == ("01632 960123", [hours])
    assert not made.overlays.filter(field="times").exists()


def test_a_weekday_beside_its_own_date_is_that_one_day(cast, chess):
    fill(cast, chess, on_date="2026-12-05", weekday="5", starts="2pm")
    made = directory.activity(chess.public_id)
    assert listings.when_words(made) == "Saturday 5 December 2026, 2pm"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"on_date": "2026-12-05", "weekday": "1"}, "5 December 2026 is a Saturday, and Tuesday is chosen as well."),
        ({"on_date": "1 March 2026"}, "This day has gone."),
        ({"apply_by": "1 March 2026"}, "This day has gone."),
        ({"on_date": "2026-12-05", "apply_by": "2026-12-06"}, "is after the day itself."),
        ({"ends": "9pm", "weekday": "1"}, "Please say when it begins."),
        ({"ends": "9pm"}, "Please say on which day that is."),
        ({"weekday": "1", "starts": "7pm", "ends": "9am"}, "This ends before it begins."),
        ({"weekday": "1", "starts": "7pm", "ends": "7pm"}, "This ends before it begins."),
    ],
)
def test_a_slip_is_asked_about_and_what_was_typed_stays(cast, chess, typed, told):
    answer = fill(cast, chess, summary="Chess for all", **typed)
    assert answer.status_code == 422 and told in words_of(answer)
    assert "Chess for all" in answer.content.decode()
    made = directory.activity(chess.public_id)
    assert (made.on_date, made.apply_by, list(made.times.all())) == (None, None, [])


def test_what_goes_on_past_midnight_is_no_slip(cast, chess):
    fill(cast, chess, weekday="5", starts="10pm", ends="2am")
    assert listings.when_words(directory.activity(chess.public_id)) == "Saturdays 10pm to 2am"


def test_a_day_does_not_take_weekly_times_away_unasked(cast, chess):
    fill(cast, chess, weekday="1", starts="7pm")
    answer = fill(cast, directory.activity(chess.public_id), on_date="2026-12-08", kept_times=["0"])
    assert answer.status_code == 422
    assert "Then take the tick off “Tuesdays 7pm”." in words_of(answer)
    assert listings.when_words(directory.activity(chess.public_id)) == "Tuesdays 7pm"
    page = words_of(cast.browsing("idris").get(f"/community/{chess.public_id}/fill-in/"))
    assert "Then it is on that day alone, at the hours above, and not each week." in page


def test_a_day_that_has_gone_since_it_was_typed_is_no_hindrance(cast, chess):
    actions.fill_in(activity=chess, parts={"on_date": date(2026, 3, 1)}, by=cast.worker)
    assert fill(cast, chess, on_date="2026-03-01", summary="Chess for all").status_code == 302
    assert directory.activity(chess.public_id).summary == "Chess for all"


def test_no_way_in_keeps_a_last_day_after_the_day_itself(cast, chess):
    actions.fill_in(activity=chess, parts={"on_date": SATURDAY}, by=cast.worker)
    with pytest.raises(Refused, match="after the day itself"):
        actions.fill_in(activity=chess, parts={"apply_by": date(2026, 12, 6)}, by=cast.worker)
    actions.fill_in(activity=chess, parts={"apply_by": SATURDAY}, by=cast.worker)
    assert directory.activity(chess.public_id).apply_by == SATURDAY


def test_a_time_of_other_weeks_beside_a_day_keeps_its_own_words():
    assert kept_words(EVENING, SATURDAY) == "Tuesdays 7pm to 9pm"
    assert kept_words(EVENING, date(2026, 12, 8)) == "On that day, 7pm to 9pm"
