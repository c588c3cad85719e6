"""Every part of a listing can be read in, and leaves the table when nobody can begin with it any more."""

from datetime import date, time, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.directory import actions, rules
from kith.directory import queries as directory
from kith.directory.models import Activity, OpenListing, Overlay
from kith.directory.reading.setting import setting_in, setting_told

from .conftest import service

pytestmark = pytest.mark.django_db
HEADINGS = (
    "id,name,day,starts,frequency,first day,last day,not on,term times,apply by,setting,getting there,expect,"
    "form asks,kit,travel,funding,taster,audience"
)
ROW = (
    "c1,Pottery,last Friday,10:00,,2027-01-08,25/06/2027,2027-02-19; 2027-05-28,yes,2027-01-04,Venue,Bus 8,"
    '"Tea, then clay",Your name and whom to ring,"Apron, £6","Bus, £4",no,yes,mixed'
)


def test_every_heading_of_a_spreadsheet_is_read(machine, write):
    actions.import_directory(source_path=write(f"{HEADINGS}\n{ROW}\n", "town.csv"), by=machine)
    pottery = Activity.objects.get()
    (slot,) = pottery.times.all()
    assert (slot.weekday, slot.starts, slot.frequency, slot.week_of_month) == (4, time(10), "monthly", -1)
    assert (slot.valid_from, slot.valid_until) == (date(2027, 1, 8), date(2027, 6, 25))
    assert (slot.not_on, slot.term_times_only) == (["2027-02-19", "2027-05-28"], True)
    assert (pottery.apply_by, pottery.setting, pottery.getting_there) == (date(2027, 1, 4), "place", "Bus 8")
    assert (pottery.what_to_expect, pottery.form_asks) == ("Tea, then clay", "Your name and whom to ring")
    assert (pottery.kit_words, pottery.travel_words) == ("Apron, £6", "Bus, £4")
    assert (pottery.needs_funding, pottery.taster, pottery.audience) == (False, True, "mixed")


@pytest.mark.parametrize(
    ("heading", "written", "told"),
    [
        ("apply by", "1900-01-01", "Its last day to apply “1900-01-01” is not in this century or the last."),
        ("apply by", "9999-12-31", "Its last day to apply “9999-12-31” is not in this century or the last."),
        ("first day", "soon", "Its first day “soon” is not written as 2026-11-23 or 23/11/2026."),
        ("not on", "2026-12-24; never", "Its day “never” is not written as 2026-11-23 or 23/11/2026."),
    ],
)
def test_a_day_that_cannot_be_is_told_and_the_rest_goes_in(machine, write, heading, written, told):
    rows = f"id,name,day,{heading}\nc1,Odd,mon,{written}\nc2,Good,tue,\n"
    report = actions.import_directory(source_path=write(rows, "town.csv"), by=machine)
    assert report.rejected == ({"id": "c1", "reason": told},)
    assert Activity.objects.get().name == "Good"


def test_a_last_day_before_the_first_is_told(machine, write):
    rows = "id,name,day,first day,last day\nc1,Odd,mon,2027-02-01,2027-01-01\nc2,Good,tue,,\n"
    report = actions.import_directory(source_path=write(rows, "town.csv"), by=machine)
    assert report.rejected == ({"id": "c1", "reason": "Its last day is before its first."},)


@pytest.mark.parametrize(
    ("frequency", "day", "weeks"),
    [("", "1st and 3rd Tuesday", [1, 3]), ("monthly, last", "Tuesday", [-1]), ("Monthly", "Tuesday", [None])],
)
def test_which_one_in_the_month_is_read(machine, write, frequency, day, weeks):
    rows = f'id,name,day,frequency\nc1,Chess,{day},"{frequency}"\n'
    actions.import_directory(source_path=write(rows, "town.csv"), by=machine)
    slots = Activity.objects.get().times.all()
    assert [(slot.frequency, slot.week_of_month) for slot in slots] == [("monthly", week) for week in weeks]


