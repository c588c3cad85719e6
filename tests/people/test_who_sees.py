"""“Who sees this” says what the matrix says, for every row and to every reader."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

import kith.access
from kith.access import clock
from kith.people import actions
from kith.people.audience import who_sees
from kith.people.models import Relation, Share

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
READERS = ("greg", "vish", "morgan", "tom", "nobody")


def words_of(role: str, reader: str) -> str:
    if (role, reader) in (("individual", "greg"), ("worker", "vish")):
        return "you"
    return "whoever covers for you" if (role, reader) == ("cover", "vish") else CALLED[role]


def named(sentence: str) -> set[str]:
    """Who a sentence names: “You, Vish and the team’s manager see this.”"""
    return {part.strip().lower() for part in re.split(r", | and ", sentence)}


def let_tom_see(cast, *rows, **changed) -> Share:
    """A share written straight down, so that every row of the matrix can be tried."""
    now = clock.now()
    dates = {"starts_at": now - timedelta(days=1), "ends_at": now + timedelta(days=1)}
    told = {"recipient": "Tom", "purpose": "to cheer on", "how": "in kith"}
    given = {"individual": cast.record, "relation": cast.support, "sections": list(rows)}
    return Share.objects.create(**given | told | dates | changed)


@pytest.mark.shows("Q-04")
@pytest.mark.parametrize("is_tom_let_in", [False, True])
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("row", sorted(FILE["rows"]))
def test_the_line_names_exactly_those_who_read(cast, row, reader, is_tom_let_in):
    if is_tom_let_in:
        let_tom_see(cast, *FILE["rows"])
    line = who_sees(row, cast.record, getattr(cast, reader, None))
    codes = FILE["rows"][row]
    reads = {words_of(role, reader).lower() for role in CALLED if "R" in codes.get(role, "")}
    if is_tom_let_in and "g" in codes.get("supporter", ""):
        reads.add("you" if reader == "tom" else "tom")
    asked = {words_of(role, reader).lower() for role in CALLED if "q" in codes.get(role, "")}
    seen = re.match(r"(.+?) sees? this\.", line)
    why = re.search(r"([^.]+) can, after saying why\.", line)
    assert (named(seen[1]) if seen and "does not" not in seen[0] else set()) == reads
    assert (named(why[1]) if why else set()) == asked
    is_kept_from_them = "does not see this here" in line or "You do not see" in line or "You can ask" in line
    assert is_kept_from_them == ("R" not in codes.get("individual", ""))
    assert ("can ask for a copy" in line) == ("o" in codes.get("individual", ""))


@pytest.mark.shows("Q-04")
def test_the_lines_read_well(cast):
    def line(row, reader=cast.vish):
        return who_sees(row, cast.record, reader)

    assert line("shared_note") == (
        "Greg, you and whoever covers for you see this. The team’s manager can, after saying why."
    )
    assert line("goals", cast.greg) == "You, Vish, whoever covers for Vish and the team’s manager see this."
    assert line("reflection") == "Greg does not see this here. Greg can ask for a copy."
    assert line("diary", cast.greg) == "You see this."


@pytest.mark.shows("S43")
def test_somebody_let_in_is_named_while_it_lasts_and_only_beside_what_they_see(cast, django_assert_num_queries):
    share = let_tom_see(cast, "goals")
    with django_assert_num_queries(2):
        line = who_sees("goals", cast.record, cast.greg)
    assert line == "You, Vish, whoever covers for Vish, the team’s manager and Tom see this."
    assert who_sees("goals", cast.record, cast.tom).endswith("the team’s manager and you see this.")
    assert "Tom" not in who_sees("about_me", cast.record, cast.greg)
    actions.revoke(share=share, by=cast.acts("greg"))
    assert "Tom" not in who_sees("goals", cast.record, cast.greg)


@pytest.mark.parametrize("days", [{"ends_at": -1}, {"starts_at": 1}, {"revoked_at": 0}])
def test_a_share_that_does_not_live_names_nobody(cast, days):
    let_tom_see(cast, "goals", **{name: clock.now() + timedelta(hours=hours) for name, hours in days.items()})
    assert "Tom" not in who_sees("goals", cast.record, cast.greg)


def test_a_share_of_a_relation_that_has_ended_names_nobody(cast):
    let_tom_see(cast, "goals")
    Relation.objects.filter(pk=cast.support.pk).update(ends_at=clock.now())
    assert "Tom" not in who_sees("goals", cast.record, cast.greg)


def test_without_a_worker_it_still_reads(cast):
    actions.end(relation=cast.partnership, by=cast.acts("morgan"))
    assert "a worker" in who_sees("goals", cast.record, cast.greg)
