"""OpenActive in: pages of feeds are read as the standard says, and kept like any other directory."""

import json
from datetime import date, time

import pytest

from kith.access.refusal import Refused
from kith.directory.actions import add_activity, correct, import_directory
from kith.directory.licences import LICENCES
from kith.directory.models import Activity, Source, Status
from kith.directory.queries import find
from kith.directory.reading.entry import PlaceDetails, Slot

from .conftest import SHARED
from .openactive_feed import FOOTBALL, HALL, item, page, series, session, whole

pytestmark = pytest.mark.django_db
EXAMPLES = SHARED / "openactive" / "examples"


@pytest.fixture
def take_in(tmp_path, machine):
    """Writes pages into a folder and reads it in."""

    def taking(*pages, name="calder", **more):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        for number, each in enumerate(pages):
            text = each if isinstance(each, str) else json.dumps(each)
            (folder / f"page-{number}.json").write_text(text, encoding="utf-8")
        return import_directory(source_path=folder, by=machine, format="openactive", **more)

    return taking


def counts(report):
    return report.created, report.updated, report.unchanged, report.retired


def slots(activity) -> list[Slot]:
    return [Slot.of(row) for row in activity.times.all()]


def test_everything_that_a_series_tells_is_kept(take_in):
    more = {
        "meetingPoint": "By the clock.",
        "attendeeInstructions": "Bring shin pads.",
        "level": ["Beginner"],
        "ageRange": {"minValue": 16},
        "genderRestriction": "https://openactive.io/FemaleOnly",
        "accessibilitySupport": [{"prefLabel": "Visual impairment"}],
        "accessibilityInformation": "There is a ramp.",
    }
    organiser = {
        "@type": "Organization",
        "name": "Calder Play",
        "telephone": "01632 960123",
        "email": "a@calder.example",
    }
    assert counts(take_in(*whole(item("s1", series(organizer=organiser, **more))))) == (1, 0, 0, 0)
    found = Activity.objects.get()
    assert (found.external_id, found.name, found.organisation.name) == ("s1", "Calder football 1", "Calder Play")
    assert (found.phone, found.email, found.url) == (
        "01632 960123",
        "a@calder.example",
        "https://calder.example/football/1",
    )
    assert (found.price_pence, found.is_free, found.cost_words) == (350, False, "Adult £3.50")
    assert (found.place.name, found.place.address, found.place.point) == (
        "Mill Hall",
        "1 Mill Lane, Calderford",
        (53.72, -1.94),
    )  # fmt: skip - a pair of threes is read side by side
    assert slots(found) == [Slot(1, time(18, 30), time(20))]
    assert found.long_text == "We play, and nobody minds how well."
    assert (
        found.access_words == "Support with: Visual impairment.\nThere is a ramp.\nFrom 16 years.\nFor women and girls."
    )
    assert (found.getting_there, found.what_to_expect) == ("By the clock.", "Level: Beginner.\nBring shin pads.")
    assert found.kind == "sport"


def test_twice_changes_nothing_and_the_licence_of_the_source_is_kept(take_in):
    pages = whole(item("s1", series(1)), item("s2", series(2)), item("t1", session(1)))
    take_in(*pages)
    assert counts(take_in(*pages)) == (0, 0, 2, 0)
    kept = Source.objects.get()
    assert (kept.licence, kept.may_give_out) == (LICENCES["cc-by"].words, True)


def test_of_the_same_told_twice_the_newest_counts_wherever_it_stands(take_in):
    new, old = item("s1", series(name="New name"), 7), item("s1", series(name="Old name"), 3)
    report = take_in(page([old]), page([new]), page([]))
    assert (counts(report), Activity.objects.get().name) == ((1, 0, 0, 0), "New name")
    report = take_in(page([new]), page([old]), page([]))
    assert (counts(report), Activity.objects.get().name) == ((0, 0, 1, 0), "New name")
    assert "last in it" in report.noticed[0]["reason"]


def test_what_is_deleted_or_no_longer_there_leaves_the_table(take_in):
    take_in(*whole(*(item(f"s{number}", series(number)) for number in (1, 2, 3))))
    report = take_in(*whole(item("s1", series(1)), item("s2", None, 5)))
    assert counts(report) == (0, 0, 1, 2)
    assert Activity.objects.get(status=Status.LIVE).external_id == "s1"
    assert counts(take_in(*whole(item("s1", series(1)), item("s2", series(2), 9)))) == (0, 1, 1, 0)


