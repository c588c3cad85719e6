"""How well words alone are understood, over the labelled set: a fall shows here before anybody feels it."""

import pytest

from benchmarks.matching import asking, measures
from benchmarks.matching.said import HALVES, Said, listings, said


@pytest.fixture
def town(db):
    asking.take_in()


def test_the_set_is_whole():
    names = [each.id for half in HALVES for each in said(half)]
    assert len(names) == len(set(names)) >= 120
    assert len(listings()) >= 250
    for each in (each for half in HALVES for each in said(half)):
        graded = [each.best, each.good, each.fair, each.wrong]
        assert each.best
        assert frozenset().union(*graded) <= listings().keys()
        assert sum(map(len, graded)) == len(frozenset().union(*graded))
        assert not each.asks or any(listings()[name].meets(each) for name in each.best)


def test_measures():
    one = Said("x", "brass", (53.7, -1.9), frozenset({"brass-band"}), wrong=frozenset({"tin-kettle"}))
    assert measures.ndcg(one, ["brass-band"]) == 1
    assert measures.ndcg(one, ["pantry", "brass-band"]) == pytest.approx(0.63, abs=0.01)
    assert measures.best_in_three(one, ["pantry", "fridge", "aa", "brass-band"]) is False
    assert measures.wrong_in_ten(one, ["tin-kettle"]) is True
    tuesday = Said("y", "tuesday", (53.7, -1.9), frozenset({"brass-band"}), days=frozenset({1}), free=True)
    assert measures.asked_met(tuesday, ["pantry", "brass-band"]) == 1
    assert measures.asked_met(tuesday, ["pantry"]) == 0


LEAST = {
    "tuned": measures.Scores(ndcg=0.765, best_in_three=0.93, wrong_in_ten=0.03, asked_met=0.97),
    "third": measures.Scores(ndcg=0.72, best_in_three=0.93, wrong_in_ten=0.06, asked_met=0.97),
    "fourth": measures.Scores(ndcg=0.655, best_in_three=0.83, wrong_in_ten=0.04, asked_met=0.97),
    "untouched": measures.Scores(ndcg=0.66, best_in_three=0.82, wrong_in_ten=0.06, asked_met=0.95),
}


@pytest.mark.parametrize("half", HALVES)
def test_words_alone(town, half):
    scores, least = measures.scores(asking.answers(half)), LEAST[half]
    assert scores.ndcg >= least.ndcg
    assert scores.best_in_three >= least.best_in_three
    assert scores.wrong_in_ten <= least.wrong_in_ten
    assert scores.asked_met >= least.asked_met
