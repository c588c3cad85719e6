"""The file itself, as the standard wants it (RFC 5545), whatever people and places are called."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from kith.design.times import clock_in
from kith.directory.models import Times
from kith.directory.occurrences import rule
from kith.interop.events import Event, after, at, nearest, uid_of, whole_day
from kith.interop.writing import calendar
from tests.interop.conftest import LONDON, TODAY, told

STAMP = datetime(2027, 1, 12, 12, tzinfo=UTC)
AWKWARD = (
    "A\r\nATTENDEE:mailto:x@y.example",
    "A\rATTACH:file:///etc/passwd",
    "A\nEND:VEVENT\nBEGIN:VEVENT",
    "Tea, cake; and \\ more: “yes”",
    "Zoë Åsa-Lill Ó Súilleabháin 李小龙 محمد 🌻 " * 6,
    "A\x00B\x0bC\x85D\u2028E",
    "n" * 10_000,
)


def written(*events, **more) -> bytes:
    return calendar(events, stamp=STAMP, **more)


def weekly(at_time: time, weekday: int = 6, **more) -> Event:
    times = Times(weekday=weekday, starts=at_time, **more)
    repeats = rule(times, date(2027, 1, 1), date(2027, 12, 31), date(2027, 1, 1))
    return Event(uid_of("goal", "x"), "Run", repeats.first, repeats.ends, repeats=repeats)


@pytest.mark.parametrize("words", AWKWARD)
def test_no_name_breaks_out_of_its_line(words):
    body = written(Event("u", words, **whole_day(TODAY), place=words, words=words))
    lines = body.split(b"\r\n")
    assert b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    names = {line.split(b":")[0].split(b";")[0] for line in lines if line and not line.startswith(b" ")}
    assert names <= {
        b"BEGIN", b"END", b"PRODID", b"VERSION", b"UID", b"DTSTAMP", b"SEQUENCE", b"SUMMARY", b"CLASS", b"TRANSP",
        b"STATUS", b"DTSTART", b"DTEND", b"LOCATION", b"DESCRIPTION",
    }  # a table, a row a line # fmt: skip
    [event] = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert not set("\x00\x0b\x85\u2028\r") & set(event["SUMMARY"])
    assert event["SUMMARY"][:1] == words[:1]


def test_commas_semicolons_and_line_ends_come_back_as_they_were():
    words = "Tea, cake; and \\ more\nthen home"
    body = written(Event("u", words, **whole_day(TODAY)))
    assert rb"SUMMARY:Tea\, cake\; and \\ more\nthen home" in body
    assert icalendar.Calendar.from_ical(body).walk("VEVENT")[0]["SUMMARY"] == words


def test_every_week_at_ten_and_at_half_past_six_stays_so_across_both_changes():
    body = written(weekly(time(10)))
    assert told(body, date(2027, 3, 21), date(2027, 4, 4)) == [
        "21 Mar 10:00 Run",
        "28 Mar 10:00 Run",
        "4 Apr 10:00 Run",
    ]
    body = written(weekly(time(18, 30)))
    expected = ["24 Oct 18:30 Run", "31 Oct 18:30 Run", "7 Nov 18:30 Run"]
    assert told(body, date(2027, 10, 24), date(2027, 11, 7)) == expected
    assert b"TZID:Europe/London" in body and b"TZOFFSETTO:+0100" in body


def clock_changes(body: bytes) -> dict[str, list[datetime]]:
    """The instants at which the file says that clocks change, worked out from the file alone."""
    found: dict[str, list[datetime]] = {}
    for part in icalendar.Calendar.from_ical(body).walk("VTIMEZONE")[0].subcomponents:
        shown = [part["DTSTART"].dt, *(each.dt for each in getattr(part.get("RDATE"), "dts", []))]
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        if before != after:
            found[part.name] = [(each - before).replace(tzinfo=UTC) for each in shown]
    return found


@pytest.mark.parametrize(
    ("kind", "change", "day"),
    [("DAYLIGHT", datetime(2027, 3, 28, 1, tzinfo=UTC), 28), ("STANDARD", datetime(2027, 10, 31, 1, tzinfo=UTC), 31)],
)
def test_the_clocks_change_in_the_file_when_they_change_here(kind, change, day):
    starts = at(change.date(), time(14))
    body = written(Event("u", "Meeting", starts, after(starts, 60)))
    assert change in clock_changes(body)[kind]
    before, then = (each.astimezone(LONDON) for each in (change - timedelta(seconds=1), change))
    assert before.utcoffset() != then.utcoffset()
    assert told(body, change.date(), change.date()) == [f"{day} {change:%b} 14:00 Meeting"]


def test_the_file_says_it_in_the_time_that_was_shown_before():
    body = written(weekly(time(10)))
    summer = body[body.index(b"BEGIN:DAYLIGHT") : body.index(b"END:DAYLIGHT")]
    winter = body[body.rindex(b"BEGIN:STANDARD") : body.rindex(b"END:STANDARD")]
    assert b"T010000" in summer and b"T020000" not in summer and b"TZOFFSETFROM:+0000" in summer
    assert b"T020000" in winter and b"TZOFFSETFROM:+0100" in winter


def test_half_past_one_is_left_out_in_spring_and_comes_once_in_autumn():
    body = written(weekly(time(1, 30)))
    assert told(body, date(2027, 3, 21), date(2027, 4, 4)) == ["21 Mar 01:30 Run", "4 Apr 01:30 Run"]
    assert told(body, date(2027, 10, 31), date(2027, 10, 31)) == ["31 Oct 01:30 Run"]


@pytest.mark.parametrize(("is_second", "instant"), [(False, "20271031T003000Z"), (True, "20271031T013000Z")])
def test_which_of_two_equal_times_is_meant_is_told(is_second, instant):
    starts = at(date(2027, 10, 31), time(1, 30), is_second=is_second)
    [event] = icalendar.Calendar.from_ical(written(Event("u", "Meeting", starts, after(starts, 60)))).walk("VEVENT")
    assert f"{event['DTSTART'].dt.astimezone(UTC):%Y%m%dT%H%M%SZ}" == instant
    assert event["DTEND"].dt.astimezone(UTC) - event["DTSTART"].dt.astimezone(UTC) == timedelta(hours=1)


def test_an_hour_over_the_change_is_an_hour():
    starts = at(date(2027, 3, 28), time(0, 30))
    assert after(starts, 60).astimezone(LONDON).time() == time(2, 30)


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        ({"frequency": "fortnightly", "valid_from": date(2027, 3, 7)}, ["7 Mar", "21 Mar", "4 Apr", "18 Apr"]),
        ({"frequency": "monthly", "week_of_month": -1}, ["28 Mar", "25 Apr"]),
        ({"frequency": "monthly", "week_of_month": 2}, ["14 Mar", "11 Apr"]),
        ({"not_on": ["2027-03-28", "2027-04-04"]}, ["7 Mar", "14 Mar", "21 Mar", "11 Apr", "18 Apr", "25 Apr"]),
        ({"term_times_only": True}, ["7 Mar", "14 Mar", "21 Mar", "18 Apr", "25 Apr"]),
        ({"valid_from": date(2027, 4, 10), "valid_until": date(2027, 4, 18)}, ["11 Apr", "18 Apr"]),
    ],
)
@pytest.mark.parametrize("starts", [time(10), None])
def test_another_reader_finds_the_same_days(listing, expected, starts):
    event = weekly(starts, **listing)
    end = {} if starts else {"ends": event.starts + timedelta(days=1)}
    found = told(
        written(Event(event.uid, "Run", event.starts, repeats=event.repeats, **end)),
        date(2027, 3, 1),
        date(2027, 4, 30),
    )
    assert found == [f"{day}{' 10:00' if starts else ''} Run" for day in expected]


def test_the_same_thing_has_the_same_name_always_and_it_tells_nothing():
    assert uid_of("meeting", "abc") == uid_of("meeting", "abc") != uid_of("visit", "abc")
    assert "abc" not in uid_of("meeting", "abc")


def test_a_thousand_nearest_to_today_are_kept_and_written_at_once():
    many = [Event(str(number), "To do", **whole_day(TODAY + timedelta(days=number))) for number in range(3000)]
    kept = nearest(many, TODAY, 1000)
    assert (len(kept), kept[-1].on) == (1000, TODAY + timedelta(days=999))
    assert written(*kept).count(b"BEGIN:VEVENT") == 1000


@pytest.mark.parametrize(
    ("words", "usual", "read"),
    [
        ("6:50 at the gate", [time(19)], time(18, 50)),
        ("6:50 at the gate", [time(7)], time(6, 50)),
        ("6:50 at the gate", [], None),
        ("at 2pm", [], time(14)),
        ("18:50 sharp", [], time(18, 50)),
        ("five to seven on the steps", [time(19)], None),
        ("99:99", [time(9)], None),
        ("", [], None),
    ],
)
def test_a_time_in_words_is_taken_only_where_it_is_sure(words, usual, read):
    assert clock_in(words, usual) == read
