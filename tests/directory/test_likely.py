"""Ideas that are heard by a likeness: what nobody wrote down, and only where the network is installed."""

import pytest

from kith.directory import meaning
from kith.directory.actions import add_activity
from kith.directory.queries import find
from kith.directory.reading.entry import PlaceDetails
from kith.directory.search.asked import understand
from kith.directory.search.find import Wishes, look
from kith.directory.search.likely import FILE, mark_of, phrases, with_likely

from .conftest import CALDERFORD

GADGETS = "enjoys fixing broken gadgets"
MENDING = "mending"


@pytest.fixture
def with_meaning(settings):
    """The real network."""
    settings.MEANING = True
    if not meaning.is_here():
        pytest.skip("the network that finds by meaning is not installed (make setup, without MEANING=0)")


@pytest.fixture
def town(db, worker):
    for name, summary in (("Repair café", "Toasters and lamps"), ("Prize bingo", "Eyes down")):
        place = PlaceDetails("Hall", "1 Mill Lane, Calderford", "", *CALDERFORD)
        add_activity(name=name, summary=summary, place=place, by=worker)


def likely_in(text: str) -> list[str]:
    return [one.concept.name for one in with_likely(understand(text)).heard if one.likely]


def test_every_phrase_has_a_point():
    np = pytest.importorskip("numpy", reason="numpy comes with the network that finds by meaning")
    with np.load(FILE) as kept:
        marks = set(kept["marks"].tolist())
    missing = [phrase for _, phrase in phrases() if mark_of(phrase) not in marks]
    assert not missing, f"Run scripts/phrases: it has no point for {missing[:5]}"


def test_the_points_are_those_of_the_network(with_meaning):
    import numpy as np

    said = [phrase for _, phrase in phrases()][::500]
    with np.load(FILE) as kept:
        rows = dict(zip(kept["marks"].tolist(), kept["points"].astype(np.float32), strict=True))
    for phrase, point in zip(said, meaning.encode(said), strict=True):
        row = rows[mark_of(phrase)]
        assert float(row @ point) / float(np.linalg.norm(row)) > 0.995


def test_what_nobody_wrote_down_is_heard(with_meaning):
    assert likely_in(GADGETS) == [MENDING]


def test_without_the_network_nothing_is_guessed(settings):
    settings.MEANING = False
    assert likely_in(GADGETS) == []


@pytest.mark.parametrize(
    "text", ["unsteady on my feet", "the committee met in the annexe", "not swimming", "on a Tuesday", ""]
)
def test_what_is_heard_or_says_nothing_is_not_guessed_at(with_meaning, text):
    assert likely_in(text) == []


def test_a_loss_is_guessed_at_only_where_it_is_very_like(with_meaning):
    assert "bereaved" not in likely_in("she has gone off bingo lately")


def test_a_guess_says_that_it_is_one_and_can_be_left_out(with_meaning, town):
    looked = look(GADGETS, Wishes(near=CALDERFORD))
    assert looked.found[0].name == "Repair café"
    told = next(why for why in looked.found[0].why if why.kind == "meaning")
    assert told.words.startswith("“fixing broken gadgets” may mean") and not told.sure
    fact = next(fact for fact in looked.facts if fact.words == MENDING)
    left = look(GADGETS, Wishes(near=CALDERFORD, taken_off=frozenset({fact.key})))
    assert left.found == []


def test_what_was_refused_is_not_guessed_at(with_meaning, town):
    asked = with_likely(understand(f"{GADGETS}, but no bingo"))
    assert [one.concept.name for one in asked.heard] == [MENDING]
    assert [one.name for one in find(f"{GADGETS}, but no bingo", near=CALDERFORD)] == ["Repair café"]
