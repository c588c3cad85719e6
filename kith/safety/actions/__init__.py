"""What can happen with a worry about safety, and with information that went astray."""

from .breaches import (
    close_breach,
    decide_commissioner,
    decide_people,
    describe,
    keep_touched,
    note_on_breach,
    say_went_wrong,
)
from .raising import open_concern, pass_on_unread, raise_concern, raise_from_place
from .seeing_to import close, note_done, pass_on, put_on, say_told, take_off, take_on, wait_to_tell

__all__ = [
    "close",
    "close_breach",
    "decide_commissioner",
    "decide_people",
    "describe",
    "keep_touched",
    "note_done",
    "note_on_breach",
    "open_concern",
    "pass_on",
    "pass_on_unread",
    "put_on",
    "raise_concern",
    "raise_from_place",
    "say_told",
    "say_went_wrong",
    "take_off",
    "take_on",
    "wait_to_tell",
]
