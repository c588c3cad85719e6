"""When something is, from a spreadsheet's cells: nothing taken by half in silence."""

from datetime import date

import pytest

from kith.directory.reading.entry import BadEntry
from kith.directory.reading.row_times import when_of

WEEKLY = ("weekly", None)


def told(**row) -> list[tuple]:
    """(day, starts, ends, frequency, week) of each time in a row."""
    clock = {None: ""}
    slots = when_of(row).slots
    return [
        (
            each.weekday,
            *(clock.get(at, at and f"{at:%H:%M}") for at in (each.starts, each.ends)),
            each.frequency,
            each.week_of_month,
        )
        for each in slots
    ]  # fmt: skip - one line is one time


@pytest.mark.parametrize(
    ("cell", "slots"),
    [
        ("Fridays 8pm", [(4, "20:00", "", *WEEKLY)]),
        ("last Friday", [(4, "", "", "monthly", -1)]),
        ("last Friday of the month, 7.30pm", [(4, "19:30", "", "monthly", -1)]),
        ("2nd and 4th Tuesday 2-4pm", [(1, "14:00", "16:00", "monthly", 2), (1, "14:00", "16:00", "monthly", 4)]),
        ("10am to 12 noon every Tuesday", [(1, "10:00", "12:00", *WEEKLY)]),
        ("every other Monday 19:00", [(0, "19:00", "", "fortnightly", None)]),
        ("Mon 7pm, Wed 8pm", [(0, "19:00", "", *WEEKLY), (2, "20:00", "", *WEEKLY)]),
        ("weekends", [(5, "", "", *WEEKLY), (6, "", "", *WEEKLY)]),
        ("Thu", [(3, "", "", *WEEKLY)]),
        ("Wednesdays 10.00-12.00", [(2, "10:00", "12:00", *WEEKLY)]),  # a dot between hours makes no date
        ("First Tuesday 19.00-21.00", [(1, "19:00", "21:00", "monthly", 1)]),
        ("Mondays and 1st Saturday", [(0, "", "", *WEEKLY), (5, "", "", "monthly", 1)]),
    ],
)
def test_a_cell_that_says_days_and_times_together(cell, slots):
    assert told(day=cell) == slots


def test_columns_of_their_own_say_more_than_the_cell_of_days():
    assert told(day="Fridays 8pm", starts="19:00") == [(4, "19:00", "", *WEEKLY)]
    assert told(day="Fridays 8pm", frequency="fortnightly") == [(4, "20:00", "", "fortnightly", None)]
    assert told(day="Friday", starts="10", frequency="first") == [(4, "10:00", "", "monthly", 1)]


def test_term_times_may_stand_in_the_cell_of_days():
    assert [slot.term_times_only for slot in when_of({"day": "Tues 6-7pm, term time only"}).slots] == [True]
    assert not when_of({"day": "Tues 6-7pm, term time only", "term times": "no"}).slots[0].term_times_only


@pytest.mark.parametrize("cell", ["5 June 2027", "Sat 5th June 2027", "05/06/2027", "Saturday 2027-06-05"])
def test_a_date_in_the_cell_of_days_is_something_that_happens_once(cell):
    when = when_of({"day": cell})
    assert (when.on_date, when.slots) == (date(2027, 6, 5), ())


def test_a_date_keeps_its_time_of_day():
    when = when_of({"day": "Sat 5 June 2027, 10am-4pm"})
    assert [(f"{slot.starts:%H:%M}", f"{slot.ends:%H:%M}", slot.weekday) for slot in when.slots] == [
        ("10:00", "16:00", None)
    ]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("Wed 31 Feb", "a date without its year, or none at all"),
        ("Friday, 31/02/2027", "a date without its year, or none at all"),
        ("Sun 5 June 2027", "is a Saturday. Which of the two is right?"),
        ("Monthly", "is not a day of the week"),
        ("someday", "is not a day of the week"),
        ("1/1/1900", "is not in this century or the last"),
    ],
)
def test_what_is_no_day_is_refused_in_words(cell, why):
    with pytest.raises(BadEntry, match=why):
        when_of({"day": cell})


def test_a_time_that_nobody_can_be_sure_of_is_told():
    assert when_of({"day": "Fridays 8"}).noticed[0].startswith("Of “Fridays 8” only the day was taken")
    assert when_of({"day": "Fridays 8", "starts": "20:00"}).noticed == ()


@pytest.mark.parametrize(
    ("cell", "spans"),
    [
        ("Tuesdays from 8 Sept 2026 7pm", (date(2026, 9, 8), None, ())),
        ("Every Monday until 21 December 2026 10am-12pm", (None, date(2026, 12, 21), ())),
        ("Wednesdays from 02/09/2026 to 16/12/2026, 6pm", (date(2026, 9, 2), date(2026, 12, 16), ())),
        ("Tuesdays 1-3pm (except 22/12/2026)", (None, None, (date(2026, 12, 22),))),
    ],
)
def test_a_date_that_bounds_a_weekly_time_does_not_make_it_once(cell, spans):
    when = when_of({"day": cell})
    assert when.on_date is None and len(when.slots) == 1 and when.slots[0].starts
    assert (when.slots[0].valid_from, when.slots[0].valid_until, when.slots[0].not_on) == spans


@pytest.mark.parametrize("cell", ["Weekdays except Wednesday", "Open daily 10am-4pm, closed Mondays", "Closed Sundays"])
def test_what_says_when_it_is_not_is_shown_in_its_own_words(cell):
    when = when_of({"day": cell})
    assert [(slot.weekday, slot.words) for slot in when.slots] == [(None, cell)]
    assert when.noticed == (f"“{cell}” is shown as it stands: which days are meant is not clear.",)


def test_a_second_time_that_was_not_understood_is_told():
    assert when_of({"day": "Fridays 9.30-11.30 & 13.30-15.30"}).noticed == (
        "Of “Fridays 9.30-11.30 & 13.30-15.30” not every time was taken.",
    )
