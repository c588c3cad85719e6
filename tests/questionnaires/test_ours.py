"""Three forms come with Kith: short, in plain words, and FHIR R4 as others read it."""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kith.questionnaires import actions, queries
from kith.questionnaires.answering import Walk, missing, response
from kith.questionnaires.sources import KNOWN_NAMES, may_stand_in_a_form_about_money
from kith.questionnaires.structure import NO_ANSWER, Form, Question
from tests.architecture.test_words import lists, pattern_of, without_fine_phrases
from tests.laid_out import FILE, folder_laid_out
from tests.pages.reading import grade_of, is_graded, words_in
from tests.questionnaires.conftest import OFFICE
from tests.questionnaires.ours import NAMES, form, text
from tests.second_readers import read_by_node

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
SCHEMA = SHARED / "fhir" / "fhir-r4-subset.schema.json"
RUNNERS = SHARED / "runners"
NODE = Path(os.environ.get("FHIR_R4_JS", RUNNERS))  # a folder with node_modules/@medplum beside the script
AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
STANDARDS_OWN = "How I communicate and how to communicate with me"  # a heading of PRSB's About Me, word for word
WORDS = {
    "boolean": "yes",
    "integer": "2",
    "decimal": "2.5",
    "quantity": "12.50",
    "date": "2026-11-26",
    "time": "14:30",
    "dateTime": "2026-11-26T14:30",
    "url": "https://place.example",
}


def labels(found: Form) -> list[str]:
    told = [found.title, found.words]
    for question in found.all_questions():
        told += [question.words, question.help, *(option.words for option in question.options)]
    return [sentence for words in told for sentence in words.replace("? ", "?\n").replace(". ", ".\n").split("\n")]


def filled(found: Form) -> dict:
    """Every question that can be asked is answered, so that those that wait are asked too."""
    answers: dict = {}
    for standing in found.index.values():
        question = standing.question
        if question.is_asked_of_people:
            answers[question.link_id, tuple(0 for _ in standing.groups)] = _answer(question)
    return answers


def _answer(question: Question) -> tuple[str, ...]:
    if question.options:
        return tuple(option.code for option in question.options) if question.repeats else (question.options[1].code,)
    return (WORDS.get(question.kind, "Some words\nof Greg’s" if question.kind == "text" else "Some words"),)


@pytest.mark.shows("S9", "S10")
@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_short_and_easy(name):
    told = [sentence for sentence in labels(form(name)) if sentence != STANDARDS_OWN]
    assert [sentence for sentence in told if words_in(sentence) > 20] == []
    assert {sentence: grade_of(sentence) for sentence in told if is_graded(sentence) and grade_of(sentence) > 7} == {}


@pytest.mark.shows("Q-73")
@pytest.mark.parametrize("name", NAMES)
def test_no_word_we_avoid(name):
    avoided = [word for part in ("everywhere", "on_pages") for word in lists()[part]]
    told = without_fine_phrases(" ".join(labels(form(name))))
    assert [word for word in avoided if pattern_of(word).search(told)] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_is_filled_from_what_kith_knows(name):
    found = form(name)
    assert found.sources <= KNOWN_NAMES
    assert len(found.sources) >= 7
    assert found.about_money == (name == "personal-budget-review")
    if found.about_money:
        assert all(may_stand_in_a_form_about_money(each) for each in found.sources)


@pytest.mark.parametrize("name", NAMES)
def test_little_is_wanted(name):
    """Nobody is kept from stopping in the middle: a name and a day at most."""
    assert len(missing(form(name), {})) <= 2


def test_they_are_here_from_the_beginning(tmp_path_factory):
    """After `kith migrate`, without a further command."""
    with closing(sqlite3.connect(folder_laid_out(tmp_path_factory) / FILE)) as there:
        rows = there.execute("SELECT title, loaded_by FROM questionnaires_agencyform ORDER BY title").fetchall()
    assert rows == [(form(name).title, "Kith") for name in NAMES]


def test_brought_in_again_they_stay_as_they_are(db, as_manager):
    actions.bring_in_ours()
    kept = queries.form_named(form(NAMES[0]).url, "1")
    actions.retire_form(form=kept, by=as_manager)
    assert actions.bring_in_ours() == 0
    assert queries.form_named(kept.url, "1").retired_at
    assert [actions.load_form(content=text(name), by=OFFICE).is_new for name in NAMES] == [False] * 3


@pytest.mark.parametrize("name", NAMES)
def test_all_of_it_can_be_answered_and_told(name):
    found = form(name)
    walk = Walk(found, filled(found))
    assert {each.question.link_id for each in walk.asked} >= {
        question.link_id for question in found.all_questions() if not question.enable_when
    }
    told = json.dumps(response(found, filled(found), status="completed", authored=AT))
    answered = [question for question in found.all_questions() if question.kind not in NO_ANSWER]
    assert all(f'"linkId": "{each.link_id}"' in told for each in answered if not each.enable_when)


@pytest.mark.skipif(
    not SCHEMA.is_file(), reason="the schema of FHIR R4 is not here: shared/data/fhir beside the project"
)
def test_the_forms_and_answers_are_fhir_by_the_schema():
    import jsonschema

    schema = json.loads(SCHEMA.read_text())
    checks = {
        kind: jsonschema.Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": schema["definitions"]})
        for kind in ("Questionnaire", "QuestionnaireResponse")
    }
    for name in NAMES:
        for document in (json.loads(text(name)), _response(form(name))):
            found = checks[document["resourceType"]].iter_errors(document)
            assert [error.message[:200] for error in found] == []
    broken = _response(form(NAMES[0])) | {"status": "bogus"}
    assert list(checks["QuestionnaireResponse"].iter_errors(broken)), "the schema would find a fault"


def _response(found: Form) -> dict:
    about = {"public_id": "abcdefghjkmnpqrs", "subject": "Greg", "author": "Vish"}
    return response(found, filled(found), status="completed", authored=AT, **about)


@pytest.mark.skipif(
    not (
        shutil.which("node") and (RUNNERS / "fhir_r4.mjs").is_file() and (NODE / "node_modules" / "@medplum").is_dir()
    ),
    reason="node, fhir_r4.mjs or @medplum/core is not here: name the folder with node_modules in FHIR_R4_JS",
)
def test_the_forms_and_answers_are_fhir_by_a_second_reader(tmp_path):
    files = []
    for name in NAMES:
        for kind, content in (("form", text(name)), ("answers", json.dumps(_response(form(name))))):
            files.append(tmp_path / f"{name}-{kind}.json")
            files[-1].write_text(content)
    script = tmp_path / "fhir_r4.mjs"
    script.write_text((RUNNERS / "fhir_r4.mjs").read_text())
    (tmp_path / "node_modules").symlink_to(NODE / "node_modules")
    told = read_by_node(script, *files, at_most=60)
    assert (told.returncode, told.stdout.count("ok ")) == (0, len(files)), told.stdout + told.stderr
