"""What we ask of small measures."""

from .answered import (
    answered_on,
    latest_answer,
    ratings_of,
    response_called,
    responses_of,
    versions_before,
    waiting_called,
    waiting_to_be_seen,
)
from .attained import Attained, attained, levels_reached, scale_of, scales_of
from .kept import measure_called, measure_named, measures, measures_on, newest_of_each, own_rating, versions_of
from .offers import Offer, Talked, offer_for
from .put_off import put_off_called, put_off_of
from .reminding import due_for_a_nudge, nudges_of, still_helps, wishes_of

__all__ = [
    "Attained",
    "Offer",
    "Talked",
    "answered_on",
    "attained",
    "due_for_a_nudge",
    "latest_answer",
    "levels_reached",
    "measure_called",
    "measure_named",
    "measures",
    "measures_on",
    "newest_of_each",
    "nudges_of",
    "offer_for",
    "own_rating",
    "put_off_called",
    "put_off_of",
    "ratings_of",
    "response_called",
    "responses_of",
    "scale_of",
    "scales_of",
    "still_helps",
    "versions_before",
    "versions_of",
    "waiting_called",
    "waiting_to_be_seen",
    "wishes_of",
]
