"""What we ask about worries, and about information that went astray."""

from .astray import Standing, all_breaches, breach_called, open_breaches, standing_of, troubles
from .concerns import (
    MayRead,
    came_from_places,
    concern_called,
    may_be_put_on,
    may_read,
    own_concerns,
    raised_just_now,
    ring_about,
    to_look_again,
    told_concerns,
    who_opened,
    who_reads,
    worries_for,
)
from .touched import Found, Search, found_by, whose_accounts

__all__ = [
    "Found",
    "MayRead",
    "Search",
    "Standing",
    "all_breaches",
    "breach_called",
    "came_from_places",
    "concern_called",
    "found_by",
    "may_be_put_on",
    "may_read",
    "open_breaches",
    "own_concerns",
    "raised_just_now",
    "ring_about",
    "standing_of",
    "to_look_again",
    "told_concerns",
    "troubles",
    "who_opened",
    "who_reads",
    "whose_accounts",
    "worries_for",
]
