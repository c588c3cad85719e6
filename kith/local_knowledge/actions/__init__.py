"""What can happen to local knowledge."""

from .checking import confirm_still_true, count_one_who_stayed, found_welcoming
from .knowing import agree_about, may_be_named, note, note_asked, take_back
from .places import hear_from_place, see_to_listing
from .room import say_full, say_room

__all__ = [
    "agree_about",
    "confirm_still_true",
    "count_one_who_stayed",
    "found_welcoming",
    "hear_from_place",
    "may_be_named",
    "note",
    "note_asked",
    "say_full",
    "say_room",
    "see_to_listing",
    "take_back",
]
