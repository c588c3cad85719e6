"""The `directory` and `find` commands: shapes that others rely on."""

import argparse
import json

import pytest

from kith.access.refusal import Refused
from kith.directory import commands

from .conftest import service

pytestmark = pytest.mark.django_db


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    commands.add_to(parser.add_subparsers(required=True))
    options = parser.parse_args([str(word) for word in words])
    return options.run(options)


def test_import_prints_the_counts(write, capsys):
    path = write([service(), service(2, name="")])
    assert run("directory", "import", path, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "created": 1,
        "updated": 0,
        "unchanged": 0,
        "retired": 0,
        "rejected": [{"id": "s2", "reason": "It has no name."}],
    }
    assert run("directory", "import", path, "--dry-run") == 0
    assert "unchanged: 1" in capsys.readouterr().out


def test_find_json(write, capsys):
    run("directory", "import", write([service()]), "--json")
    capsys.readouterr()
    assert run("find", "I want to sing", "--near", "53.7,-1.9", "--day", "tue", "--limit", "5", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"results", "took_ms"}
    (result,) = answer["results"]
    assert set(result) == {"id", "name", "organization", "miles", "score", "why"}
    assert (result["id"], result["miles"], result["organization"]) == ("s1", None, "Calder Music")
    assert all(isinstance(reason, str) for reason in result["why"])


def test_find_for_people(write, capsys):
    run("directory", "import", write([service()]))
    run("find", "choir")
    assert " 1. Calder choir 1 (Calder Music)" in capsys.readouterr().out
    run("find", "submarines")
    assert "Nothing found" in capsys.readouterr().out


def test_queries_one_a_line(write, capsys):
    run("directory", "import", write([service()]), "--json")
    capsys.readouterr()
    first = {"id": "q1", "text": "choir", "near": [53.7, -1.9], "free": False, "days": ["tue"]}
    queries = json.dumps(first) + '\n\n{"id": 2, "text": "zebra"}\n'
    assert run("find", "--queries", write(queries, "queries.jsonl"), "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["id"], [one["id"] for one in line["results"]]) for line in lines] == [
        ("q1", ["s1"]),
        (2, []),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("find",),
        ("find", "x", "--near", "nowhere"),
        ("find", "x", "--within", "3"),
        ("directory", "import", "https://a.example"),
    ],
)
def test_one_plain_sentence(words):
    with pytest.raises(Refused):
        run(*words)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": 1}',
        '{"id": 1, "text": "x", "days": ["someday"]}',
        '{"id": 1, "text": "x", "near": 3}',
    ],
)
def test_a_query_that_is_none(write, line):
    with pytest.raises(Refused, match="Line 1"):
        run("find", "--queries", write(line, "queries.jsonl"))


@pytest.mark.parametrize(
    "words",
    [("find", "x", "--day", "someday"), ("find", "x", "--limit", "0"), ("find", "x", "--within", "far")],
)
def test_wrong_use_ends_with_two(words):
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2


def test_where_nothing_is_so_near_people_are_told_what_is_a_little_further(neighbourhood, capsys):
    asked = ("find", "choir", "--near", "53.72,-1.94", "--within", "2")
    assert run(*asked) == 0
    said = capsys.readouterr().out
    assert said.startswith("Nothing within 2 miles. This is within 12 miles.\n") and "Top Road choir" in said
    assert run(*asked, "--json") == 0
    assert json.loads(capsys.readouterr().out)["results"] == []  # programs get what they asked for
    assert run("find", "choir", "--near", "50.1,-5.5", "--within", "2") == 0
    assert capsys.readouterr().out.startswith("Nothing within 30 miles.\n")
