"""What is counted in the answers, each by itself; and the bars."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2

from .said import Said, listings

Answer = Sequence[str]  # ids of listings, the best first
TEN, THREE = 10, 3


@dataclass(frozen=True)
class Scores:
    """Each is a share of 1. `ndcg`: how good the first ten are, against the best order there could be, with
    2^grade - 1 for each and a fall by the logarithm of its place."""

    ndcg: float
    best_in_three: float
    wrong_in_ten: float
    asked_met: float


def scores(answers: Iterable[tuple[Said, Answer]]) -> Scores:
    """The scores of one half."""
    pairs = list(answers)
    asking = [pair for pair in pairs if pair[0].asks and _could_meet(pair[0])]
    return Scores(_mean(pairs, ndcg), _mean(pairs, best_in_three), _mean(pairs, wrong_in_ten), _mean(asking, asked_met))


def _mean(pairs: list[tuple[Said, Answer]], measure: Callable[[Said, Answer], float]) -> float:
    return sum(measure(*pair) for pair in pairs) / len(pairs)


def ndcg(said: Said, answer: Answer) -> float:
    """The first ten against the best order of all that answers."""
    ideal = sorted((said.grade(each) for each in listings()), reverse=True)
    return _gain([said.grade(each) for each in answer[:TEN]]) / _gain(ideal[:TEN])


def _gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def best_in_three(said: Said, answer: Answer) -> bool:
    """Whether one of the very things is among the first three."""
    return bool(said.best & set(answer[:THREE]))


def wrong_in_ten(said: Said, answer: Answer) -> bool:
    """Whether anything wrong or unkind is among the first ten."""
    return bool(said.wrong & set(answer[:TEN]))


def asked_met(said: Said, answer: Answer) -> float:
    """How many of the first three meet the day, hour and price asked for, of as many as there are that could."""
    met = sum(listings()[each].meets(said) for each in answer[:THREE])
    return min(1.0, met / min(THREE, _could_meet(said)))


def _could_meet(said: Said) -> int:
    return sum(listings()[each].meets(said) for each in said.best | said.good | said.fair)
