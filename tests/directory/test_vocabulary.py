"""The vocabulary as it is written: whole, without a phrase that means two things, and with true links."""

import csv
import json
from collections import defaultdict

import pytest

from kith.directory.models import Kind
from kith.directory.search.vocabulary import concepts, entries, heard_in, is_under, term_of
from kith.directory.search.words import STOP, stem, tokens

from .conftest import SHARED

OPENACTIVE, UKCAT = SHARED / "openactive" / "activity-list.jsonld", SHARED / "ukcat" / "ukcat.csv"


def pairs(words: str) -> list[tuple[str, str]]:
    return [(word, stem(word)) for word in tokens(words)]


def test_every_idea_is_written_once_and_has_a_kind():
    names = [entry["name"] for entry in entries()]
    assert len(names) == len(set(names)) >= 200
    assert {entry["kind"] for entry in entries()} <= set(Kind.values)


def test_every_wider_idea_exists_and_none_goes_round():
    for concept in concepts().values():
        assert concept.broader == "" or concept.broader in concepts()
        assert not is_under(concept, concept)


def test_every_idea_has_phrases_and_words_of_listings():
    assert [one.name for one in concepts().values() if not one.means or not one.says] == []
    assert sum(len(one.says) for one in concepts().values()) > 1000


def test_what_is_not_meant_is_said_in_single_words():
    """They are looked for among the words of a listing one by one."""
    unlike = [(one["name"], word) for one in entries() for word in one.get("unlike", [])]
    assert unlike and [each for each in unlike if tokens(each[1]) != [each[1]]] == []


def test_no_phrase_is_only_little_words():
    phrases = [(one["name"], phrase) for one in entries() for phrase in one.get("says", [])]
    assert [(name, phrase) for name, phrase in phrases if set(tokens(phrase)) <= STOP and len(tokens(phrase)) < 2] == []


def test_no_phrase_means_two_things_that_have_nothing_to_do_with_each_other():
    says = defaultdict(list)
    for concept in concepts().values():
        for term in concept.says:
            says[term].append(concept)
    assert {
        " ".join(term): [one.name for one in both]
        for term, both in says.items()
        if not all(_go_together(one, other) for one in both for other in both)
    } == {}


def _go_together(one, other) -> bool:
    return one is other or is_under(one, other) or is_under(other, one)


@pytest.mark.parametrize("concept", list(concepts().values()), ids=lambda concept: concept.name)
def test_whoever_says_a_phrase_is_heard(concept):
    for phrase in concept.says:
        assert concept.name in [heard.concept.name for heard in heard_in([(word, word) for word in phrase])]


@pytest.mark.skipif(not OPENACTIVE.exists(), reason="the OpenActive list is not beside the project")
def test_links_to_the_openactive_list_are_true():
    listed = {each["id"]: each["prefLabel"] for each in json.loads(OPENACTIVE.read_text())["concept"]}
    links = {address: label for one in concepts().values() for label, address in one.openactive}
    assert links
    assert {address: listed.get(address) for address in links} == links


@pytest.mark.skipif(not UKCAT.exists(), reason="UK-CAT is not beside the project")
def test_links_to_ukcat_are_true():
    codes = {row["Code"] for row in csv.DictReader(UKCAT.read_text(encoding="utf-8").splitlines())}
    used = {code for one in concepts().values() for code in one.ukcat}
    assert used
    assert used <= codes


def test_the_wider_idea_is_heard_beside_the_narrower():
    heard = [one.concept.name for one in heard_in(pairs("I would like to learn to swim"))]
    assert {"learning to swim", "swimming"} <= set(heard)
    assert term_of("learning to swim") != term_of("swimming")


def test_signs_that_are_written_out_as_capitals_stay_in_their_word():
    assert tokens("BodyPump™ and 1½ hours") == ["bodypumpTM", "and", "11", "2", "hours"]
