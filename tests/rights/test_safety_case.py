"""What is written for whoever answers for Kith names tests and files that are there."""

import ast
import re
import tomllib

import pytest

from scripts.assurance import FOLDER, PAGES

ROOT = FOLDER.parents[1]
NAMED = re.compile(r"`((?:tests|kith|docs|scripts|deploy)/[\w./-]+)(?:::(\w+))?`")
WRITTEN = ("threat-model.md", "intended-purpose.md", "advisories.md")
FOUR = ("ex-partner", "curious colleague", "careless sender", "Criminals")


def missing_in(name: str) -> list[str]:
    """What a page names and nobody finds."""
    found = NAMED.findall((FOLDER / name).read_text(encoding="utf-8"))
    return [f"{path}::{test}" for path, test in found if not _is_there(path, test)]


def _is_there(path: str, test: str) -> bool:
    if not (ROOT / path).exists():
        return False
    tree = ast.parse((ROOT / path).read_text()) if test else ast.parse("")
    return not test or test in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


@pytest.mark.shows("Q-57", "Q-58")
@pytest.mark.parametrize("name", [*WRITTEN, *PAGES])
def test_every_test_and_file_that_is_named_is_there(name):
    assert missing_in(name) == []


def test_the_threat_model_has_those_who_might_want_it_and_what_is_accepted():
    page = (FOLDER / "threat-model.md").read_text()
    assert all(who in page for who in FOUR) and "## What is accepted, and why" in page
    assert len(NAMED.findall(page)) > 30 and not _is_there("tests/rights/test_safety_case.py", "test_made_up")


@pytest.mark.shows("Q-57")
def test_each_hazard_says_why_it_could_happen_and_what_stands_against_it():
    hazards = tomllib.loads((FOLDER / "hazards.toml").read_text())
    assert len(hazards) >= 10 and list(hazards) == sorted(hazards)
    assert all(each[part].strip() for each in hazards.values() for part in ("hazard", "cause", "against", "held_in"))


@pytest.mark.shows("Q-59")
def test_what_kith_is_for_and_what_not_stands_in_one_place():
    page = (FOLDER / "intended-purpose.md").read_text()
    assert "keep notes, plans and agreements" in page and "does not diagnose, treat, monitor or predict" in page


@pytest.mark.shows("Q-61")
def test_faults_that_were_mended_have_a_list_and_the_policy_leads_to_it():
    assert "| day | releases | what was wrong | what to do |" in (FOLDER / "advisories.md").read_text()
    assert "docs/assurance/advisories.md" in (ROOT / "SECURITY.md").read_text()
