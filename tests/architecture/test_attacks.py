"""No way in which others were attacked is passed over in silence."""

import tomllib

from scripts.assurance import FOLDER
from scripts.attacks import faults, run_by_tests

ROWS = [f"A-{number:02}" for number in range(1, 31)]


def test_every_row_is_run_by_a_test_or_says_why_not():
    told = tomllib.loads((FOLDER / "attacks.toml").read_text(encoding="utf-8"))
    assert list(told) == ROWS
    assert list(faults(told, run_by_tests())) == []


def test_a_row_that_nobody_runs_and_a_mark_that_names_none_are_told():
    told = {"A-01": {"missing": ""}, "A-02": {"missing": "There is none here."}, "A-03": {"missing": ""}}
    assert list(faults(told, ["A-03", "A-99"])) == [
        "A-99 is not in docs/assurance/attacks.toml",
        "A-01 is run by no test, and no line says why",
    ]
