"""What is open to everybody, asked as its own description says it may be asked, and as it says it may not."""

import json
import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .visitor import Answer, Visitor

ANY_UUID = st.uuids().map(str)
DAYS = st.dates().map(str) | st.datetimes(timezones=st.timezones()).map(lambda each: each.isoformat())
FIRST_OF_ALL = "0001-01-01T00:00:00+14:00"  # a day before there are any
ODD = (
    "",
    " ",
    "\x00",
    "ü" * 400,
    "-1",
    "1e9",
    "9" * 60,
    "'; --",
    "<b>",
    "2026-02-31",
    "{}",
    "0001-01-01T00:00:00+14:00",
)
EVERY_TIME = settings(derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def described(kith) -> dict:
    return json.loads(Visitor(kith).get("/open/openapi.json").body)


@pytest.fixture(scope="module")
def ids(kith) -> list[str]:
    """Some that are there."""
    return re.findall(r'"id": ?"([0-9a-f-]{36})"', Visitor(kith).get("/open/oruk/services").text)[:5]


def allowed(schema: dict, ids: list[str]):
    """Values that fit."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return DAYS
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True).map(lambda each: each[: schema.get("maxLength")])
    if schema["type"] == "integer":
        return st.integers(schema.get("minimum", 0), schema.get("maximum", 2**53)).map(str)
    if schema["type"] == "boolean":
        return st.sampled_from(["true", "false"])
    return ANY_UUID | st.sampled_from(ids or [""]) if schema.get("format") == "uuid" else st.text(max_size=60)


def wrong_with(answer: Answer, operation: dict, described: dict) -> list[str]:
    """Where it does not answer as the description says."""
    from jsonschema import Draft202012Validator

    told = operation["responses"].get(str(answer.status))
    if told is None:
        return [f"{answer.status} is not described"]
    ((kind, content),) = told["content"].items()
    if answer.headers.get_content_type() != kind:
        return [f"{answer.headers.get_content_type()} instead of {kind}"]
    if kind == "text/html":
        return []
    schema = content["schema"] | {"components": described["components"]}
    return [each.message for each in Draft202012Validator(schema).iter_errors(json.loads(answer.body))]


def try_all(kith, described: dict, ids: list[str], examples: int) -> None:
    """Every operation, with parameters that fit and with others."""
    named = described["components"]["parameters"]
    for path, operations in described["paths"].items():
        takes = [named[each["$ref"].rpartition("/")[2]] for each in operations["get"].get("parameters", [])]
        fits = {each["name"]: allowed(each["schema"], ids) for each in takes}
        try_one(kith, described, path, fits, examples)


def try_one(kith, described: dict, path: str, fits: dict, examples: int) -> None:
    asked = {name: value for name, value in fits.items() if f"{{{name}}}" not in path}

    @settings(EVERY_TIME, max_examples=examples)
    @given(
        st.fixed_dictionaries({}, optional=asked | {"nobody_knows": st.text(max_size=9)}),
        st.dictionaries(st.sampled_from([*asked, "x"]), st.sampled_from(ODD), max_size=2),
        fits.get("open_id", st.just("")),
    )
    def ask(query, odd, open_id):
        address = "/open" + path.replace("{open_id}", open_id) + "?" + urlencode(query | odd, errors="replace")
        answer = Visitor(kith).get(address)
        assert wrong_with(answer, described["paths"][path]["get"], described) == [], address
        is_whole = not odd and "proximity" not in query and ("afterTimestamp" in query or "afterId" not in query)
        assert answer.status != 400 or not is_whole, (address, answer.text)  # far from where is known to no pattern

    ask()


@pytest.mark.attack("A-23")
def test_every_open_address_answers_as_it_is_described_whatever_is_asked(kith, described, ids):
    assert len(ids) == 5 and len(described["paths"]) > 10
    try_all(kith, described, ids, examples=8)


@pytest.mark.soak
@pytest.mark.attack("A-23")
def test_so_it_does_a_thousand_times(kith, described, ids):
    try_all(kith, described, ids, examples=300)


@pytest.mark.attack("A-22")
def test_it_takes_nothing_and_remembers_nobody(kith, described):
    before = kith.as_it_stands()
    for path in described["paths"]:
        address = "/open" + path.replace("{open_id}", "00000000-0000-4000-8000-000000000000")
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            visitor = Visitor(kith)
            assert visitor.ask(method, address, body=b"").status in (403, 404, 405), (method, path)
            assert visitor.cookies == {}
    assert kith.as_it_stands() == before
