"""The two feeds of OpenActive, read as a harvester reads them."""

import json
import re
from datetime import time, timedelta

import pytest

from kith.access import clock
from kith.directory import actions
from kith.directory.models import OpenListing
from kith.directory.publishing import rpde, taxonomies
from kith.directory.reading.entry import PlaceDetails, Slot

from ..conftest import SHARED
from .conftest import TOWN, TUESDAY

LIST = SHARED / "openactive" / "activity-list.jsonld"
FEEDS = ("openactive/session-series", "openactive/scheduled-sessions")


def walk(read, path: str) -> list[dict]:
    """Every item, by following `next` until it leads to itself."""
    items, address = [], f"/open/{path}"
    for _ in range(200):
        page = read(address.split("/open/")[1])
        items += page["items"]
        assert page["license"].startswith("https://creativecommons.org/")
        if not page["items"]:
            assert page["next"] == f"http://testserver{address}"
            return items
        address = page["next"].removeprefix("http://testserver")
    raise AssertionError("it never ends")


@pytest.fixture
def reader(read, monkeypatch, settings):
    """Walks a feed in pages of three."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    monkeypatch.setattr(rpde, "PER_PAGE", 3)

    def reading(path: str) -> list[dict]:
        client_get = read.client.get
        return walk(lambda rest: client_get(f"/open/{rest}").json(), path)

    return reading


def test_only_what_is_on_the_list_and_told_in_full(town, reader):
    items = reader(FEEDS[0])
    assert sorted(each["data"]["name"] for each in items) == ["Chair yoga", "Kickboxing for beginners"]
    (kickboxing,) = [each["data"] for each in items if each["data"]["name"].startswith("Kick")]
    assert kickboxing["activity"][0]["prefLabel"] == "Kickboxing"
    assert kickboxing["organizer"]["name"] == "Old Hall Community"
    assert kickboxing["offers"][0]["price"] == 3.5
    assert kickboxing["location"]["address"]["addressLocality"] == "Calderford"
    assert [each["byDay"] for each in kickboxing["eventSchedule"]] == [
        ["https://schema.org/Tuesday"],
        ["https://schema.org/Thursday"],
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Craft club"},
        {"price_pence": None},
        {"times": ()},
        {"times": (Slot(1, None),)},
        {"place": None},
        {"place": PlaceDetails("Somewhere")},
    ],
)
def test_what_cannot_be_told_in_full_stays_out(db, worker, reader, changed):
    fields = {"name": "Kickboxing", "place": TOWN, "times": (TUESDAY,), "price_pence": 350} | changed
    actions.add_activity(by=worker, **fields)
    assert reader(FEEDS[0]) == []


def test_sessions_hang_from_their_series(town, reader):
    series = {each["data"]["@id"] for each in reader(FEEDS[0])}
    sessions = reader(FEEDS[1])
    assert 18 <= len(sessions) <= 21  # six weeks of three days, and what today still holds
    assert {each["data"]["superEvent"] for each in sessions} == series
    ids = [each["id"] for each in sessions]
    assert len(set(ids)) == len(ids)
    kick = next(each["data"] for each in sessions if "endDate" in each["data"])
    assert kick["duration"] == "PT1H30M" and re.search(r"T19:00:00\+0\d:00$", kick["startDate"])


@pytest.mark.parametrize("path", FEEDS)
def test_items_come_by_modified_then_by_id(town, reader, path):
    order = [(each["modified"], each["id"]) for each in reader(path)]
    assert order == sorted(order) and len(set(order)) == len(order)
    assert all(type(modified) is int for modified, _ in order)


def test_what_left_is_told_as_deleted_after_everything_else(town, reader, worker):
    actions.close(activity=town["yoga"], by=worker)
    items = reader(FEEDS[0])
    assert [each["state"] for each in items] == ["updated", "deleted"]
    assert "data" not in items[-1]
    sessions = reader(FEEDS[1])
    assert {each["state"] for each in sessions[-6:]} == {"deleted"}
    with clock.at(clock.now() + timedelta(days=7)):
        actions.bring_feeds_up_to_date()
        assert [each["state"] for each in reader(FEEDS[0])].count("deleted") == 1


def test_a_reader_who_comes_back_gets_only_what_changed(town, read, worker, settings):
    page = read(FEEDS[0])
    following = page["next"].split("/open/")[1]
    assert read(following)["items"] == []
    actions.confirm(activity=town["yoga"], how="rang", by=worker)
    (again,) = read(following)["items"]
    assert again["data"]["name"] == "Chair yoga"


def test_the_end_is_kept_shortly_and_a_page_for_an_hour(town, read):
    page = read.client.get(f"/open/{FEEDS[0]}")
    assert page["Cache-Control"] == "public, max-age=3600"
    end = read.client.get("/open/" + page.json()["next"].split("/open/")[1])
    assert end.json()["items"] == [] and end["Cache-Control"] == "public, max-age=8"


@pytest.mark.parametrize(
    "asked",
    [
        {"afterTimestamp": "x"},
        {"afterTimestamp": "-1"},
        {"afterTimestamp": "9" * 30},
        {"afterId": "00000000-0000-4000-8000-000000000000"},
        {"afterTimestamp": "1", "afterId": "x"},
    ],
)
def test_what_cannot_be_read_is_answered_with_a_sentence(db, read, asked):
    assert read(FEEDS[0], status=400, **asked)["message"].endswith(".")


def test_a_feed_takes_as_many_questions_whatever_it_holds(town, read, django_assert_num_queries):
    with django_assert_num_queries(2):
        read(FEEDS[0])
    with django_assert_num_queries(1):
        read(FEEDS[1])


def test_the_page_of_the_data_can_be_read_by_machines(town, read):
    response = read.client.get("/open/openactive/")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.content.decode(), re.S)
    told = json.loads(found[1])
    assert told["@type"] == "Dataset" and told["license"]
    addresses = [each["contentUrl"] for each in told["distribution"]]
    assert [each.split("/open/")[1] for each in addresses] == list(FEEDS)
    assert not response.cookies and response["Access-Control-Allow-Origin"] == "*"


def test_a_time_before_every_other_week_is_known_gives_no_session(db, worker, reader):
    slot = Slot(1, time(19), None, "fortnightly")
    actions.add_activity(name="Kickboxing", place=TOWN, times=(slot,), price_pence=0, by=worker)
    assert len(reader(FEEDS[0])) == 1 and reader(FEEDS[1]) == []


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Kick-boxing", "Kickboxing"),
        ("Walking football for over-50s", "Walking Football"),
        ("Calder Valley Harriers", "Running"),
        ("Chair yoga in the hall", "Chair Yoga"),
        ("Health walk", "Walking"),
        ("Knitting circle", None),
        ("Chess club", None),
        ("Community choir", None),
    ],
)
def test_our_words_and_theirs(db, worker, name, label):
    found = taxonomies.open_activity(actions.add_activity(name=name, by=worker))
    assert (found.label if found else None) == label


@pytest.mark.skipif(not LIST.exists(), reason="OpenActive's own list is not beside the project")
def test_every_label_is_the_one_of_its_id_in_their_list():
    theirs = {each["identifier"]: each["prefLabel"] for each in json.loads(LIST.read_text())["concept"]}
    ours = {str(each.open_id): each.label for each in taxonomies.open_activities()}
    assert ours and {key: theirs.get(key) for key in ours} == ours


def test_a_listing_is_in_the_feed_by_one_row(town):
    assert OpenListing.objects.filter(was_series=True).count() == 2
