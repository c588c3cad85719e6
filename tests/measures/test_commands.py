"""`kith measures` keeps packs from the terminal, in plain words or as JSON."""

import json

import pytest

from kith.cli.main import main
from kith.measures.models import Measure

from .conftest import URL
from .made import bounded, told, total

MADE = "https://trust.example/measures/made"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "pack.json"
    path.write_text(json.dumps(told(bounded("a", 0, 4), scores=[total("a", range=[0, 4])])))
    return str(path)


@pytest.fixture
def said(cast, capsys):
    def run(*words):
        assert main(["measures", *words]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return run


def test_loading_twice_changes_nothing(said, file):
    assert said("load", file) == "A made one, version 1 is kept.\n"
    assert said("load", file) == "A made one, version 1 was here already; nothing has changed.\n"
    found = json.loads(said("load", file, "--json"))
    assert (found["url"], found["on"], found["holder"], found["new"]) == (MADE, False, "Somebody", False)


def test_packs_are_listed_with_their_holder_and_switched(said, file):
    assert "How a goal is going, 0 to 10, version 1 (on)" in said("list")
    assert f"  {URL}ons4 1\n  Crown copyright" in said("list")
    assert said("on", f"{URL}ons4", "1") == "Personal well-being (ONS4), version 1 is on.\n"
    assert said("off", f"{URL}ons4", "1", "--json").startswith('{"id": ')
    states = {each["url"]: each["on"] for each in json.loads(said("list", "--json"))["measures"]}
    assert states[f"{URL}ons4"] is False and states[f"{URL}own-goal"] is True


def test_a_preview_says_whose_it_is_and_keeps_nothing(said, file):
    lines = said("preview", file).splitlines()
    assert lines == [
        "A made one, version 1",
        "1 Question a (a whole number)",
        "All together: 0 to 4",
        "No number then.",
        "Held by Somebody. For anybody here.",
        "It does not end.",
    ]
    assert json.loads(said("preview", file, "--json"))["holder"] == "Somebody"
    assert not Measure.objects.filter(url=MADE).exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["load", "/nowhere.json"], "“/nowhere.json” was not found."),
        (["on", MADE, "7"], f"There is no version 7 of “{MADE}”. `kith measures list` tells what there is."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(cast, capsys, words, sentence):
    assert main(["measures", *words]) == 1
    found = capsys.readouterr()
    assert (found.out, found.err) == ("", sentence + "\n")


@pytest.mark.parametrize("words", [["measures"], ["measures", "load"], ["measures", "on", "x"], ["measures", "fly"]])
def test_wrong_use_ends_with_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