def test_without_its_last_page_only_what_it_says_has_gone_leaves(take_in):
    take_in(*whole(*(item(f"s{number}", series(number)) for number in (1, 2, 3))))
    report = take_in(page([item("s1", series(1)), item("s2", None, 5)]))
    assert counts(report) == (0, 0, 1, 1)
    assert "not read to its end" in report.noticed[0]["reason"]
    assert set(Activity.objects.filter(status=Status.LIVE).values_list("external_id", flat=True)) == {"s1", "s3"}


def test_what_was_put_right_here_outlives_the_next_import(take_in, worker):
    take_in(*whole(item("s1", series())))
    correct(activity=Activity.objects.get(), field="name", value="Football for all", by=worker)
    assert counts(take_in(*whole(item("s1", series(name="Soccer"), 2)))) == (0, 1, 0, 0)
    found = Activity.objects.get()
    assert (found.name, found.overlays.get().imported_value) == ("Football for all", "Soccer")


def test_a_link_to_the_list_of_activities_becomes_an_idea_of_ours(take_in):
    """Nothing but the link tells that it is football."""
    take_in(*whole(item("s1", series(name="Tuesday Fun", description="", activity=[{"@id": FOOTBALL}]))))
    assert Activity.objects.get().categories[0] == "Football"
    assert [one.external_id for one in find("kick a ball")] == ["s1"]


@pytest.mark.parametrize(
    ("starts", "expected", "on"),
    [
        (["2026-12-01", "2026-12-08", "2026-12-15"], [Slot(1, time(10), time(11, 30))], None),
        (
            ["2026-12-01", "2026-12-15"],
            [Slot(1, time(10), time(11, 30), "fortnightly", valid_from=date(2026, 12, 1))],
            None,
        ),
        (["2026-12-05"], [Slot(None, time(10), time(11, 30))], date(2026, 12, 5)),
    ],
)
def test_a_series_without_a_schedule_is_on_when_its_sessions_are(take_in, starts, expected, on):
    times = [item(f"t{day}", session(1, startDate=f"{day}T10:00:00Z"), 2) for day in starts]
    off = item("t9", session(9, startDate="2026-12-03T10:00:00Z", eventStatus="https://schema.org/EventCancelled"), 2)
    take_in(*whole(item("s1", series(eventSchedule=[])), *times, off))
    found = Activity.objects.get()
    assert (slots(found), found.on_date) == (expected, on)


def test_a_session_in_summer_is_told_by_the_clocks_here(take_in):
    times = [item(f"t{day}", session(1, startDate=f"2026-07-{day}T10:00:00Z"), 2) for day in ("07", "14")]
    take_in(*whole(item("s1", series(eventSchedule=[])), *times))
    assert slots(Activity.objects.get()) == [Slot(1, time(11), time(12, 30))]


def test_a_series_inside_its_sessions_is_one_listing(take_in):
    inside = series(identifier="s1", eventSchedule=[])
    times = [
        item(f"t{day}", session(1, startDate=f"2026-12-{day}T10:00:00Z", superEvent=inside)) for day in ("01", "08")
    ]
    assert counts(take_in(*whole(*times))) == (1, 0, 0, 0)
    found = Activity.objects.get()
    assert (found.external_id, slots(found)) == ("s1", [Slot(1, time(10), time(11, 30))])


def test_one_offs_courses_and_courts_to_hire(take_in):
    event = {"@type": "Event", "name": "Big match", "startDate": "2026-12-05T14:00:00Z", "isAccessibleForFree": True}
    course = {
        "@type": "CourseInstance",
        "startDate": "2026-11-02",
        "instanceOfCourse": {"@type": "Course", "name": "Learn netball", "description": "Six weeks.", "location": HALL},
        "eventSchedule": [{"byDay": ["MO"], "startTime": "19:00", "duration": "PT1H", "startDate": "2026-11-02"}],
        "offers": [{"name": "All six", "price": 30}],
    }
    court = {
        "@type": "FacilityUse",
        "@id": "https://calder.example/court",
        "name": "Tennis",
        "provider": {"name": "Park"},
    }
    slot = {"@type": "Slot", "facilityUse": "https://calder.example/court", "offers": [{"price": 6}]}
    items = [item("e1", event), item("c1", course), item(1, court), item(1, series()), item("x", slot, kind="Slot")]
    report = take_in(*whole(*items))
    assert (counts(report), report.rejected) == ((4, 0, 0, 0), ())
    kept = {each.name: each for each in Activity.objects.all()}
    assert (kept["Big match"].on_date, kept["Big match"].is_free) == (date(2026, 12, 5), True)
    assert slots(kept["Learn netball"]) == [Slot(0, time(19), time(20), valid_from=date(2026, 11, 2))]
    assert (kept["Learn netball"].price_pence, kept["Learn netball"].cost_words) == (None, "All six £30")
    assert (kept["Tennis"].price_pence, kept["Tennis"].organisation.name) == (600, "Park")
    assert (kept["Tennis"].external_id, kept["Calder football 1"].external_id) == ("FacilityUse 1", "1")


