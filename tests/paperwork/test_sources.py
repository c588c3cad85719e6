"""What stands behind each path, what a form about money may name, and what no path ever reads."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import clock
from kith.budget import actions as budget
from kith.paperwork.known import as_answer, known_names
from kith.paperwork.sources import SOURCES, Around
from kith.questionnaires.sources import KNOWN_NAMES, may_stand_in_a_form_about_money
from kith.questionnaires.structure import Option, Question
from tests.budget.conftest import terms

from .conftest import SINCE

FOR_AUTHORS = Path(__file__).parents[2] / "docs" / "forms.md"
# What somebody told between meetings, how things went, messages, a worker's own thoughts, pictures and measures.
NEVER = (
    "goals_checkin",
    "goals_result",
    "goals_barrier",
    "goals_worry",
    "goals_wish",
    "goals_fromhelper",
    "messaging_",
    "conversations_reflection",
    "conversations_account",
    "conversations_feeling",
    "conversations_draft",
    "conversations_prompt",
    "conversations_saying",
    "introductions_",
    "ideas_",
    "network_map_",
    "measures_",
)  # fmt: skip - names, several a line
OF_MONEY = {name for name, source in SOURCES.items() if source.for_money}
LIVES = ("goals_", "measures_", "introductions_", "conversations_", "messaging_", "ideas_")


def tables_read(name: str, around: Around) -> set[str]:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        SOURCES[name].read(around)
    return {
        table for each in queries for table in connection.introspection.table_names() if f'"{table}"' in each["sql"]
    }


def test_a_form_about_money_may_name_the_budget_what_helps_and_picked_lines_alone():
    assert known_names(about_money=True) == {
        *(name for name in SOURCES if name.startswith("budget.")),
        "what_helps",
        "lines.picked",
    }
    assert known_names(about_money=False) == set(SOURCES)


@pytest.mark.parametrize("name", SOURCES)
def test_no_path_reads_what_was_told_in_between(name, full):
    read = tables_read(name, full)
    assert not [table for table in read if table.startswith(NEVER)], name


@pytest.mark.shows("Q-37")
@pytest.mark.parametrize("name", sorted(OF_MONEY))
def test_what_a_form_about_money_reads_touches_no_life(name, full):
    read = tables_read(name, full)
    assert not [table for table in read if table.startswith(LIVES)], name


@pytest.mark.parametrize("name", sorted(set(SOURCES) - {"lines.picked"}))
def test_every_path_has_something_behind_it(name, full):
    assert SOURCES[name].read(full), name


def test_a_review_that_has_passed_is_no_next_one(full):
    with clock.at(clock.now() + timedelta(days=400)):
        assert SOURCES["budget.next_review"].read(full) == []


def question(kind: str, **more) -> Question:
    return Question(link_id="1", number="1", words="A question", kind=kind, **more)


YES, NO = Option("y", "", "Every week"), Option("n", "", "Now and then")


@pytest.mark.parametrize(
    ("asked", "values", "answer"),
    [
        (question("text"), ["Running.", "Tea."], ("Running.\nTea.",)),
        (question("string"), ["Running", "Tea"], ("Running; Tea",)),
        (question("string", repeats=True), ["Running", "Tea"], ("Running", "Tea")),
        (question("date"), [datetime(2026, 12, 1, tzinfo=UTC).date()], ("2026-12-01",)),
        (question("string"), [datetime(2026, 12, 1, tzinfo=UTC).date()], ("1 December 2026",)),
        (question("decimal"), [Decimal("12.50")], ("12.50",)),
        (question("string"), [Decimal("1200")], ("£1,200.00",)),
        (question("choice", options=(YES, NO)), ["every week"], ("y",)),
        (question("choice", options=(YES, NO)), ["On Mondays"], ()),
        (question("boolean"), ["yes"], ()),
        (question("date"), ["next week"], ()),
        (question("decimal"), ["a lot"], ()),
        (question("text"), [], ()),
    ],
)
def test_words_become_an_answer_only_where_they_are_one(asked, values, answer):
    assert as_answer(asked, values) == answer


def test_the_paths_a_file_may_name_are_the_paths_that_are_read():
    assert set(SOURCES) == KNOWN_NAMES
    assert {name for name in SOURCES if may_stand_in_a_form_about_money(name)} == OF_MONEY


def test_the_list_for_whoever_writes_a_form_names_every_path_and_no_other():
    rows = [line for line in FOR_AUTHORS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert sorted(name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])) == sorted(SOURCES)


def test_since_when_is_the_day_of_what_holds_now(cast, full):
    more = terms(**SINCE | {"starts_on": date(2026, 11, 20)}, total=13_000, their_part=11_000)
    budget.record(individual=cast.individual, terms=more, by=cast.as_worker)
    assert SOURCES["budget.since"].read(Around(cast.individual)) == [date(2026, 11, 20)]
