"""How close somebody feels to a goal, and short measures: one Observation for each time they answered."""

from kith.interop.queries.measured import Measured, Rating
from kith.interop.queries.whole import Whole

from .goals import observation
from .people import the_individual
from .values import TERMS, Resource, coded, day, in_words, note, points_at

WHAT = "Own rating of this goal, from 0 (not at all) to 10 (all the way)"
SURVEY = coded(f"{TERMS}observation-category", "survey", "Survey")


def ratings(whole: Whole) -> list[Resource]:
    """In the order they were given, those of goals first."""
    return [*(_rating(whole, each) for each in whole.ratings), *(_measured(whole, each) for each in whole.measured)]


def _rating(whole: Whole, rating: Rating) -> Resource:
    about = {"focus": [points_at("Goal", rating.goal)], "valueInteger": rating.value}
    return _answered(whole, rating, WHAT) | about


def _measured(whole: Whole, measured: Measured) -> Resource:
    """Each answer and each number is a part of it: there is no total but what the source adds up."""
    found = _answered(whole, measured, measured.title)
    parts = [
        {"code": {"text": what}, "valueString": in_words(said)}
        for what, said in (*measured.answers, *_counted(measured))
    ]
    about = [points_at("Goal", measured.goal)] if measured.goal else []
    return found | {"focus": about, "component": parts, "note": [*found["note"], *note(measured.skipped)]}


def _counted(measured: Measured) -> list[tuple[str, str]]:
    """What was answered too little for says so."""
    return [(what, number or "Too little was answered for a number.") for what, number in measured.numbers]


def _answered(whole: Whole, answered: Rating | Measured, what: str) -> Resource:
    told = f"As told to {answered.written_by}." if answered.written_by else ""
    return observation(whole, answered.public_id, what, day(answered.on)) | {
        "category": [SURVEY],
        "performer": [the_individual(whole)],
        "note": [*note(answered.words), *note(told)],
    }
