"""A directory at an address: page by page, resumed where it stopped, and never from inside the network."""

import gzip
import json
import socket
import threading
import time
from contextlib import suppress

import pytest

from kith.access.refusal import Refused
from kith.cli.main import main
from kith.directory.models import Activity, Status
from kith.directory.reading import fetching, from_address
from kith.directory.reading.fetching import NotNow, fetch, is_outside

from .served import Served

OUTSIDE = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"]
INSIDE = [
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1",
]  # a table, a row a line # fmt: skip


@pytest.fixture
def served():
    """A directory on loopback."""
    here = Served()
    yield here
    here.stop()


def whole(number: int) -> dict:
    """One invented service as a detail tells it."""
    named = {"id": f"s-{number}", "name": f"Calder walk {number}", "status": "active", "description": "Boots help."}
    return named | {"schedules": [{"id": "t", "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00"}]}


def short(number: int) -> dict:
    return {key: value for key, value in whole(number).items() if key != "schedules"}


@pytest.mark.parametrize("number", OUTSIDE)
def test_the_open_internet_is_outside(number):
    assert is_outside(number)


@pytest.mark.parametrize("number", INSIDE)
@pytest.mark.attack("A-10")
def test_every_other_way_of_writing_an_address_is_inside(number):
    assert not is_outside(number)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/",
     "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://127.1/"],
)  # a table, a row a line # fmt: skip
def test_an_address_inside_is_not_read(address):
    with pytest.raises((Refused, NotNow)) as refused:
        fetch(address)
    assert "inside this network" in str(refused.value) or "could not be found" in str(refused.value)


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "ftp://council.example/", "gopher://council.example/", "http://name:word@council.example/",
     "http:///", "https://council.example:99999/", "http://council.example:8080/", "http://a\\@council.example/"],
)  # a table, a row a line # fmt: skip
@pytest.mark.attack("A-10")
def test_only_plain_web_addresses_are_read(address, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: pytest.fail("it was looked up"))
    with pytest.raises(Refused):
        fetch(address)


