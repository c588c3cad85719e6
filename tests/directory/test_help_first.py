"""Words about harm never rank a listing; the rest of what was said still may."""

import json

import pytest

from kith.cli.main import main
from kith.directory.actions import add_activity
from kith.directory.queries import find
from kith.directory.search.help_first import asks_for_help, without_harm

OF_HARM = [
    "I want to die",
    "suicidal thoughts",
    "Sometimes I think about ending it all",
    "I don’t want to be here anymore",
    "she is self-harming again",
    "cutting myself",
    "better off dead",
    "my husband hits me",
    "I was raped",
    "can't go on like this",
    "we are in crisis",
    "I might take an overdose",
    "I want to hurt somebody",
    "go to sleep and never wake up",
    "voices telling me to do things",
    "wish I wasn't here",
    "no reason to live",
    "not safe at home",
    "I feel like dying",
    "I could take all my tablets",
    "wish i hadnt woken up",
]
OF_NO_HARM = [
    "killing time on Sundays",
    "dying to try salsa",
    "my feet are killing me but I want to dance",
    "a murder mystery evening",
    "cakes to die for",
    "dead end job, something new",
    "my mum died",
    "I hurt my knee running",
    "boxing: I like to hit things",
    "hair dying and cutting",
    "wants to feel stronger but dreads changing rooms",
    "lives by the sea",
    "the cost of living crisis",
    "first aid",
    "self defence",
    "I feel like dyeing wool",
    "took all my courage",
    "wish I had woken up earlier for the swim",
]


@pytest.mark.parametrize("said", OF_HARM)
def test_help_comes_first(said):
    assert asks_for_help(said)
    assert "die" not in without_harm(said) and "hits" not in without_harm(said)


@pytest.mark.parametrize("said", OF_NO_HARM)
def test_everyday_words_are_only_that(said):
    assert not asks_for_help(said)
    assert without_harm(said) == said


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("I want to kill myself. I used to like swimming", "I used to like swimming"),
        ("feeling suicidal and want to go swimming", "want to go swimming"),
        ("I want to end my life but not mornings, something free", "not mornings, something free"),
        ("Swimming used to help. I can't go on.", "Swimming used to help.."),
        ("go to sleep and not wake up, I have had enough of life", ""),
        ("I WANT TO DIE!!!", ""),
        ("", ""),
    ],
)
def test_only_the_part_of_the_sentence_goes(said, rest):
    assert without_harm(said) == rest


@pytest.mark.parametrize(
    "said", ["my brother killed himself, somewhere to talk", "lost my son to suicide", "domestic abuse"]
)
def test_what_a_group_may_help_with_is_looked_for_and_help_is_shown_too(said):
    assert asks_for_help(said)
    assert without_harm(said) == said


@pytest.fixture
def town(neighbourhood, worker):
    add_activity(name="Suicide and self-harm talk", long_text="To die, to end it all, to want to live.", by=worker)
    return neighbourhood


@pytest.mark.shows("Q-08", "Q-53")
@pytest.mark.parametrize("said", ["I want to die", "suicidal", "self harm", "end it all"])
def test_nothing_is_ranked_by_words_about_harm(town, said):
    assert find(said) == []


def test_the_rest_finds_what_it_would_find_by_itself(town):
    def told(words):
        return [(found.name, found.score, found.why) for found in find(words, near=(53.72, -1.94))]

    assert told("I want to die. Playing football") == told("Playing football") != []


def test_the_command_gives_the_same(town, capsys):
    assert main(["find", "I want to kill myself", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"] == []
    assert main(["find", "suicidal but football", "--json"]) == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out)["results"]] == ["Walking football"]
