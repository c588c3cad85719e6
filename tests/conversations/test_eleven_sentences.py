"""Eleven sentences to look back with, as their two files say them: a worker's own, and never a form in a notebook."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.conversations.mirror.sentences import OURS
from kith.questionnaires import actions, queries
from kith.questionnaires.answering import Walk, missing
from kith.questionnaires.bringing import columns_of
from kith.questionnaires.models import AgencyForm
from kith.questionnaires.reading import read
from kith.questionnaires.sources import KNOWN_NAMES
from tests.introductions.cast import OFFICE
from tests.pages.reading import grade_of, is_graded, words_in

FILES = sorted(OURS.glob("*.json"))


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_neither_can_be_put_into_anybodys_notebook(cast, path):
    with pytest.raises(Refused, match="a worker’s own work"):
        actions.load_form(content=path.read_text(), by=OFFICE)
    kept = AgencyForm.objects.create(**columns_of(path.read_text(), by="Kith", at=clock.now()))  # loaded long ago
    assert kept not in queries.forms_to_fill()
    with pytest.raises(Refused, match="a worker’s own work"):
        actions.begin_sheet(form=kept, individual=cast.individual, by=cast.as_worker)
