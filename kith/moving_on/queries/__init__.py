"""What we ask about moving on."""

from .loose_ends import StillOpen, settled_ends, still_open, what_became
from .pages import (
    TeamsMoving,
    closes_on,
    due_to_be_asked,
    due_to_be_told,
    keeping_of,
    may_close,
    moved_on_called,
    moving_in,
    open_wish,
    page_that_closed,
    told_called,
    told_of_letters,
    waiting_in,
)
from .talks import Written, answer_to, open_talk, talk_of, worker_of_talk, written_in

__all__ = [
    "StillOpen",
    "TeamsMoving",
    "Written",
    "answer_to",
    "closes_on",
    "due_to_be_asked",
    "due_to_be_told",
    "keeping_of",
    "may_close",
    "moved_on_called",
    "moving_in",
    "open_talk",
    "open_wish",
    "page_that_closed",
    "settled_ends",
    "still_open",
    "talk_of",
    "told_called",
    "told_of_letters",
    "waiting_in",
    "what_became",
    "worker_of_talk",
    "written_in",
]
