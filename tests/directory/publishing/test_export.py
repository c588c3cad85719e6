"""What is written to a file comes back the same."""

import csv
import json
import os
from datetime import date, time

import pytest

from kith.access.refusal import Refused
from kith.directory import actions
from kith.directory.models import Activity, Organisation, Place, Source
from kith.directory.publishing.export import export_to
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.directory.reading.spreadsheet import rows_of

from ..test_commands import run
from .conftest import TOWN

ALIKE = (
    "name",
    "summary",
    "long_text",
    "kind",
    "categories",
    "cost_words",
    "is_free",
    "price_pence",
    "needs_funding",
    "taster",
    "audience",
    "access_words",
    "getting_there",
    "host_name",
    "phone",
    "email",
    "url",
    "what_to_expect",
    "form_asks",
    "kit_words",
    "travel_words",
    "setting",
    "on_date",
    "apply_by",
    "status",
    "last_checked_on",
)  # fmt: skip - as a list of one a line it is longer than what uses it


def told(activity: Activity) -> dict:
    place, runs = activity.place, activity.organisation
    point = (place.name, place.address, place.postcode, place.point) if place else None
    times = sorted(json.dumps(Slot.of(row).as_json()) for row in activity.times.all())
    rest = {"place": point, "times": times, "runs": runs.name if runs else None}
    return {name: getattr(activity, name) for name in ALIKE} | rest


def everything() -> list[dict]:
    return sorted((told(each) for each in Activity.objects.filter(status="live")), key=lambda each: each["name"])


def empty_the_install() -> None:
    for model in (Activity, Organisation, Place, Source):
        model.objects.all().delete()


@pytest.fixture
def odd_town(town, worker):
    """The town, with one of every way of repeating, and all that the standard has no field for."""
    times = (
        Slot(1, time(10), None, "fortnightly", None, "every other Tuesday", date(2026, 1, 6)),
        Slot(2, time(14), time(15), "monthly", -1),
        Slot(5, None, None, words="Saturday mornings", term_times_only=True),
        Slot(6, time(9), time(10), not_on=(date(2026, 12, 27),), valid_until=date(2027, 6, 1)),
    )
    actions.add_activity(
        name="Everything at once",
        place=PlaceDetails("The old mill", "Mill Lane", "", 53.7, -1.9),
        times=times,
        needs_funding=True,
        kit_words="Gloves, £5",
        travel_words="Bus, £4",
        form_asks="Your doctor’s name, and whom to ring.",
        setting="home",
        apply_by=date(2098, 3, 1),
        taster=True,
        audience="specialist",
        kind="helping",
        what_to_expect="Tea first.",
        summary="Short and by hand.",
        by=worker,
    )
    town["over"].delete()
    return town


def test_another_install_has_the_same_listings(odd_town, machine, tmp_path):
    file, before = tmp_path / "open.json", everything()
    assert export_to(file) == len(before) == 6
    first = file.read_text()
    ids = {each["name"]: each["id"] for each in json.loads(first)["contents"]}
    empty_the_install()
    report = actions.import_directory(source_path=file, source_name="another", by=machine)
    assert (report.created, report.rejected) == (len(before), ())
    assert everything() == before
    export_to(file)
    assert {each["name"]: each["id"] for each in json.loads(file.read_text())["contents"]} == ids


def test_a_spreadsheet_brings_back_what_it_has_headings_for(odd_town, machine, tmp_path):
    file, before = tmp_path / "open.csv", everything()
    assert export_to(file) == len(before)
    empty_the_install()
    report = actions.import_directory(source_path=file, by=machine)
    assert (report.created, report.rejected) == (len(before), ())
    same = (
        "name",
        "on_date",
        "phone",
        "email",
        "url",
        "categories",
        "access_words",
        "host_name",
        "price_pence",
        "kit_words",
        "travel_words",
        "form_asks",
        "what_to_expect",
        "getting_there",
        "setting",
        "apply_by",
        "needs_funding",
        "taster",
        "audience",
    )
    after = everything()
    assert [{key: each[key] for key in same} for each in after] == [{key: each[key] for key in same} for each in before]
    assert list(map(times_without_words, after)) == list(map(times_without_words, before))


def times_without_words(listing: dict) -> list[dict]:
    """A spreadsheet says times in figures alone."""
    return [{key: each for key, each in json.loads(slot).items() if key != "words"} for slot in listing["times"]]


def test_a_spreadsheet_runs_nothing(town, worker, tmp_path):
    name = '=HYPERLINK("https://bad.example")'
    actions.add_activity(name=name, phone="+44 1632 960123", by=worker)
    export_to(tmp_path / "open.csv")
    with (tmp_path / "open.csv").open(newline="") as file:
        cells = [
            cell for row in csv.DictReader(file) for name, cell in row.items() if name not in ("latitude", "longitude")
        ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")] == []
    assert name in [row["name"] for row in rows_of(tmp_path / "open.csv")], "read in again it is as it was"


def test_what_another_kith_wrote_is_read_as_carefully_as_the_rest(db, machine, write):
    odd = {
        "kind": "nonsense",
        "audience": 7,
        "price_pence": -1,
        "is_free": "yes",
        "host_name": ["a"],
        "on_date": "soon",
        "summary": "<script>alert(1)</script>Hello",
        "times": [{"weekday": 9}, "x", None, {"weekday": 1, "starts": "25:00"}],
        "address": {"a": 1},
    }  # fmt: skip - one line each is longer than what uses it
    entry = {"id": "s1", "name": "Odd", "status": "active", "kith": odd}
    report = actions.import_directory(source_path=write([entry, entry | {"id": "s2", "kith": "words"}]), by=machine)
    assert (report.created, report.rejected) == (2, ())
    activity = Activity.objects.get(external_id="s1")
    assert (activity.kind, activity.audience, activity.price_pence, activity.is_free) == (
        "other",
        "unknown",
        None,
        None,
    )
    assert (activity.host_name, activity.on_date, activity.times.count()) == ("", None, 0)
    assert "<" not in activity.summary


def test_the_command(town, tmp_path, capsys):
    assert run("directory", "export", tmp_path / "open.json", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"exported": 5}
    assert run("directory", "export", tmp_path / "sheet", "--format", "csv") == 0
    assert capsys.readouterr().out == "exported: 5\n"
    assert (tmp_path / "sheet").read_text().startswith("id,name,organization,")


def test_a_file_that_cannot_be_written_is_a_sentence_and_leaves_nothing(town, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        export_to(tmp_path / "nowhere" / "open.json")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused, match="cannot be written"):
        export_to(tmp_path / "folder")
    assert os.listdir(tmp_path) == ["folder"]


def test_a_place_is_where_it_was(town):
    assert (TOWN.latitude, TOWN.longitude) == town["kickboxing"].place.point
