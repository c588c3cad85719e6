"""“Who sees this” says what the matrix says, for every row and to every reader."""

import re
import tomllib
from pathlib import Path

import pytest

import kith.access
from kith.people.audience import who_sees

FILE = tomllib.loads((Path(kith.access.__file__).parent / "matrix.toml").read_text())
CALLED = {
    "individual": "Greg",
    "worker": "Vish",
    "cover": "whoever covers for Vish",
    "team": "others in the team",
    "manager": "the team’s manager",
    "rights_lead": "the information-rights lead",
    "administrator": "the administrator",
}
READERS = ("greg", "vish", "morgan", "nobody")


def words_of(role: str, reader: str) -> str:
    if (role, reader) in (("individual", "greg"), ("worker", "vish")):
        return "you"
    return "whoever covers for you" if (role, reader) == ("cover", "vish") else CALLED[role]


def named(sentence: str) -> set[str]:
    """Who a sentence names: “You, Vish and the team’s manager see this.”"""
    return {part.strip().lower() for part in re.split(r", | and ", sentence)}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("row", sorted(FILE["rows"]))
def test_the_line_names_exactly_those_who_read(cast, row, reader):
    line = who_sees(row, cast.record, getattr(cast, reader, None))
    codes = FILE["rows"][row]
    reads = {words_of(role, reader).lower() for role in CALLED if "R" in codes.get(role, "")}
    asked = {words_of(role, reader).lower() for role in CALLED if "q" in codes.get(role, "")}
    seen = re.match(r"(.+?) sees? this\.", line)
    why = re.search(r"([^.]+) can, after saying why\.", line)
    assert (named(seen[1]) if seen and "does not" not in seen[0] else set()) == reads
    assert (named(why[1]) if why else set()) == asked
    is_kept_from_them = "does not see this here" in line or "You do not see" in line or "You can ask" in line
    assert is_kept_from_them == ("R" not in codes.get("individual", ""))
    assert ("can ask for a copy" in line) == ("o" in codes.get("individual", ""))


def test_the_lines_read_well(cast):
    def line(row, reader=cast.vish):
        return who_sees(row, cast.record, reader)

    assert line("shared_note") == (
        "Greg, you and whoever covers for you see this. The team’s manager can, after saying why."
    )
    assert line("goals", cast.greg) == "You, Vish, whoever covers for Vish and the team’s manager see this."
    assert line("reflection") == "Greg does not see this here. Greg can ask for a copy."
    assert line("diary", cast.greg) == "You see this."


def test_without_a_worker_it_still_reads(cast):
    from kith.people import actions

    actions.end(relation=cast.partnership, by=cast.acts("morgan"))
    assert "a worker" in who_sees("goals", cast.record, cast.greg)
