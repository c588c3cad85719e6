"""Eleven sentences to look back with, in two files that are off until somebody loads them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

import kith.questionnaires
from kith.questionnaires import actions, queries
from kith.questionnaires.answering import Walk, missing
from kith.questionnaires.reading import read
from kith.questionnaires.sources import KNOWN_NAMES
from tests.pages.reading import grade_of, is_graded, words_in
from tests.questionnaires.conftest import OFFICE

FOLDER = Path(kith.questionnaires.__file__).parent / "to_switch_on"
FILES = sorted(FOLDER.glob("*.json"))


def form(path: Path):
    return read(path.read_text(encoding="utf-8"), KNOWN_NAMES)


def sentences(path: Path) -> dict[str, str]:
    return {each.link_id: each.words for each in form(path).all_questions() if each.kind == "integer"}


def test_both_ask_of_the_same_eleven_things_in_other_words():
    worker, individual = map(sentences, FILES)
    assert list(worker) == list(individual)
    assert len(worker) == 11
    assert not set(worker.values()) & set(individual.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_is_from_one_to_nine_with_an_example_and_nothing_is_wanted(path):
    found = form(path)
    numbers = [each for each in found.all_questions() if each.kind == "integer"]
    assert all((Decimal(each.least), Decimal(each.most)) == (1, 9) for each in numbers)
    examples = [each for each in found.all_questions() if each.kind == "text"]
    assert [each.link_id for each in examples] == [f"{each.link_id}.example" for each in numbers]
    assert missing(found, {}) == []
    assert len(Walk(found, {}).asked) == 11  # an example is asked for once there is a number
    assert len(Walk(found, {(numbers[0].link_id, ()): ("7",)}).asked) == 12
    assert found.sources == frozenset()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_they_say_whose_they_are_and_have_no_total(path):
    told = json.loads(path.read_text())
    assert "not validated" in told["description"]
    assert told["copyright"]
    assert not any(each.calculated for each in form(path).all_questions())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_are_short_and_easy(path):
    told = [*sentences(path).values(), json.loads(path.read_text())["description"]]
    assert [each for each in sentences(path).values() if words_in(each) > 20] == []
    assert {each: grade_of(each) for each in told if is_graded(each) and grade_of(each) > 7} == {}


def test_they_are_off_until_somebody_loads_them(db):
    actions.bring_in_ours()
    addresses = {form(path).url for path in FILES}
    assert not addresses & {each.url for each in queries.forms()}
    for path in FILES:
        assert actions.load_form(content=path.read_text(), by=OFFICE).is_new
    assert addresses <= {each.url for each in queries.forms()}