def test_each_thing_that_cannot_be_taken_has_a_reason_and_the_rest_goes_in(take_in):
    items = [
        item("ok", series()),
        item("nameless", series(2, name="")),
        item("odd", {"@type": "OnDemandEvent", "name": "A film"}),
        {"kind": "SessionSeries", "id": "bare", "state": "updated", "modified": 1},
        {"kind": "SessionSeries", "id": "neither", "state": "maybe", "modified": 1, "data": series()},
        {"kind": "SessionSeries", "id": "never", "state": "updated", "data": series()},
        {"kind": "SessionSeries", "state": "updated", "modified": 1, "data": series()},
        item("lost", session(1, of=77)),
        item("alone", session(2, superEvent=None)),
        "nonsense",
        item("deep", series(3, superEvent=None, description={"a": [[["<script>"]]]})),
    ]
    report = take_in(*whole(*items), "<html>no feed</html>")
    assert report.created == 2
    reasons = {each["id"]: each["reason"] for each in report.rejected}
    assert reasons["nameless"] == "It has no name."
    assert "OnDemandEvent" in reasons["odd"]
    assert "nothing is told of it" in reasons["bare"]
    assert "neither" in reasons["neither"]
    assert "when it was changed" in reasons["never"]
    assert reasons["https://calder.example/series/77"] == "Its sessions are here, and it is not."
    assert "which series" in reasons["alone"]
    assert "not whole JSON" in reasons["page-2.json"]
    assert reasons[""] == "It has no id."
    assert len(report.rejected) == 10


def test_a_place_the_wrong_way_round_and_a_postcode_that_is_none_are_noticed(take_in):
    turned = HALL | {"geo": {"latitude": -1.94, "longitude": 53.72}, "address": {"postalCode": "NOWHERE"}}
    report = take_in(*whole(item("s1", series(location=turned))))
    assert len(report.noticed) == 2
    assert Activity.objects.get().place.point == (53.72, -1.94)


@pytest.mark.skipif(not EXAMPLES.is_dir(), reason="the official samples are not beside the project")
def test_the_official_samples_are_taken_in(machine):
    report = import_directory(source_path=EXAMPLES, by=machine)
    assert [each["reason"] for each in report.rejected] == ["This id is there more than once."]  # two of them share it
    names = set(Activity.objects.values_list("name", flat=True))
    assert {"Virtual BODYPUMP", "Netball Youth Camp", "Outdoor Tennis"} <= names
    again = import_directory(source_path=EXAMPLES, by=machine)
    assert counts(again) == (0, 0, report.created, 0)
    pump = Activity.objects.filter(name="Virtual BODYPUMP").first()
    assert {slot.weekday for slot in slots(pump)} == {1, 6}


def test_what_we_give_out_comes_in_as_it_was(take_in, client, worker):
    made = add_activity(
        name="Walking football",
        place=PlaceDetails("Mill", "1 Mill Lane, Calderford", "", 53.72, -1.94),
        times=(Slot(3, time(10), time(11)),),
        price_pence=250,
        organisation="Calder Play",
        by=worker,
    )
    pages = []
    for path in ("session-series", "scheduled-sessions"):
        address = f"/open/openactive/{path}"
        pages.append(client.get(address).json())
        pages.append(client.get(pages[-1]["next"]).json())
    report = take_in(*pages)
    assert (counts(report), report.noticed, report.rejected) == ((1, 0, 0, 0), (), ())
    came = Activity.objects.exclude(pk=made.pk).get()
    assert (came.name, came.price_pence, came.organisation.name) == ("Walking football", 250, "Calder Play")
    assert slots(came) == [Slot(3, time(10), time(11))] and came.place.point == (53.72, -1.94)


def test_what_is_no_feed_at_all_is_refused(take_in):
    with pytest.raises(Refused, match="not a page of an OpenActive feed"):
        take_in({"contents": []})
