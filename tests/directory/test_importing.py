"""Reading a directory in: every format, twice, in part, broken, and beside local edits."""

import json

import pytest

from kith.access import trail
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory.actions import confirm, correct, import_directory, retire
from kith.directory.models import Activity, ImportRun, Organisation, RawRecord, SearchDocument, Source
from kith.directory.queries import find, last_run

from .conftest import MOCKS, REAL, needs_mocks, needs_real, service

pytestmark = pytest.mark.django_db
NAMES = ["Zoë’s café", "李小龙 club", "O'Brien & Sons", "🎺 brass", "מקהלה", "x" * 200]


def counts(report) -> tuple[int, int, int, int]:
    return report.created, report.updated, report.unchanged, report.retired


def take_in(path, machine, **options):
    return import_directory(source_path=path, by=machine, **options)


@needs_real
def test_every_real_service_goes_in_and_twice_changes_nothing(machine):
    first = take_in(REAL, machine)
    assert counts(first) == (738, 0, 0, 0)
    assert first.rejected == ()
    kept = list(Activity.objects.order_by("pk").values())
    assert counts(take_in(REAL, machine)) == (0, 0, 738, 0)
    assert list(Activity.objects.order_by("pk").values()) == kept
    names = [found.name.casefold() for found in find("somewhere to play music with others", limit=10)]
    assert sum("choir" in name or "choral" in name or "ukulele" in name or "sing" in name for name in names) >= 6
    assert not any("<" in row["summary"] or "&nbsp" in row["long_text"] for row in kept)


@needs_real
def test_a_truncated_real_file_leaves_nothing(machine, tmp_path):
    cut = tmp_path / "cut.json"
    cut.write_bytes(REAL.read_bytes()[:900_000])
    with pytest.raises(Refused, match="cut short"):
        take_in(cut, machine)
    assert not Activity.objects.exists()
    assert not Source.objects.exists()


@needs_mocks
@pytest.mark.parametrize("name", ["service_full.json", "service_list.json"])
def test_official_samples_go_in(machine, name):
    assert counts(take_in(MOCKS / "Default" / name, machine)) == (1, 0, 0, 0)
    activity = Activity.objects.get()
    assert activity.name == "Community Counselling"
    assert activity.organisation.name == "Example Organization Inc."


@needs_mocks
def test_a_nested_service_keeps_its_times_place_and_price(machine):
    take_in(MOCKS / "Default" / "service_full.json", machine)
    activity = Activity.objects.get()
    assert [(slot.weekday, f"{slot.starts:%H:%M}") for slot in activity.times.all()] == [
        (3, "10:00"),
        (4, "10:00"),
    ]
    assert activity.price_pence == 3500
    assert activity.place.latitude is None  # the sample's own is off the globe
    assert activity.place.address.startswith("1-30 Main Street")
    assert "induction loops" in activity.access_words


def test_a_folder_of_details_is_one_source(machine, write):
    for number in range(3):
        write(service(number), f"detail-{number}.json")
    folder = write(service(9), "detail-9.json").parent
    assert counts(take_in(folder, machine, source_name="calder")) == (4, 0, 0, 0)
    assert Source.objects.get().name == "calder"


def test_prose_gives_suggestions_not_facts(machine, write):
    take_in(write([service()]), machine)
    activity = Activity.objects.get()
    assert not activity.times.exists()
    assert activity.price_pence is None
    assert activity.is_free is None
    assert {one.field for one in activity.suggestions.all()} == {"times", "price_pence", "taster"}
    assert activity.summary == "We sing every Tuesday 6.30-8pm. First session free then £4."
    assert activity.email == ""


def test_changes_retirement_and_return(machine, write):
    both = [service(1), service(2)]
    take_in(write(both), machine)
    changed = [service(1, name="Another name")]
    assert counts(take_in(write(changed), machine)) == (0, 1, 0, 1)
    assert Activity.objects.get(external_id="s2").status == "retired"
    assert [found.known_as for found in find("choir", limit=5)] == ["s1"]
    assert counts(take_in(write(changed), machine)) == (0, 0, 1, 0)
    assert counts(take_in(write([service(1, name="Another name"), service(2)]), machine)) == (0, 1, 1, 0)
    assert Activity.objects.get(external_id="s2").status == "live"


