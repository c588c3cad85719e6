"""Whatever file comes in as a directory: a sentence, or entries, and each entry a listing or the reason against it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.access.refusal import Refused
from kith.directory.reading.entry import Entry
from kith.directory.reading.open_source import open_source

WORDS = "id,name,description,price,days,starts,place,postcode,email,latitude,longitude,from_age"
SCHEDULE = {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "dtstart": "2026-01-05", "valid_to": "2027-01-05"}
COST = {"amount": 3, "amount_description": "£3"}
PLACE = {"location": {"name": "Hall", "latitude": 53.7, "longitude": -1.8, "addresses": [{"postal_code": "HX1 1AA"}]}}
SERVICE = {"id": "1", "name": "Tea", "description": "£2", "status": "active", "schedules": [SCHEDULE]}
SERVICE |= {"cost_options": [COST], "service_at_locations": [PLACE], "organization": {"id": "o", "name": "Hall"}}
SERVICE |= {"contacts": [{"name": "Gwen", "phones": [{"number": "01632 960001"}]}], "kith": {"times": [{"weekday": 1}]}}
DATA = {"@type": "SessionSeries", "name": "Run", "startDate": "2026-01-05T10:00:00Z", "eventSchedule": [{"byDay": "x"}]}
DATA |= {"location": {"name": "Park", "geo": {"latitude": 1}}, "offers": [{"price": 2, "priceCurrency": "GBP"}]}
FEED = {"next": "", "items": [{"id": "1", "kind": "SessionSeries", "state": "updated", "modified": 1, "data": DATA}]}
GOOD = (
    json.dumps({"contents": [SERVICE]}).encode(),
    json.dumps(FEED).encode(),
    f"{WORDS}\n1,Tea,Warm,£2,Mon,10:00,Hall,HX1 1AA,a@b.example,53.7,-1.8,18\n".encode(),
)
SPECIAL = st.sampled_from([b'"', b",", b"\n", b"\x00", b"\xff", b"{", b"]", b"null", b"1e999", b"-1", b"\xe2\x80\xa8"])
DAMAGE = st.lists(st.tuples(st.integers(0, 2_000), SPECIAL | st.binary(max_size=3)), min_size=1, max_size=5)
BARE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("2026-13-45T99:99")
ANYTHING = st.recursive(BARE, lambda some: st.lists(some, max_size=2) | st.dictionaries(st.text(max_size=4), some))


@pytest.fixture(scope="module")
def tried(tmp_path_factory) -> Callable[[bytes], None]:
    """Reads these bytes as a directory, to the end."""
    file: Path = tmp_path_factory.mktemp("any") / "directory"

    def read(content: bytes) -> None:
        file.write_bytes(content)
        try:
            entries = list(open_source(file).entries)
        except Refused as reason:
            assert str(reason)
            return
        assert all(isinstance(entry, Entry) or entry for _, entry in entries)

    return read


def damaged(good: bytes, damage: list) -> bytes:
    raw = bytearray(good)
    for at, what in damage:
        raw[at % len(raw) : at % len(raw) + len(what)] = what
    return bytes(raw)


def with_other_values(value, draw: Callable):
    """The same shape, here and there with something else in it."""
    if draw(st.integers(0, 9)) == 0:
        return draw(ANYTHING)
    if isinstance(value, dict):
        return {key: with_other_values(each, draw) for key, each in value.items()}
    return [with_other_values(each, draw) for each in value] if isinstance(value, list) else value


@st.composite
def with_other_rows(draw) -> bytes:
    return json.dumps(with_other_values(draw(st.sampled_from([{"contents": [SERVICE]}, FEED])), draw)).encode()


CELLS = st.text(st.characters(codec="utf-8", exclude_characters=',"\r\n'), max_size=12)
ROWS = st.lists(st.lists(CELLS, max_size=13), max_size=4)


def check_all(tried, many: int) -> None:
    """So many of each."""
    few = settings(max_examples=many, deadline=None, database=None)
    few(given(st.binary(max_size=300))(tried))()
    few(given(st.sampled_from(GOOD), DAMAGE)(lambda good, damage: tried(damaged(good, damage))))()
    few(given(with_other_rows())(tried))()
    few(given(ROWS)(lambda rows: tried("\n".join([WORDS, *map(",".join, rows)]).encode())))()


def test_any_file_gives_a_sentence_or_listings(tried):
    check_all(tried, 40)


@pytest.mark.soak
def test_very_many_files_do(tried):
    check_all(tried, 3_000)
