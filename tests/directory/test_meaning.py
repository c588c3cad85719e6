"""Meaning: what lies close is found without a shared word, never against a refusal, and Kith works without it."""

import pytest

from kith.cli.findings import findings
from kith.directory import meaning
from kith.directory.actions import add_activity, correct
from kith.directory.actions.meanings import fill_in_meanings
from kith.directory.meaning.pieces import Pieces
from kith.directory.models import SearchMeaning
from kith.directory.queries import find

from .conftest import CALDERFORD

KNOWN = ["[CLS]", "[SEP]", "[UNK]", "sing", "##ing", "##er", "cafe", ",", "!"]


@pytest.fixture
def with_meaning(settings):
    """The real network."""
    settings.MEANING = True
    if not meaning.is_here():
        pytest.skip("the network that finds by meaning is not installed (make setup, without MEANING=0)")


def names(found) -> list[str]:
    return [one.name for one in found]


def test_words_become_their_longest_pieces():
    pieces = Pieces({piece: number for number, piece in enumerate(KNOWN)})
    assert pieces.numbers("Singing, singer! Café zebra", 20) == [0, 3, 4, 7, 3, 5, 8, 6, 2, 1]
    assert pieces.numbers("sing sing sing sing", 4) == [0, 3, 3, 1]
    assert pieces.numbers("x" * 5000, 20) == [0, 2, 1]


def test_what_means_the_same_lies_closer(with_meaning):
    points = meaning.encode(["A brass band for grown-ups", "Help with debt and bailiffs"])
    cosines = meaning.closeness("I used to play the trumpet", points)
    assert cosines[0] > cosines[1] + 0.2
    assert abs(float(points[0] @ points[0]) - 1) < 1e-4


def test_the_points_are_those_the_network_was_taught_to_give(with_meaning):
    """Cosines of the published network, as its makers' own library gives them."""
    one, other, third = meaning.encode(
        ["That is a happy person", "That is a very happy person", "Today is a sunny day"]
    )
    assert float(one @ other) == pytest.approx(0.94, abs=0.02)
    assert float(one @ third) == pytest.approx(0.25, abs=0.03)


def test_a_batch_gives_what_each_alone_gives(with_meaning):
    texts = ["tea", "a long walk over the moor with strangers who become friends", "chess"]
    together = meaning.encode(texts)
    for row, text in zip(together, texts, strict=True):
        assert float(row @ meaning.encode([text])[0]) > 0.9999


@pytest.mark.django_db
def test_it_is_found_without_a_shared_word(with_meaning, neighbourhood, worker):
    add_activity(name="Boulder Barn", long_text="Ropes, harnesses and high walls.", by=worker)
    assert "Boulder Barn" not in names(find("scaling cliffs", near=CALDERFORD))
    assert fill_in_meanings() == 8
    (found,) = [one for one in find("scaling cliffs", near=CALDERFORD) if one.name == "Boulder Barn"]
    told = [str(reason) for reason in found.why]
    assert "Close to what you said. Its text: “Ropes, harnesses and high walls.”" in told


@pytest.mark.django_db
def test_what_is_refused_is_never_brought_back(with_meaning, neighbourhood):
    fill_in_meanings()
    found = names(find("coffee and company but nothing to do with church", near=CALDERFORD))
    assert "Chapel coffee morning" not in found


@pytest.mark.django_db
def test_a_changed_listing_is_understood_anew(with_meaning, neighbourhood, worker):
    fill_in_meanings()
    band = neighbourhood["band"]
    before = bytes(SearchMeaning.objects.get(pk=band.pk).point)
    correct(activity=band, field="name", value="Help with debts and bailiffs", by=worker)
    assert not SearchMeaning.objects.filter(pk=band.pk).exists()
    assert fill_in_meanings() == 1
    assert bytes(SearchMeaning.objects.get(pk=band.pk).point) != before


@pytest.mark.django_db
def test_it_stops_when_told_and_goes_on_later(with_meaning, neighbourhood):
    assert fill_in_meanings(goes_on=lambda: False) == 0
    assert fill_in_meanings() == 7
    assert fill_in_meanings() == 0


@pytest.mark.django_db
def test_without_it_kith_works_and_says_so(settings, neighbourhood):
    settings.MEANING = False
    assert fill_in_meanings() == 0
    assert names(find("walking football"))[0] == "Walking football"
    said = [finding.words for finding in findings()]
    assert "The table finds by words alone: of meaning, it is left out by MEANING=0." in said
    settings.MEANING = True
    settings_said = " ".join(finding.words for finding in findings())
    assert ("by words and by meaning" in settings_said) == meaning.is_here()
