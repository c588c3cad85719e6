"""OpenActive's feeds at an address: walked to their ends, also those that loop, stall, lie or are not there."""

import json
from datetime import time

import pytest

from kith.cli.main import main
from kith.directory.models import Activity
from kith.directory.reading import from_address
from kith.directory.reading.entry import Slot

from .openactive_feed import item, page, series, serve_feed, session
from .served import Served

pytestmark = pytest.mark.django_db


@pytest.fixture
def served():
    here = Served()
    yield here
    here.stop()


def from_feed(address, *more):
    return main(["directory", "import", address, "--source", "calder", "--inside", "--json", *more])


def told(capsys) -> dict:
    return json.loads(capsys.readouterr().out)


def slots(activity) -> list[Slot]:
    return [Slot.of(row) for row in activity.times.all()]


def test_a_feed_is_walked_to_its_end(served, capsys):
    address = serve_feed(served, "/feed", [item(f"s{number}", series(number), number) for number in range(7)])
    assert from_feed(address) == 0
    assert told(capsys) == {"created": 7, "updated": 0, "unchanged": 0, "retired": 0, "rejected": []}
    assert len(served.asked) == 5  # the first is looked at to see what is there; three pages; the empty one
    assert from_feed(address, "--format", "openactive") == 0
    assert told(capsys)["unchanged"] == 7


def test_what_changes_while_it_is_walked_is_read_as_it_is_in_the_end(served, capsys):
    items = [item(f"s{number}", series(number), number) for number in range(6)]
    address, page_of = serve_feed(served, "/feed", items), served.says
    before = page_of["/feed"]

    def changing(query):
        if query:
            serve_feed(served, "/feed", [*items[1:], item("s0", series(0, name="Other name"), 99)])
        return before(query)

    served.says["/feed"] = changing
    assert from_feed(address, "--format", "openactive") == 0
    assert told(capsys)["created"] == 6
    assert Activity.objects.get(external_id="s0").name == "Other name"


def test_a_data_set_page_leads_to_all_its_feeds(served, capsys):
    serve_feed(served, "/series", [item("s1", series(eventSchedule=[]), 1)])
    serve_feed(
        served,
        "/sessions",
        [item(str(day), session(day, startDate=f"2026-12-0{day}T10:00:00Z"), day) for day in (1, 8)],
    )
    data = {
        "@type": "Dataset",
        "distribution": [{"contentUrl": f"{served.address}/{each}"} for each in ("series", "sessions")],
    }
    body = f'<html><script type="application/ld+json">{json.dumps(data)}</script></html>'.encode()
    served.says["/"] = lambda query: (200, body, {})
    assert from_feed(f"{served.address}/") == 0
    assert told(capsys)["created"] == 1
    assert slots(Activity.objects.get()) == [Slot(1, time(10), time(11, 30))]


NEVER = "It was not read to its end. What was not seen stays on the table."


@pytest.mark.parametrize("following", ["/feed", "/feed?after=1", "http://elsewhere.example/feed", "", 7, None])
def test_a_feed_that_goes_round_stands_still_or_leads_away_is_left_and_nothing_leaves(served, capsys, following):
    served.json("/feed", page([item("s1", series())], following))
    assert from_feed(f"{served.address}/feed", "--format", "openactive") == 0
    report = told(capsys)
    assert (report["created"], report["noticed"]) == (1, [{"id": "", "reason": NEVER}])
    assert len(served.asked) <= 3


def test_a_feed_that_never_stops_leading_on_is_left(served, capsys):
    def on_and_on(query):
        number = int(query.get("after", 0))
        items = [item("s1", series())] if not number else []
        return 200, json.dumps(page(items, f"{served.address}/feed?after={number + 1}")).encode(), {}

    served.says["/feed"] = on_and_on
    assert from_feed(f"{served.address}/feed", "--format", "openactive") == 0
    assert told(capsys)["created"] == 1
    assert len(served.asked) < 8


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((500, b"", {}), "answered with 500"),
        ((200, b"<html><p>Sign in</p></html>", {}), "no page of an OpenActive feed"),
        ((200, b'{"next": "x", "items": [', {}), "no page of an OpenActive feed"),
        ((200, b"{}", {}), "no page of an OpenActive feed"),
        ((404, b"", {}), "There is nothing"),
    ],
)
def test_a_page_that_is_not_there_changes_nothing_and_what_came_is_kept(served, monkeypatch, capsys, answer, says):
    monkeypatch.setattr(from_address, "PAUSE", 0)
    address = serve_feed(served, "/feed", [item(f"s{number}", series(number), number) for number in range(5)])
    well = served.says["/feed"]
    served.says["/feed"] = lambda query: answer if query else well(query)
    assert from_feed(address, "--format", "openactive") == 1
    said = capsys.readouterr()
    assert says in said.err + said.out and not Activity.objects.exists()
    served.says["/feed"] = well
    asked = len(served.asked)
    assert from_feed(address, "--format", "openactive") == 0
    assert told(capsys)["created"] == 5
    assert len(served.asked) - asked == 2  # it goes on where it stood


def test_a_page_too_large_is_refused(served, monkeypatch, capsys):
    monkeypatch.setattr("kith.directory.reading.fetching.MOST_BYTES", 1000)
    served.json("/feed", page([item(f"s{number}", series(number)) for number in range(9)]))
    assert from_feed(f"{served.address}/feed", "--format", "openactive") == 1
    assert not Activity.objects.exists()