@pytest.mark.parametrize(
    ("told", "setting"),
    [
        ({"attending_type": "Online"}, "remote"),
        ({"attending_type": "Phone"}, "remote"),
        ({"attending_type": "Home visit"}, "home"),
        ({"attending_type": "Venue"}, "place"),
        ({"attending_type": "Online, Venue"}, "place"),
        ({"schedules": [{"byday": "MO", "attending_type": "online"}]}, "remote"),
        ({"service_at_locations": [{"location": {"location_type": "virtual"}}]}, "remote"),
        ({"service_at_locations": [{"location": ["no place"]}], "attending_type": 7}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_where_it_happens_is_read_where_its_source_says_so(machine, write, told, setting):
    actions.import_directory(source_path=write([service(1, **told)]), by=machine)
    assert Activity.objects.get().setting == setting


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("We meet on Zoom every Monday.", ("remote", "on Zoom")),
        ("The group is held online.", ("remote", "held online")),
        ("A volunteer makes home visits.", ("home", "home visits")),
        ("Book online at our page.", None),
        ("A warm welcome at the mill.", None),
    ],
)
def test_words_in_prose_are_a_suggestion_alone(worker, prose, found):
    assert setting_in(prose) == found
    made = actions.add_activity(name="Company", long_text=prose, by=worker)
    offered = [(one.value, one.words) for one in directory.unsure_about(made) if one.field == "setting"]
    assert offered == ([found] if found else []) and made.setting == "unknown"


def test_a_suggestion_of_where_becomes_a_fact_once_somebody_says_so(worker):
    made = actions.add_activity(name="Company", long_text="We meet on Zoom.", by=worker)
    (offered,) = directory.unsure_about(made)
    actions.accept_suggestion(suggestion=offered, by=worker)
    made = directory.activity(made.public_id)
    assert (made.setting, directory.unsure_about(made)) == ("remote", [])
    assert directory.find("online")[0].name == "Company"


def test_no_suggestion_where_the_source_says_it():
    assert setting_told("venue") == "place" and setting_told("in the park") == "unknown"


@pytest.mark.parametrize(("days", "is_there"), [(-1, False), (0, True), (1, True)])
def test_it_leaves_the_table_after_its_last_day_to_apply(worker, days, is_there):
    by = clock.today() + timedelta(days=days)
    made = actions.add_activity(name="Pottery course", apply_by=by, by=worker)
    names = ["Pottery course"] if is_there else []
    assert [found.name for found in directory.find("pottery")] == names
    assert [each.name for each in directory.live_activities()] == names
    assert directory.count_live() == len(names)
    assert [found.name for found in directory.surprise("seed")] == names
    assert OpenListing.objects.get(activity=made).over_after == by


def test_the_earlier_of_its_day_and_its_last_day_to_apply_counts(worker):
    today = clock.today()
    days = {"on_date": today + timedelta(days=30), "apply_by": today - timedelta(days=1)}
    made = actions.add_activity(name="Half marathon", by=worker, **days)
    assert made.over_after == days["apply_by"] and directory.find("marathon") == []


@pytest.mark.parametrize("year", [1900, 9999])
@pytest.mark.parametrize("field", ["on_date", "apply_by"])
def test_a_year_that_stands_for_ever_is_not_kept(worker, field, year):
    made = actions.add_activity(name="Fair", by=worker)
    with pytest.raises(Refused, match="Please look at the year"):
        actions.correct(activity=made, field=field, value=date(year, 1, 1), by=worker)
    assert not Overlay.objects.exists()


HTML = '<script>alert("x")</script><b onclick="x()">Tea</b>'


def test_html_in_every_field_is_words(machine, write):
    headings = "id,name,day,setting,getting there,expect,form asks,kit,travel,access,contact,audience,funding"
    quoted = '"' + HTML.replace('"', '""') + '"'
    row = f"c1,Odd,mon,{','.join([quoted] * 10)}"
    report = actions.import_directory(source_path=write(f"{headings}\n{row}\n", "town.csv"), by=machine)
    assert report.rejected == ()
    odd = Activity.objects.get()
    for name in ("getting_there", "what_to_expect", "form_asks", "kit_words", "travel_words", "access_words"):
        assert "<" not in getattr(odd, name) and "Tea" in getattr(odd, name), name
    assert (odd.setting, odd.audience, odd.needs_funding) == ("unknown", "unknown", None)


def test_a_correction_of_every_new_part_survives_the_next_import(worker, machine, write):
    actions.import_directory(source_path=write([service(1)]), source_name="council", by=machine)
    ours = {
        "apply_by": date(2027, 3, 1),
        "kit_words": "Shoes, £9",
        "travel_words": "Bus, £3",
        "form_asks": "Your name",
        "setting": "place",
        "keep_to_ourselves": True,
        "contact_is_public": True,
    }
    actions.fill_in(activity=Activity.objects.get(), parts=ours, by=worker)
    actions.import_directory(source_path=write([service(1, name="Other")]), source_name="council", by=machine)
    again = Activity.objects.get()
    assert again.name == "Other" and {name: getattr(again, name) for name in ours} == ours


def test_a_source_that_no_longer_says_it_is_followed(machine, write):
    ours = {"apply_by": "2027-03-01", "kit_words": "Shoes, £9", "form_asks": "Your name", "setting": "home"}
    actions.import_directory(source_path=write([service(1, kith=ours)]), source_name="council", by=machine)
    assert Activity.objects.get().kit_words == "Shoes, £9"
    actions.import_directory(source_path=write([service(1)]), source_name="council", by=machine)
    again = Activity.objects.get()
    assert (again.apply_by, again.kit_words, again.form_asks, again.setting) == (None, "", "", "unknown")


@pytest.mark.parametrize("field", sorted(rules.TICKS))
def test_a_tick_is_yes_or_no(field):
    assert rules.cannot_keep(field, None) and rules.cannot_keep(field, "yes")
    assert rules.cannot_keep(field, True) is None
