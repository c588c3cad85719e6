"""What we ask of people and places. `own` says that the individual themself asks: only then is what they keep to
themself among the answers."""

from .connections import (
    CIRCLES,
    Life,
    activities_known,
    before_of,
    connection_called,
    is_there,
    life_of,
    put_away_of,
    what_they_give,
    who_is_here,
)
from .pictures import changes_since, new_since, picture_called, pictured_in, pictures_of
from .totals import people_added, people_in_lives
from .wishes import skipped_by, worker_writes_too

__all__ = [
    "CIRCLES",
    "Life",
    "activities_known",
    "before_of",
    "changes_since",
    "connection_called",
    "is_there",
    "life_of",
    "new_since",
    "people_added",
    "people_in_lives",
    "picture_called",
    "pictured_in",
    "pictures_of",
    "put_away_of",
    "skipped_by",
    "what_they_give",
    "who_is_here",
    "worker_writes_too",
]
