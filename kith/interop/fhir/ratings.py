"""How close somebody feels to a goal, as they rate it: one Observation for each time they said so."""

from kith.interop.queries.whole import Rating, Whole

from .goals import observation
from .people import the_individual
from .values import TERMS, Resource, coded, day, note, points_at

WHAT = "Own rating of this goal, from 0 (not at all) to 10 (all the way)"
SURVEY = coded(f"{TERMS}observation-category", "survey", "Survey")


def ratings(whole: Whole) -> list[Resource]:
    """In the order they were given."""
    return [_rating(whole, each) for each in whole.ratings]


def _rating(whole: Whole, rating: Rating) -> Resource:
    told = f"As told to {rating.written_by}." if rating.written_by else ""
    return observation(whole, rating.public_id, WHAT, day(rating.on)) | {
        "category": [SURVEY],
        "focus": [points_at("Goal", rating.goal)],
        "performer": [the_individual(whole)],
        "valueInteger": rating.value,
        "note": [*note(rating.words), *note(told)],
    }