def test_one_address_inside_among_others_is_enough_to_stop(monkeypatch):
    found = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("10.0.0.9", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(Refused, match="inside this network"):
        fetch("http://two-faced.example/")


@pytest.mark.attack("A-10")
def test_a_name_is_looked_up_once_and_the_connection_goes_to_what_was_checked(served, monkeypatch):
    """A name that answers differently the second time changes nothing: it is not asked a second time."""
    served.json("/list", [1])
    looked_up, real = [], socket.getaddrinfo

    def lookup(host, *args, **kwargs):
        looked_up.append(host)
        return real("127.0.0.1" if host == "council.example" else host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    port = served.address.rpartition(":")[2]
    assert fetch(f"http://council.example:{port}/list", inside=True).body == b"[1]"
    assert looked_up.count("council.example") == 1


@pytest.mark.attack("A-10")
def test_a_hop_is_checked_like_the_first_address(served, monkeypatch):
    served.says["/away"] = lambda query: (302, b"", {"Location": "http://169.254.169.254/latest/"})
    real = fetching._numbers
    monkeypatch.setattr(fetching, "_numbers", lambda parts, _, until: real(parts, parts.hostname == "127.0.0.1", until))
    monkeypatch.setattr(fetching, "PORTS", fetching.PORTS | {int(served.address.rpartition(":")[2])})
    with pytest.raises(Refused, match="inside this network"):
        fetch(f"{served.address}/away")


def test_it_does_not_follow_for_ever(served):
    served.says["/round"] = lambda query: (302, b"", {"Location": "/round"})
    with pytest.raises(Refused, match="on and on"):
        fetch(f"{served.address}/round", inside=True)
    assert len(served.asked) == fetching.MOST_HOPS


def test_too_much_is_refused_also_when_it_comes_small(served, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_BYTES", 100_000)
    bomb = gzip.compress(b"0" * 5_000_000)
    served.says["/bomb"] = lambda query: (200, bomb, {"Content-Encoding": "gzip"})
    with pytest.raises(Refused, match="larger than"):
        fetch(f"{served.address}/bomb", inside=True)


@pytest.mark.attack("A-10")
def test_what_drips_is_given_up(served):
    served.says["/drip"] = lambda query: (200, b"0" * 3_000_000, {})
    with pytest.raises(NotNow, match="too long"):
        fetch(f"{served.address}/drip", inside=True, until=time.monotonic() - 1)


def test_every_page_is_read_and_each_is_asked_for_once(served, tmp_path):
    served.pages("/services", [whole(number) for number in range(7)], per_page=3)
    told = []
    folder = from_address.brought_here(
        f"{served.address}/services", into=tmp_path, inside=True, progress=lambda *page: told.append(page)
    )
    names = [
        each["name"] for file in sorted(folder.glob("page-*")) for each in json.loads(file.read_text())["contents"]
    ]
    assert names == [f"Calder walk {number}" for number in range(7)]
    assert [path.partition("page=")[2][-1] for path in served.asked] == ["1", "2", "3"]
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_run_that_was_stopped_goes_on_after_the_last_page_it_kept(served, tmp_path, monkeypatch):
    monkeypatch.setattr(from_address, "PAUSE", 0)
    served.pages("/services", [whole(number) for number in range(6)], per_page=2)
    as_it_should, served.asked = served.says["/services"], []
    served.says["/services"] = lambda query: as_it_should(query) if query["page"] < "3" else (503, b"", {})
    with pytest.raises(Refused, match="2 pages are kept"):
        from_address.brought_here(f"{served.address}/services", into=tmp_path, inside=True)
    served.asked.clear()
    served.says["/services"] = as_it_should
    folder = from_address.brought_here(f"{served.address}/services", into=tmp_path, inside=True)
    assert len(served.asked) == 1 and "page=3" in served.asked[0]
    assert len(list(folder.glob("page-*"))) == 3


def test_a_list_in_short_is_filled_in_from_each_detail(served, tmp_path):
    served.pages("/v3/services", [short(1), short(2)], per_page=5)
    for number in (1, 2):
        served.json(f"/v3/services/s-{number}", whole(number))
    served.json("/v3", {"version": "HSDS-UK-3.0", "openapi_url": "https://council.example/openapi.json"})
    folder = from_address.brought_here(f"{served.address}/v3", into=tmp_path, inside=True)
    held = json.loads(next(folder.glob("page-*")).read_text())["contents"]
    assert all(each["schedules"] for each in held)


def test_a_directory_without_details_is_taken_as_its_list_tells_it(served, tmp_path):
    served.json("/services", [short(1), short(2)])
    folder = from_address.brought_here(f"{served.address}/services", into=tmp_path, inside=True)
    assert len(json.loads(next(folder.glob("page-*")).read_text())) == 2
    assert len(served.asked) == 2  # the list, and one detail that was not there


def test_the_command_reads_an_address_and_a_second_time_changes_nothing(db, served, tmp_path, settings, capsys):
    settings.DATA_DIR = tmp_path
    served.pages("/services", [whole(number) for number in range(5)], per_page=2)
    command = ["directory", "import", f"{served.address}/services", "--inside", "--json"]
    assert main(command) == 0
    first = json.loads(capsys.readouterr().out)
    assert (first["created"], first["rejected"]) == (5, [])
    assert Activity.objects.filter(source__name="127.0.0.1", status=Status.LIVE).count() == 5
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 5
    assert list((tmp_path / "fetched").iterdir()) == []


def test_what_has_gone_is_retired_only_after_a_whole_run(db, served, tmp_path, settings, capsys):
    settings.DATA_DIR = tmp_path
    served.pages("/services", [whole(number) for number in range(4)], per_page=2)
    command = ["directory", "import", f"{served.address}/services", "--inside", "--json"]
    main(command)
    served.pages("/services", [whole(number) for number in range(3)], per_page=2)
    capsys.readouterr()
    main(command)
    assert json.loads(capsys.readouterr().out)["retired"] == 1


def test_the_command_says_in_one_sentence_that_an_address_is_inside(db, served, tmp_path, settings, capsys):
    settings.DATA_DIR = tmp_path
    address = served.address.rpartition(":")[0]
    assert main(["directory", "import", f"{address}/services"]) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and "inside this network" in said.err
    assert served.asked == []


def test_a_name_in_other_letters_is_told_and_not_a_crash(served):
    with pytest.raises(NotNow, match="did not answer as it should"):
        fetch(served.address.replace("127.0.0.1", "１２７.0.0.1"), inside=True)


@pytest.fixture
def drips():
    """Gives an address that answers with this, and then with a letter at a time, for half a minute; then `ended`."""
    listening = socket.create_server(("127.0.0.1", 0))

    def drip(begins: bytes) -> None:
        with suppress(OSError), listening.accept()[0] as line:
            line.sendall(begins)
            for _ in range(600):
                time.sleep(0.05)
                line.sendall(b"a")
            answers.ended = True

    def answers(begins: bytes) -> str:
        threading.Thread(target=drip, args=(begins,), daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    answers.ended = False
    yield answers
    listening.close()


@pytest.mark.parametrize("only_asks", [True, False])
@pytest.mark.parametrize(
    "begins",
    [
        b"HT",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\n\r\nWe",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /",
    ],
)
def test_a_server_that_sends_a_letter_at_a_time_holds_nobody(drips, begins, only_asks):
    with suppress(NotNow):
        fetch(drips(begins), inside=True, until=time.monotonic() + 0.3, only_asks=only_asks)
        assert only_asks and begins.count(b"\r\n\r\n")  # it answered, and no more was asked
    assert not drips.ended


def test_a_name_that_nobody_finds_holds_nobody_up(monkeypatch):
    held = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: held.wait(30))
    with pytest.raises(NotNow, match="could not be found"):
        fetch("https://slow.example/", until=time.monotonic() + 0.1)
    assert not held.is_set()
    held.set()
