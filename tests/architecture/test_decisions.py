"""Decisions: each has its own number and a telling name, and says context, decision, consequences briefly."""

import re

from tests.architecture.source import ROOT

FOLDER = ROOT / "docs" / "decisions"
NAMED = re.compile(r"(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.md")
PARTS = ["## Context", "## Decision", "## Consequences"]
LONGEST = 25


def files():
    return sorted(path for path in FOLDER.iterdir() if path.name != "README.md")


def test_each_is_named_by_number_and_words():
    assert [path.name for path in files() if not NAMED.fullmatch(path.name)] == []


def test_numbers_are_unique():
    numbers = [path.name[:4] for path in files()]
    assert [number for number in numbers if numbers.count(number) > 1] == []


def test_each_opens_with_its_own_number():
    assert [path.name for path in files() if not path.read_text().startswith(f"# {path.name[:4]}: ")] == []


def test_each_has_its_three_parts_in_order():
    told = {path.name: re.findall(r"^## .+$", path.read_text(), re.M) for path in files()}
    assert {name: parts for name, parts in told.items() if parts != PARTS} == {}


def test_each_is_short():
    assert [path.name for path in files() if len(path.read_text().splitlines()) > LONGEST] == []
