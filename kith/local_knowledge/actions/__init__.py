"""What can happen to local knowledge."""

from .checking import confirm_still_true, count_one_who_stayed, found_welcoming
from .knowing import agree_about, may_be_named, note, take_back
from .room import say_full, say_room

__all__ = [
    "agree_about",
    "confirm_still_true",
    "count_one_who_stayed",
    "found_welcoming",
    "may_be_named",
    "note",
    "say_full",
    "say_room",
    "take_back",
]
