"""When a regular time happens: every week, every other, once a month; not in holidays, and right when clocks change."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import kith.directory
from kith.cli.findings import findings
from kith.directory.actions import add_activity, correct
from kith.directory.occurrences import days, is_sure, occurrences, rule
from kith.directory.reading.entry import Slot
from kith.directory.terms import BadTerms, may_be_on, read, terms

INVENTED = Path(kith.directory.__file__).parent / "terms.toml"
LONDON = ZoneInfo("Europe/London")
MARCH, APRIL = date(2027, 3, 15), date(2027, 4, 15)


@pytest.fixture(autouse=True)
def terms_of_the_demo(settings):
    settings.TERM_DATES = str(INVENTED)


@pytest.fixture
def going_on(db, worker):
    """A listing with one regular time, as it was kept."""

    def kept(**slot):
        activity = add_activity(name="Calder choir", times=[Slot(**slot)], by=worker)
        return activity.times.get()

    return kept


def told(found) -> list[str]:
    return [f"{day:%-d %b}" for day in found]


def test_ten_oclock_stays_ten_oclock_when_the_clocks_change(going_on):
    found = occurrences(going_on(weekday=6, starts=time(10)), date(2027, 3, 20), date(2027, 4, 5))
    assert [f"{at:%d %H:%M %z}" for at in found] == ["21 10:00 +0000", "28 10:00 +0100", "04 10:00 +0100"]
    found = occurrences(going_on(weekday=6, starts=time(18, 30)), date(2027, 10, 24), date(2027, 10, 31))
    assert [f"{at:%d %H:%M %z}" for at in found] == ["24 18:30 +0100", "31 18:30 +0000"]


def test_half_past_one_is_left_out_in_spring_and_is_the_first_of_two_in_autumn(going_on):
    night = going_on(weekday=6, starts=time(1, 30))
    assert told(occurrences(night, date(2027, 3, 21), date(2027, 4, 4))) == ["21 Mar", "4 Apr"]
    [twice] = occurrences(night, date(2027, 10, 31), date(2027, 10, 31))
    assert twice == datetime(2027, 10, 31, 1, 30, tzinfo=LONDON, fold=0)
    assert f"{twice:%z}" == "+0100"


def test_every_other_week_counts_from_its_first_day(going_on):
    sure = going_on(weekday=1, starts=time(10), frequency="fortnightly", valid_from=date(2027, 3, 3))
    assert told(days(sure, MARCH, APRIL)) == ["23 Mar", "6 Apr"]  # from Tuesday 9 March on
    assert told(days(sure, date(2027, 1, 1), date(2027, 3, 10))) == ["9 Mar"]
    assert is_sure(sure)


def test_without_a_first_day_every_other_week_is_not_sure(going_on):
    unsure = going_on(weekday=1, frequency="fortnightly")
    assert not is_sure(unsure)
    assert told(days(unsure, MARCH, APRIL, since=date(2027, 3, 10))) == ["16 Mar", "30 Mar", "13 Apr"]


@pytest.mark.parametrize(
    ("week", "expected"),
    [(1, ["2 Apr"]), (3, ["19 Mar"]), (-1, ["26 Mar"]), (5, [])],
)
def test_once_a_month(going_on, week, expected):
    monthly = going_on(weekday=4, frequency="monthly", week_of_month=week)
    assert told(days(monthly, MARCH, APRIL)) == expected


def test_once_a_month_without_a_week_is_as_its_first_day_shows_or_is_not_known(going_on):
    assert days(going_on(weekday=4, frequency="monthly"), MARCH, APRIL) == []
    shown = going_on(weekday=4, frequency="monthly", valid_from=date(2027, 1, 15))
    assert told(days(shown, MARCH, APRIL)) == ["19 Mar"]


def test_not_before_its_first_day_after_its_last_or_on_days_off(going_on):
    spring = {"valid_from": date(2027, 3, 22), "valid_until": date(2027, 4, 12), "not_on": (date(2027, 3, 29),)}
    assert told(days(going_on(weekday=0, **spring), MARCH, APRIL)) == ["22 Mar", "5 Apr", "12 Apr"]


def test_only_in_school_terms(going_on):
    in_term = going_on(weekday=0, term_times_only=True)
    assert told(days(in_term, MARCH, APRIL)) == ["15 Mar", "22 Mar", "12 Apr"]
    assert days(in_term, date(2040, 1, 1), date(2040, 3, 1)) == []  # nobody knows those terms yet


def test_a_rule_leaves_out_what_it_would_give_too_many(going_on):
    weekly = going_on(weekday=0, starts=time(10), ends=time(12), not_on=(date(2027, 3, 29),))
    found = rule(weekly, MARCH, date(2027, 5, 3))
    assert found.first == datetime(2027, 3, 15, 10, tzinfo=LONDON)
    assert found.ends == datetime(2027, 3, 15, 12, tzinfo=LONDON)
    assert (found.rule["FREQ"], found.rule["BYDAY"]) == (["WEEKLY"], ["MO"])
    assert told(found.left_out) == ["29 Mar"]


def test_a_few_days_are_listed_where_that_is_shorter(going_on):
    short = rule(going_on(weekday=0, term_times_only=True), date(2027, 7, 19), date(2027, 9, 10))
    assert (short.rule, told([short.first, *short.listed])) == (None, ["19 Jul", "6 Sep"])
    assert rule(going_on(weekday=0, term_times_only=True), date(2027, 8, 1), date(2027, 8, 30)) is None


def test_a_mistyped_year_costs_nothing(going_on):
    long = going_on(weekday=0, valid_from=date(1, 1, 1), valid_until=date(9999, 12, 31))
    assert len(days(long, date(2027, 1, 1), date(9999, 1, 1))) < 270


def test_the_days_off_outlive_a_correction_and_come_back_as_days(going_on, worker):
    activity = going_on(weekday=0, not_on=(date(2027, 3, 29),), term_times_only=True).activity
    kept = [Slot.of(row) for row in activity.times.all()]
    correct(activity=activity, field="times", value=kept, by=worker)
    assert [Slot.from_json(each) for each in activity.overlays.get().value] == kept
    assert activity.times.get().not_on == ["2027-03-29"]


def test_an_organisation_has_its_own_terms(settings, tmp_path):
    own = tmp_path / "terms.toml"
    own.write_text('[[terms]]\nname = "All year"\nfirst = 2027-08-01\nlast = 2027-08-31\n')
    settings.TERM_DATES = str(own)
    assert may_be_on(date(2027, 8, 31)) and not may_be_on(date(2027, 9, 6))


def test_where_no_terms_are_known_every_week_may_be_one_and_none_is_sure(going_on, settings):
    settings.TERM_DATES = ""
    in_term = going_on(weekday=0, term_times_only=True)
    assert told(days(in_term, MARCH, date(2027, 4, 5))) == ["15 Mar", "22 Mar", "29 Mar", "5 Apr"]
    assert not is_sure(in_term)


@pytest.mark.parametrize(
    "written", ["", "no file", "[[terms]]\nfirst = 2027-08-01\n", "[[terms]]\nfirst = 1\nlast = 2\n"]
)
def test_a_file_of_terms_that_cannot_be_read_says_so_and_breaks_no_page(settings, tmp_path, written):
    own = tmp_path / "mine.toml"
    if written != "no file":
        own.write_text(written)
    settings.TERM_DATES = str(own)
    with pytest.raises(BadTerms, match="mine.toml"):
        read(own)
    assert terms() == ()


def test_kith_check_says_where_terms_stand(db, settings, tmp_path):
    settings.TERM_DATES = str(tmp_path / "gone.toml")
    assert [each.words for each in findings() if "terms" in each.words or "term dates" in each.words] == [
        "The file of term dates, gone.toml, cannot be read. KITH_TERM_DATES names it."
    ]
    settings.TERM_DATES = ""
    assert "School terms are not known here: KITH_TERM_DATES can name a file of them." in {
        each.words for each in findings()
    }
