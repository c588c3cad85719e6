"""`kith forms` keeps agencies' forms from the terminal, in plain words or as JSON."""

import json

import pytest

from kith.cli.main import main
from kith.questionnaires import queries
from kith.questionnaires.models import AgencyForm
from tests.questionnaires.made import choice, every, item, source, sums, when, written

URL = "https://council.example/forms/review"


@pytest.fixture
def file(tmp_path):
    def make(*items, **more):
        path = tmp_path / "form.json"
        path.write_text(written(*items, **more))
        return str(path)

    return make


@pytest.fixture
def said(db, capsys):
    """What a command prints, and that it went well."""

    def run(*words):
        assert main(["forms", *words]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


def ours() -> set[str]:
    """Forms that are here from the beginning."""
    return set(AgencyForm.objects.exclude(url=URL).values_list("url", flat=True))


def test_loading_twice_changes_nothing(said, file):
    path = file(item("a"))
    assert said("load", path) == "A review, version 1 is kept.\n"
    assert said("load", path) == "A review, version 1 was here already; nothing has changed.\n"
    told = json.loads(said("load", path, "--json"))
    assert (told["url"], told["version"], told["questions"], told["new"]) == (URL, "1", 1, False)


def test_forms_are_listed_and_retired(said, file):
    said("load", file(item("a")))
    said("load", file(item("b"), version="2"))
    assert f"A review, version 2\n  {URL} 2\n" in said("list")
    assert said("retire", URL, "1") == "A review, version 1 is retired.\n"
    assert "A review, version 1 (retired)" in said("list")
    told = {(each["url"], each["version"]): each["retired"] for each in json.loads(said("list", "--json"))["forms"]}
    assert (told[URL, "1"], told[URL, "2"]) == (True, False)
    assert queries.form_named(URL, "1").retired_at


def test_a_preview_prints_what_people_are_asked_and_keeps_nothing(said, file):
    before = ours()
    path = file(
        item("a", "boolean", required=True),
        item("b", "group", text="People", repeats=True, item=[item("b.1", enableWhen=[when("a", answerBoolean=True)])]),
        choice("c", "tea", repeats=True, extension=source("interests")),
        item("d", "integer"),
        item("e", "integer", extension=sums(every("d"))),
    )
    assert said("preview", path).splitlines() == [
        "A review, version 1",
        "1 Question a (yes or no, wanted)",
        "2 People (as often as needed)",
        "  2.1 Question b.1 (a line, only after some answers)",
        "3 Question c (any of these) [from interests]",
        "    - Tea",
        "4 Question d (a whole number)",
        "5 Question e (worked out by itself)",
    ]
    assert json.loads(said("preview", path, "--json"))["questions"][1]["questions"][0]["id"] == "b.1"
    assert ours() == before and not AgencyForm.objects.filter(url=URL).exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["load", "{bad}"], "Line 8: Kith does not know questions of the type “attachment”."),
        (["preview", "{bad}"], "Line 8: Kith does not know questions of the type “attachment”."),
        (["load", "/nowhere.json"], "“/nowhere.json” was not found."),
        (["load", "/"], "“/” is a folder. Please name the file in it."),
        (["preview", "/dev/null"], "Line 1: the file is empty, so it cannot be read as JSON."),
        (["retire", URL, "7"], f"There is no version 7 of “{URL}”. `kith forms list` tells what there is."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(db, file, capsys, words, sentence):
    path = file(item("a", "attachment"))
    assert main(["forms", *(word.format(bad=path) for word in words)]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", sentence + "\n")


@pytest.mark.parametrize("words", [["forms"], ["forms", "load"], ["forms", "retire", "x"], ["forms", "fly"]])
def test_wrong_use_ends_with_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
