"""Directories that are wrong, slow or false: a sentence for each, the good rest goes in, nothing is half-written."""

import json
import threading
from datetime import date

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.cli.main import main
from kith.directory.actions import import_directory, import_places
from kith.directory.models import Activity, ImportRun, Source, Status
from kith.directory.queries import find
from kith.directory.reading import fetching, from_address, in_time, open_source

from .conftest import service
from .served import Served

pytestmark = pytest.mark.django_db
SCRIPT = '<script>alert("x")</script><b onclick="x()">Tea</b>'


@pytest.fixture
def served():
    here = Served()
    yield here
    here.stop()


@pytest.fixture
def bring_in(served, tmp_path, settings, capsys, monkeypatch):
    """Runs the command on the served list. Gives its exit code, its report, and what it said on stderr."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(from_address, "PAUSE", 0)

    def running() -> tuple[int, dict, str]:
        code = main(["directory", "import", f"{served.address}/services", "--inside", "--json"])
        said = capsys.readouterr()
        return code, json.loads(said.out) if said.out else {}, said.err

    return running


def page(number: int, contents: list, **told) -> tuple[int, bytes, dict]:
    whole = {"page_number": number, "contents": contents} | told
    return 200, json.dumps(whole).encode(), {}


def whole(number: int) -> dict:
    """A service that its list tells in full."""
    return service(number, schedules=[])


def live() -> set[str]:
    return set(Activity.objects.filter(status=Status.LIVE).values_list("external_id", flat=True))


def test_a_list_that_goes_round_ends_and_what_it_holds_goes_in(served, bring_in):
    both = [whole(1), whole(2)]
    served.says["/services"] = lambda query: page(int(query["page"]), both, total_pages=100_000, total_items=200_000)
    code, report, _ = bring_in()
    assert (code, report["created"], report["rejected"]) == (0, 2, [])
    assert report["noticed"][0]["reason"].startswith("This directory says that it holds 200,000, and gave 2.")
    assert len(served.asked) == 2


def test_a_list_that_holds_less_than_it_says_takes_nothing_off_the_table(served, bring_in):
    served.pages("/services", [whole(number) for number in range(4)], per_page=2)
    bring_in()
    served.says["/services"] = lambda query: page(1, [whole(1)], total_pages=1, total_items=4)
    code, report, _ = bring_in()
    assert (code, report["unchanged"], report["retired"]) == (0, 1, 0)
    assert live() == {"s0", "s1", "s2", "s3"}


@pytest.mark.parametrize("told", [{"total_pages": 1}, {"last_page": True}, {}])
def test_a_list_with_more_than_its_pages_say_is_read_to_its_end(served, bring_in, told):
    services = [whole(number) for number in range(5)]

    def some(query):
        number = int(query["page"])
        return page(number, services[number * 2 - 2 : number * 2], total_items=5, **told)

    served.says["/services"] = some
    code, report, _ = bring_in()
    assert (code, report["created"]) == (0, 5)
    assert "noticed" not in report


def test_a_list_that_changes_on_the_way_takes_nothing_off_the_table(served, bring_in):
    served.pages("/services", [whole(number) for number in range(4)], per_page=2)
    bring_in()
    shifted = {1: ([whole(0), whole(1)], 4), 2: ([whole(3)], 3)}  # the first went while it was walked, and 2 slipped by
    served.says["/services"] = lambda query: page(
        int(query["page"]), shifted[int(query["page"])][0], total_items=shifted[int(query["page"])][1], total_pages=2
    )
    code, report, _ = bring_in()
    assert (code, report["retired"], report["unchanged"]) == (0, 0, 3)
    assert report["noticed"] == [
        {"id": "", "reason": "This directory changed while it was read. What was not seen stays on the table."}
    ]
    assert "s2" in live()


HTML = b"\n<!doctype html><title>Sign in</title><p>Please sign in.</p>"


@pytest.mark.parametrize("wrong_page", [1, 2])
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((200, HTML, {}), "web page"),
        ((500, b"oh", {}), "answered with 500"),
        ((200, b'{"contents": [{"id": "s1"', {}), "cut short"),
        ((404, b"", {}), "nothing at"),
    ],
)
def test_one_wrong_page_changes_nothing_and_is_told_in_a_sentence(served, bring_in, wrong_page, answer, says):
    served.pages("/services", [whole(number) for number in range(4)], per_page=2)
    right = served.says["/services"]
    served.says["/services"] = lambda query: answer if int(query["page"]) == wrong_page else right(query)
    code, _, said = bring_in()
    assert code == 1 and says in said and said.count("\n") == 1
    assert not Source.objects.exists()
    served.says["/services"] = right  # it is not remembered as what the directory said
    assert bring_in()[1]["created"] == 4


def test_one_that_stalls_is_given_up(served, bring_in, monkeypatch):
    monkeypatch.setattr(in_time, "READ", 0.05)
    go_on = threading.Event()
    served.says["/services"] = lambda query: (go_on.wait(30) and None) or (200, b"[]", {})
    code, _, said = bring_in()
    go_on.set()
    assert code == 1 and "did not answer as it should" in said
    assert not Source.objects.exists()


def test_one_that_never_ends_is_given_up_before_it_fills_the_memory(served, bring_in, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 200_000)
    served.says["/services"] = lambda query: (200, b"[" + b" " * 3_000_000, {"Content-Length": str(10**9)})
    code, _, said = bring_in()
    assert code == 1 and "larger than 20 MB" in said


def test_a_file_of_a_gigabyte_is_refused_before_it_is_opened(machine, tmp_path):
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(Refused, match="larger than 200 MB"):
        import_directory(source_path=tmp_path / "huge.json", by=machine)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id,name\n1,Café\n".encode("cp1252"), "not text in UTF-8"),
        ("id,name\n1,Café\n".encode("utf-16-le"), "not a text file"),
        (b"<html><body>Sorry</body></html>", "a web page"),
    ],
)
def test_a_spreadsheet_that_is_none_is_told_in_a_sentence(machine, tmp_path, content, says):
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(Refused, match=says):
        import_directory(source_path=tmp_path / "list.csv", by=machine)
    assert not Source.objects.exists() and not ImportRun.objects.exists()


def everywhere(value: str) -> dict:
    """A service with these words in every field that holds words."""
    address = dict.fromkeys(("address_1", "address_2", "city", "state_province", "postal_code"), value)
    location = {"name": value, "latitude": value, "longitude": value, "addresses": [address]}
    location["accessibility"] = [{"description": value}]
    named = {"id": "odd", "name": f"Odd {value}", "description": value, "url": f"https://x.example/{value}"}
    texts = dict.fromkeys(
        (
            "email",
            "status",
            "fees",
            "assured_date",
            "deliverable_type",
            "attending_type",
            "application_process",
            "alert",
        ),
        value,
    )
    return (
        named
        | texts
        | {
            "organization": {"id": value, "name": value, "description": value, "website": value},
            "attributes": [{"taxonomy_term": {"name": value}}],
            "contacts": [{"email": value, "phones": [{"number": f"{value} 01632 960123"}]}],
            "cost_options": [{"amount": 3, "option": value, "amount_description": value}],
            "service_at_locations": [{"location": location}],
            "schedules": [{"byday": "TU", "description": value, "opens_at": value, "freq": value, "valid_from": value}],
            "pc_targetAudience": [{"audienceType": value}],
        }
    )


def test_scripts_in_every_field_become_plain_words_or_nothing(machine, write):
    report = import_directory(source_path=write([everywhere(SCRIPT), service(2)]), by=machine)
    assert (report.created, report.rejected) == (2, ())
    odd = Activity.objects.get(name="Odd Tea")
    kept = [*vars(odd).values(), *vars(odd.organisation).values(), *vars(odd.place).values()]
    kept += [value for slot in odd.times.all() for value in vars(slot).values()]
    assert not [value for value in kept if isinstance(value, str | list) and "<" in str(value)]
    assert (odd.phone, odd.url, odd.summary) == ("01632 960123", "", "Tea")


@pytest.mark.parametrize(("first", "last"), [("1900-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")])
def test_days_that_stand_for_ever_are_not_taken_for_days(machine, write, first, last):
    slot = {"freq": "WEEKLY", "interval": "2", "byday": "TU", "opens_at": "10:00"}
    odd = service(1, assured_date=last, schedules=[slot | {"valid_from": first, "valid_to": last}])
    report = import_directory(source_path=write([odd, service(2)]), by=machine)
    assert report.created == 2
    made = Activity.objects.get(external_id="s1")
    assert (made.last_checked_on, made.last_checked_how) == (None, "")
    assert [(each.valid_from, each.valid_until) for each in made.times.all()] == [(None, None)]
    assert [one["id"] for one in report.noticed] == ["s1"] and last in report.noticed[0]["reason"]
    assert len(find("choir on tuesday")) == 2


def test_a_check_that_is_still_to_come_is_none(machine, write):
    odd = service(1, assured_date=f"{clock.today().replace(year=clock.today().year + 1, day=1)}")
    import_directory(source_path=write([odd]), by=machine)
    assert Activity.objects.get().last_checked_on is None


@pytest.mark.parametrize("day", ["1900-01-01", "31/12/9999", "2026-02-31"])
def test_a_one_off_on_no_day_is_left_out_and_the_rest_goes_in(machine, write, day):
    rows = f"id,name,date\nf1,Fair,{day}\nf2,Fete,2027-06-05\n"
    report = import_directory(source_path=write(rows, "town.csv"), by=machine)
    assert (report.created, [one["id"] for one in report.rejected]) == (1, ["f1"])
    assert Activity.objects.get().on_date == date(2027, 6, 5)


def located(number: int, latitude, longitude, postcode="") -> dict:
    location = {"latitude": latitude, "longitude": longitude, "addresses": [{"postal_code": postcode}]}
    return service(number, service_at_locations=[{"location": location}])


def test_degrees_the_wrong_way_round_are_turned_and_told(machine, write):
    services = [located(1, -1.94, 53.72), located(2, 53.72, -1.94), located(3, 1500, 2), located(4, None, None)]
    report = import_directory(source_path=write(services), by=machine)
    assert {one["id"]: one["reason"] for one in report.noticed} == {
        "s1": "Its latitude and longitude stood the wrong way round. They were turned.",
        "s3": "Its latitude and longitude are not a place on the globe, so nobody is told how far it is.",
    }
    points = [each.place.point for each in Activity.objects.order_by("external_id")]
    assert points == [(53.72, -1.94), (53.72, -1.94), None, None]


def test_degrees_the_wrong_way_round_in_a_spreadsheet_are_turned_too(machine, write):
    rows = "id,name,latitude,longitude\nc1,Choir,-1.94,53.72\n"
    report = import_directory(source_path=write(rows, "town.csv"), by=machine)
    assert Activity.objects.get().place.point == (53.72, -1.94)
    assert [one["id"] for one in report.noticed] == ["c1"]


def test_a_postcode_that_does_not_exist_is_told(machine, write):
    import_places(source_path=write("postcode,latitude,longitude\nCX1 2RG,53.71,-1.95\n", "codes.csv"), by=machine)
    services = [located(1, None, None, "CX9 9ZZ"), located(2, None, None, "nowhere"), located(3, None, None, "cx12rg")]
    report = import_directory(source_path=write(services), by=machine)
    assert {one["id"]: one["reason"] for one in report.noticed} == {
        "s1": "We do not know where its postcode CX9 9ZZ is, so nobody is told how far it is.",
        "s2": "Its postcode “nowhere” is none.",
    }
    assert report.created == 3


def test_people_are_told_what_was_odd(machine, write, capsys):
    assert main(["directory", "import", str(write([located(1, -1.94, 53.72)]))]) == 0
    assert "Taken in all the same:\n  s1: Its latitude and longitude stood" in capsys.readouterr().out


def test_what_a_folder_holds_is_judged_as_one(tmp_path):
    for number, claimed in ((1, 3), (2, 3)):
        said = {"contents": [service(number)], "total_items": claimed}
        (tmp_path / f"{number}.json").write_text(json.dumps(said), encoding="utf-8")
    assert not open_source.open_source(tmp_path).complete
    (tmp_path / "3.json").write_text(json.dumps({"contents": [service(3)], "total_items": 3}), encoding="utf-8")
    assert open_source.open_source(tmp_path).complete
