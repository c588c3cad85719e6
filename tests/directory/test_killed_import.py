"""Bringing a directory in is really killed, wherever it stands: begun again, it ends as if nothing had happened."""

import json
import subprocess
import time
from contextlib import ExitStack
from random import Random

import pytest

from tests.cli.running import command, kith
from tests.upkeep.own_database import Install, installed

from .conftest import service
from .served import Served

pytestmark = pytest.mark.django_db
MANY, SERVICES = 4, 300
TOLD = [
    "external_id, name, status, summary, price_pence, is_free FROM directory_activity ORDER BY external_id",
    "name_words, term_words, body_words, fact_words, spot FROM directory_searchdocument ORDER BY name_words",
    "word, documents FROM directory_searchword WHERE documents > 0 ORDER BY word",
    "external_id, sha256 FROM directory_rawrecord ORDER BY external_id",
    "name, postcode FROM directory_place ORDER BY name",
    "field, words FROM directory_suggestion ORDER BY field, words",
]


@pytest.fixture
def two(tmp_path_factory, tmp_path):
    """An install that nobody disturbs, and one that is killed."""
    with ExitStack() as stack:
        yield [stack.enter_context(installed(tmp_path_factory, tmp_path / name)) for name in ("whole", "killed")]


def services() -> list[dict]:
    first = [service(number, schedules=[]) for number in range(SERVICES)]
    spots = [{"name": f"Hall {number}", "latitude": 53.7, "longitude": -1.9} for number in range(SERVICES)]
    return [one | {"service_at_locations": [{"location": spot}]} for one, spot in zip(first, spots, strict=True)]


def bring_in(install: Install, *words: str) -> float:
    """To its end; how many seconds it took."""
    began = time.monotonic()
    done = kith(install.folder, "directory", "import", *words, **install.more)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - began


def begin_and_kill(install: Install, seconds: float, *words: str) -> None:
    begun = install.start(*command("directory", "import", *words)[1:])
    try:
        begun.wait(seconds)
    except subprocess.TimeoutExpired:
        begun.kill()
        begun.wait()


def everything(install: Install) -> list:
    found = kith(install.folder, "find", "choir", "--near", "53.7,-1.9", "--within", "3", "--json", **install.more)
    return [*(install.ask(f"SELECT {told}") for told in TOLD), json.loads(found.stdout)["results"]]


@pytest.mark.parametrize("kills", [1, pytest.param(MANY, marks=pytest.mark.soak)])
def test_a_file_that_is_brought_in_while_it_is_killed(two, write, kills):
    whole, killed = two
    path = str(write(services()))
    took, chance = bring_in(whole, path), Random(4)
    for turn in range(kills):
        begin_and_kill(killed, took * chance.uniform(turn, turn + 1) / kills, path)
        assert killed.count("directory_activity") in (0, SERVICES)  # all of it, or nothing
    bring_in(killed, path)
    assert everything(killed) == everything(whole)
    assert whole.count("directory_activity") == SERVICES


@pytest.mark.soak
def test_an_address_that_is_read_while_it_is_killed(two):
    served, chance = Served(), Random(9)
    try:
        served.pages("/services", services(), per_page=20)
        whole, killed = two
        words = (f"{served.address}/services", "--inside")
        took = bring_in(whole, *words)
        for turn in range(MANY):
            begin_and_kill(killed, took * chance.uniform(turn, turn + 1) / MANY, *words)
        bring_in(killed, *words)
        assert everything(killed) == everything(whole)
        assert not list((killed.folder / "fetched").glob("*"))
    finally:
        served.stop()
