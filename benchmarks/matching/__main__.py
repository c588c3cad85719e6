"""How well the table understands what people say, by words alone and with meaning: `python -m benchmarks.matching`.

With `misses` it lists which of the tuned half went wrong. The untouched half is only counted, never listed.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
import tempfile
from collections.abc import Iterator

from benchmarks.matching import asking, measures
from benchmarks.matching.said import HALVES, Said
from kith.cli.ground import prepare_database, start_django

NAMES = {
    "ndcg": "nDCG@10",
    "best_in_three": "best in first 3",
    "wrong_in_ten": "wrong in first 10",
    "asked_met": "asked for met",
}
BARS = {"by words": measures.Scores(0.60, 0.95, 0.05, 0.95), "with meaning": measures.Scores(0.70, 0.95, 0.05, 0.95)}


def tell(what: str, scores: measures.Scores) -> None:
    print(f"{what:24}" + "".join(f"{getattr(scores, name):>19.3f}" for name in NAMES))


def tell_misses(pairs: list[tuple[Said, list[str]]]) -> None:
    for said, answer in sorted(pairs, key=lambda pair: measures.ndcg(*pair)):
        wrong = " wrong: " + ", ".join(said.wrong & set(answer)) if measures.wrong_in_ten(said, answer) else ""
        met = f" met: {measures.asked_met(said, answer):.2f}" if said.asks else ""
        print(f"{measures.ndcg(said, answer):.2f} {said.id} {said.words}{met}{wrong}")
        print("       got " + ", ".join(f"{each} {said.grade(each)}" for each in answer))
        print("       best " + ", ".join(sorted(said.best - set(answer[: measures.THREE]))))


def ways() -> Iterator[str]:
    """By words alone, then with meaning, where the network is installed."""
    from django.conf import settings

    settings.MEANING = False
    yield "by words"
    settings.MEANING = True
    if asking.understand_meanings():
        yield "with meaning"
    else:
        print("The network that finds by meaning is not installed.")


def main(*words: str) -> int:
    with tempfile.TemporaryDirectory(prefix="kith-measured-") as folder:
        os.environ["KITH_DATA_DIR"] = folder
        start_django()
        prepare_database()
        asking.take_in()
        print(f"{'':24}" + "".join(f"{name:>19}" for name in NAMES.values()))
        for way in ways():
            for half in HALVES:
                pairs = asking.answers(half)
                tell(f"{half}, {way}", measures.scores(pairs))
                if words == ("misses",) and half == "tuned":
                    tell_misses(pairs)
            tell(f"bar, {way}", BARS[way])
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