def test_retires_only_within_its_source_and_after_a_whole_run(machine, write):
    take_in(write([service(1)], "one.json"), machine)
    assert counts(take_in(write([service(2)], "two.json"), machine))[3] == 0
    page = {"total_items": 9, "contents": [service(3)]}
    assert counts(take_in(write(page), machine, source_name="one"))[3] == 0
    assert Activity.objects.get(external_id="s1").status == "live"


def test_one_bad_entry_is_told_and_the_rest_goes_in(machine, write):
    take_in(write([service(1), service(2)]), machine)
    report = take_in(write([service(1), service(2, name=" "), "nonsense", service(3), service(3)]), machine)
    assert counts(report) == (1, 0, 1, 0)
    reasons = {one["id"]: one["reason"] for one in report.rejected}
    assert reasons["s2"] == "It has no name."
    assert reasons["s3"] == "This id is there more than once."
    assert Activity.objects.get(external_id="s2").status == "live"  # it is still there, only unreadable


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        ('[{"id": "s1", "name": "Ch', "cut.json", "cut short"),
        ("hello, this is a letter\nwith two lines\n", "letter.json", "no heading “name”"),
        ('{"error": "not found"}', "error.json", "does not hold a list"),
        ("", "empty.json", "empty"),
        ("[]", "none.json", "no entries"),
        ("[" * 100_000, "deep.json", "nested too deeply|cut short"),
        ("PK\x03\x04rest", "sheet.xlsx", "Excel"),
        ('id,name,cost\n1,Choir,free\n2,"Ba', "cut.csv", "middle of a row"),
        ("id,name,cost\n1,Choir,free\n2,Ba", "cut.csv", "middle of a row"),
        ("name\n", "none.csv", "no entries"),
    ],
)
def test_a_file_that_is_not_what_it_says_changes_nothing(machine, write, content, name, says):
    with pytest.raises(Refused, match=says) as refused:
        take_in(write(content, name), machine)
    assert "\n" not in str(refused.value)
    assert not Source.objects.exists()
    assert not ImportRun.objects.exists()


def test_what_is_not_of_the_format_that_was_named_says_so(machine, write):
    with pytest.raises(Refused, match="not a page of an OpenActive feed"):
        take_in(write([service()]), machine, format="openactive")
    with pytest.raises(Refused, match="There is no file"):
        take_in("nowhere.json", machine)


def test_dry_run_keeps_nothing(machine, write):
    assert counts(take_in(write([service()]), machine, dry_run=True)) == (1, 0, 0, 0)
    assert not Activity.objects.exists()
    assert not SearchDocument.objects.exists()
    assert not TrailEntry.objects.exists()


def test_local_edits_outlive_the_next_import(machine, worker, write):
    take_in(write([service()]), machine)
    activity = Activity.objects.get()
    correct(activity=activity, field="name", value="Our choir", by=worker)
    confirm(activity=activity, how="rang them", by=worker)
    take_in(write([service(name="Their new name", url="https://choir.example")]), machine)
    activity.refresh_from_db()
    overlay = activity.overlays.get()
    assert (activity.name, activity.url) == ("Our choir", "https://choir.example")
    assert (overlay.value, overlay.imported_value, overlay.differs) == ("Our choir", "Their new name", True)
    assert activity.last_checked_how == "rang them"


def test_what_left_by_its_age_and_is_gone_from_its_source_is_gone(machine, write):
    many = [service(1), service(2)]
    import_directory(source_path=write(many), source_name="council", by=machine)
    Activity.objects.filter(external_id="s2").update(status="off")
    import_directory(source_path=write(many[:1]), source_name="council", by=machine)
    assert Activity.objects.get(external_id="s2").status == "retired"


