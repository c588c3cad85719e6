"""The description of the interface says what is there, and what is there answers as it says."""

import re

import pytest
from django.urls import get_resolver

from kith.directory.publishing.addresses import ADDRESSES
from tests.architecture.test_doors import addresses

NOBODY = "00000000-0000-4000-8000-000000000000"


def errors(told, schema: dict) -> list[str]:
    """What does not fit. The library takes seconds to load, so only whoever asks it loads it."""
    from jsonschema import Draft202012Validator

    return [error.message for error in Draft202012Validator(schema).iter_errors(told)]


@pytest.fixture
def described(db, read) -> dict:
    return read("openapi.json")


def open_patterns() -> set[str]:
    resolver = next(each for each in get_resolver().url_patterns if str(each.pattern) == "open/")
    return {"/" + re.sub(r"<(\w+)>", r"{\1}", str(each.pattern)) for each in addresses(resolver.url_patterns)}


def test_it_is_valid(described):
    from openapi_spec_validator import OpenAPIV31SpecValidator

    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []


def test_it_describes_every_address_and_no_other(described):
    assert set(described["paths"]) == open_patterns()


def test_every_address_says_what_it_is_for(described):
    assert [path for path, told in described["paths"].items() if not told["get"]["summary"].endswith(".")] == []


def test_every_parameter_and_shape_is_used(described):
    names = {name for each in ADDRESSES for name in each.takes} | {"open_id"}
    assert set(described["components"]["parameters"]) == names
    used = set(re.findall(r"#/components/schemas/(\w+)", str(described)))
    assert used == set(described["components"]["schemas"])


@pytest.mark.parametrize("address", [each for each in ADDRESSES if each.answers != "page"], ids=lambda each: each.name)
def test_answers_are_of_the_shape_it_says(town, read, described, address):
    operation = described["paths"]["/" + address.path.replace("<open_id>", "{open_id}")]["get"]
    ((media_type, told),) = operation["responses"]["200"]["content"].items()
    path = address.path.replace("<open_id>", first_id(read, address.path))
    response = read.client.get(f"/open/{path}")
    assert response.status_code == 200 and response["Content-Type"].startswith(media_type)
    schema = told["schema"] | {"components": described["components"]}
    assert errors(response.json(), schema) == []


def first_id(read, path: str) -> str:
    return read(path.removesuffix("/<open_id>"))["contents"][0]["id"] if "<" in path else ""


@pytest.mark.parametrize("address", [each for each in ADDRESSES if "<" in each.path], ids=lambda each: each.name)
def test_what_is_not_there_answers_as_it_says(db, read, described, address):
    told = read(address.path.replace("<open_id>", NOBODY), status=404)
    assert errors(told, described["components"]["schemas"]["Message"]) == []


@pytest.mark.parametrize(("address", "name"), [(each, name) for each in ADDRESSES for name in each.takes])
def test_every_parameter_is_read(town, read, address, name):
    """A value that is too long for any of them is answered with a sentence, not passed over."""
    path = address.path.replace("<open_id>", first_id(read, address.path))
    read(path, status=400, **{name: "\x00" * 400} | ({"afterTimestamp": "1"} if name == "afterId" else {}))


def test_a_page_for_people_says_what_is_there_under_which_licence_and_how_to_ask(town, client):
    answer = client.get("/open/")
    page = answer.content.decode()
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    for told in ("/open/oruk/services", "/open/openactive/session-series", "/open/openapi.json", "Creative Commons"):
        assert told in page, told
    assert (
        "application/ld+json" not in page and "application/ld+json" in client.get("/open/openactive/").content.decode()
    )
