"""On PostgreSQL only what asks for the database is run. Nothing that touches it is left out."""

import re
from pathlib import Path

import pytest
from django.db import connection

from tests.architecture.source import ROOT, python_files, short

ASKS = re.compile(r"^pytestmark = \[?\s*pytest\.mark\.django_db", re.MULTILINE)
HANDS_IT_ON = {"tests/laid_out.py", "tests/upkeep/own_database.py"}  # to a process that a test begins
ON_IT = "scripts/with-postgres $(BIN)/python -m pytest -n 2 --dist worksteal -m "


def those_that_say(words: str) -> list[Path]:
    return [path for path in python_files("tests") if words in path.read_text() and path != Path(__file__)]


def test_a_test_that_does_not_ask_for_the_database_is_not_let_at_it():
    with pytest.raises(RuntimeError, match="Database access not allowed"):
        connection.cursor()


def test_a_file_whose_processes_have_the_database_asks_for_it_too():
    """A process that a test begins is kept from nothing: where it may have PostgreSQL, the test is run there."""
    using = [each for each in those_that_say("from tests.upkeep.own_database import") if each.match("test_*.py")]
    assert using
    assert [short(path) for path in using if not ASKS.search(path.read_text())] == []


def test_two_places_alone_hand_it_on():
    assert set(map(short, those_that_say('os.environ["KITH_DATABASE_URL"]'))) == HANDS_IT_ON


def test_that_is_how_they_are_chosen():
    (on_it,) = (line for line in (ROOT / "Makefile").read_text().splitlines() if ON_IT in line)
    asked = on_it.partition(ON_IT)[2].strip('"').split(" and ")
    assert set(asked) == {"database", "not bench", "not soak", "not browser"}


def test_a_cast_of_a_file_meets_nobody_who_counts_without_it(request):
    """It is there from the first test that asks for it to the last of its file."""
    gathered = {each.path for each in request.session.items if "gathered" in getattr(each, "fixturenames", ())}
    of_these = [each for each in request.session.items if each.path in gathered and each.get_closest_marker("database")]
    assert [each.nodeid for each in of_these if "gathered" not in each.fixturenames] == []