def test_what_was_retired_here_stays_so(machine, worker, write):
    take_in(write([service()]), machine)
    retire(activity=Activity.objects.get(), by=worker)
    take_in(write([service(name="Back?")]), machine)
    assert Activity.objects.get().status == "retired"
    assert find("choir") == []


def test_a_dismissed_suggestion_is_not_offered_again(machine, worker, write):
    take_in(write([service()]), machine)
    suggestion = Activity.objects.get().suggestions.get(field="times")
    type(suggestion).objects.filter(pk=suggestion.pk).update(state="dismissed")
    take_in(write([service(name="New name")]), machine)
    assert [one.state for one in Activity.objects.get().suggestions.filter(field="times")] == ["dismissed"]


HEADINGS = (
    "id,name,organization,description,categories,latitude,longitude,postcode,address,"
    "day,starts,ends,frequency,date,cost,phone,email,url,access,contact"
)
BAND = (
    "c1,Brass band,Mill Music,Bring a horn.,music; brass,53.72,-1.94,CX1 2RG,1 Mill Lane,"
    "mon;wed,19:00,21:00,weekly,,£3.50,01632 960114,a@b.example,band.example,Step-free,Sam"
)
CSV = "\n".join(
    [
        HEADINGS,
        BAND,
        "c2,Fair,,,,,,,,,,,,2026-12-05,free,,,,,",
        ",Nameless id,,,,,,,,,,,,,,,,,,",
        "c3,,,,,,,,,,,,,,,,,,,",
        "c4,Bad place,,,,,,,,,,,,,,,,,,",
        "c5,Bad spot,,,,99,200,,,,,,,,,,,,,",
        "c6,Bad day,,,,,,,,someday,,,,,,,,,,",
        "",
    ]
)


def test_csv_with_the_headings_everybody_is_told_of(machine, write):
    report = take_in(write(CSV, "town.csv"), machine)
    assert counts(report)[0] == 4
    assert {one["id"] for one in report.rejected} == {"c3", "c5", "c6"}
    band = Activity.objects.get(external_id="c1")
    assert [slot.weekday for slot in band.times.all()] == [0, 2]
    assert (band.price_pence, band.phone, band.url) == (350, "01632 960114", "https://band.example")
    assert (band.kind, band.categories, band.host_name) == ("music", ["music", "brass"], "Sam")
    assert (band.place.postcode, band.place.latitude) == ("CX1 2RG", 53.72)
    fair = Activity.objects.get(external_id="c2")
    assert (f"{fair.on_date}", fair.is_free, fair.place) == ("2026-12-05", True, None)
    nameless = Activity.objects.get(name="Nameless id")
    assert nameless.external_id
    assert counts(take_in(write(CSV, "town.csv"), machine)) == (0, 0, 4, 0)


def test_rows_with_one_id_are_one_thing_with_several_times(machine, write):
    rows = "id,name,day,starts\nc1,Choir,mon,19:00\nc1,Choir,thu,10:00\nc2,One,mon,\nc2,Two,tue,\n"
    report = take_in(write(rows, "town.csv"), machine)
    assert [slot.weekday for slot in Activity.objects.get().times.all()] == [0, 3]
    assert report.rejected == ({"id": "c2", "reason": "Two different things have this id."},)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_kind(machine, write, name):
    take_in(write([service(name=name, organization={"id": "o", "name": name})]), machine)
    activity = Activity.objects.get()
    assert (activity.name, activity.organisation.name) == (name, name)
    assert [found.name for found in find(name)] == ([] if name == "🎺" else [name])


def test_the_record_is_kept_as_it_came_and_the_run_is_in_the_trail(machine, write):
    take_in(write([service()]), machine)
    record = RawRecord.objects.get()
    assert json.loads(record.raw) == service()
    assert len(record.sha256) == 64
    (line,) = TrailEntry.objects.all()
    assert (line.chain, line.what, line.who) == (trail.INSTALL, "directory imported", "command line")
    assert last_run("council").created == 1
    assert Organisation.objects.count() == 1


def test_only_those_who_may(write):
    with pytest.raises(NotPermitted):
        take_in(write([service()]), Actor.nobody())
