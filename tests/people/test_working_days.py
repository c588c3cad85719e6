"""When a team reads and by when it answers: weekends, bank holidays, Christmas, clocks that change."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kith.access.refusal import Refused
from kith.people import actions, checks, working_days
from kith.people.models import Team, User

HERE = ZoneInfo("Europe/London")
USUAL = Team()


def at(day: str, hour: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("sent", "read", "answer"),
    [
        (at("2026-11-25", "10:00"), at("2026-11-25", "10:00"), date(2026, 11, 27)),
        (at("2026-11-25", "08:00"), at("2026-11-25", "09:00"), date(2026, 11, 27)),
        (at("2026-11-27", "16:59"), at("2026-11-27", "16:59"), date(2026, 12, 1)),
        (at("2026-11-27", "17:00"), at("2026-11-30", "09:00"), date(2026, 12, 2)),
        (at("2026-11-27", "17:01"), at("2026-11-30", "09:00"), date(2026, 12, 2)),
        (at("2026-11-28", "10:00"), at("2026-11-30", "09:00"), date(2026, 12, 2)),
        # Boxing Day is a Saturday in 2026, so that Monday is a bank holiday in its place.
        (at("2026-12-24", "17:01"), at("2026-12-29", "09:00"), date(2026, 12, 31)),
        (at("2026-12-24", "16:00"), at("2026-12-24", "16:00"), date(2026, 12, 30)),
        (at("2026-12-31", "17:30"), at("2027-01-04", "09:00"), date(2027, 1, 6)),
        (at("2027-03-25", "18:00"), at("2027-03-30", "09:00"), date(2027, 4, 1)),
        # The clocks change on 28 March 2027 and on 25 October 2026: nine is nine.
        (at("2026-10-23", "18:00"), at("2026-10-26", "09:00"), date(2026, 10, 28)),
    ],
)
def test_when_it_is_read_and_answered(sent, read, answer):
    assert working_days.next_reading(sent, USUAL) == read
    assert working_days.answer_by(sent, USUAL) == answer


def test_nine_is_nine_on_both_sides_of_a_clock_that_changes():
    before, after = (working_days.next_reading(at(day, "20:00"), USUAL) for day in ("2027-03-24", "2027-03-30"))
    assert before.utcoffset() != after.utcoffset()
    assert before.time() == after.time() == time(9)


def test_a_team_that_reads_at_weekends_reads_then_and_on_no_bank_holiday():
    weekend = Team(reads_days=[5, 6], reads_from=time(10), reads_until=time(12), answers_within=1)
    assert working_days.next_reading(at("2026-11-27"), weekend) == at("2026-11-28", "10:00")
    assert working_days.answer_by(at("2026-11-27"), weekend) == date(2026, 11, 29)
    assert not working_days.is_working_day(date(2026, 12, 26), weekend)  # Boxing Day
    assert not working_days.is_working_day(date(2026, 11, 25), weekend)


@pytest.mark.parametrize(
    ("nation", "day", "is_off"),
    [
        ("SCT", date(2026, 11, 30), True),  # St Andrew's Day
        ("ENG", date(2026, 11, 30), False),
        ("NIR", date(2026, 7, 13), True),  # the Twelfth, in place of Sunday
        ("WLS", date(2026, 7, 13), False),
        ("ENG", date(2026, 4, 6), True),  # Easter Monday
        ("SCT", date(2026, 4, 6), False),
    ],
)
def test_each_nation_has_its_own_bank_holidays(settings, nation, day, is_off):
    settings.KITH_NATION = nation
    assert working_days.is_bank_holiday(day) is is_off


def test_a_nation_nobody_knows_is_said(settings):
    assert checks.bank_holidays_are_known(None) == []
    settings.KITH_NATION = "FRA"
    assert "ENG, WLS, SCT, NIR" in checks.bank_holidays_are_known(None)[0].msg


def test_a_worker_hears_in_their_hours_and_on_no_bank_holiday():
    worker = User(hears_from=time(8), hears_until=time(18))
    assert working_days.next_hearing(at("2026-11-25", "10:00"), worker) == at("2026-11-25", "10:00")
    assert working_days.next_hearing(at("2026-11-25", "18:00"), worker) == at("2026-11-26", "08:00")
    assert working_days.next_hearing(at("2026-12-24", "19:00"), worker) == at("2026-12-29", "08:00")


def test_a_team_says_when_it_reads(cast):
    given = {"team": cast.team, "name": "Riverside", "kind": "charity", "by": cast.acts("morgan")}
    reads = {"reads_days": [1, 3], "reads_from": time(10), "reads_until": time(16), "answers_within": 3}
    team = actions.change_ways(reads=reads, **given)
    assert working_days.next_reading(at("2026-11-25"), team) == at("2026-11-26", "10:00")
    assert working_days.answer_by(at("2026-11-25"), team) == date(2026, 12, 8)
    for wrong in ({"reads_days": []}, {"reads_from": time(17)}, {"answers_within": 0}, {"reads_days": [9]}):
        with pytest.raises(Refused, match=r"[.?]$"):
            actions.change_ways(reads=reads | wrong, **given)
    assert actions.change_ways(**given).reads_days == [1, 3]  # left out, it stays
