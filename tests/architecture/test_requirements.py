"""What must hold is a list of sentences of one form, and no row of it is passed over in silence."""

import re

import pytest

from scripts.requirements import LINES, decisions, faults, read
from tests.architecture.source import ROOT

WORDS = (ROOT / "docs" / "requirements.md").read_text()
SENTENCE = re.compile(r"^\| (?:S\d+|Q-\d+) \| (.+) \|$", re.MULTILINE)


def test_every_row_is_there_once():
    rows, _ = read(WORDS)
    assert rows == [*(f"S{number}" for number in range(1, 107)), *(f"Q-{number:02}" for number in range(1, 83))]


def test_each_says_what_must_hold_and_why():
    said = SENTENCE.findall(WORDS.partition(LINES)[0])
    assert len(said) == 188
    assert [each for each in said if each.count(", so that ") != 1 or not each.endswith(".") or "|" in each] == []


def test_each_line_fits_its_row_whatever_tests_show():
    """Which rows tests show is known to `make check` alone, which gathers all of them."""
    rows, lines = read(WORDS)
    in_part = {row for row, stands, _ in lines if stands in {"in part", "decided otherwise"}}
    shown = set(rows) - {row for row, *_ in lines} | in_part
    assert list(faults(WORDS, shown, decisions())) == []
    assert len(lines) == sum(line.startswith("| Q-") for line in WORDS.partition(LINES)[2].splitlines())


@pytest.mark.parametrize(
    ("line", "shown", "said"),
    [
        ("", ["S1"], ""),
        ("", [], "S1 has no test and no line that says why"),
        ("| S1 | not built yet | Later. |", [], ""),
        ("| S1 | not built yet | Later. |", ["S1"], "S1 is shown by a test, and its line says: not built yet"),
        ("| S1 | no test can show it | It is a promise. |", ["S1"], "and its line says: no test can show it"),
        ("| S1 | in part | The rest is missing. |", ["S1"], ""),
        ("| S1 | in part | The rest is missing. |", [], "S1 is said to be shown in part, and no test shows it"),
        ("| S1 | decided otherwise | Decision 0044. |", [], ""),
        ("| S1 | decided otherwise | Decision 0044. |", ["S1"], ""),
        ("| S1 | decided otherwise | Decision 0099. |", [], "its line names no decision that is there"),
        ("| S1 | one day | Later. |", [], "S1 stands in a way that is not known: one day"),
        ("| S1 | not built yet | Later. |\n| S1 | not built yet | Never. |", [], "S1 has two lines"),
        ("| S9 | not built yet | Later. |", ["S1"], "S9 is not in docs/requirements.md"),
        ("", ["S1", "S10"], "S10 is not in docs/requirements.md"),
    ],
)
def test_a_row_is_passed_over_by_nobody(line, shown, said):
    found = " ".join(faults(f"| S1 | It holds, so that it does. |\n{LINES}\n{line}", shown, {"0044"}))
    assert said in found and bool(said) == bool(found)
