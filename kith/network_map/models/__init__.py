"""Who and what is in somebody's life, as they see it: now, and on the days they kept a picture of it."""

from .connection import Before, Connection
from .facts import Circle, Effect, Facts, HowOften, Kind, Wish
from .picture import Picture, Pictured
from .wishes import SkippedPoint, WhoWrites

__all__ = [
    "Before",
    "Circle",
    "Connection",
    "Effect",
    "Facts",
    "HowOften",
    "Kind",
    "Picture",
    "Pictured",
    "SkippedPoint",
    "WhoWrites",
    "Wish",
]
