"""What we ask of messages."""

from .arrivals import has_mark, not_fetched, not_read
from .files import file_of
from .inbox import (
    answered_just_now,
    coming_to,
    gone_on_to_managers,
    how_many_unknown,
    is_held,
    latest_for,
    message_called,
    messages_of,
    not_yet_known,
    past_its_time,
    phrase_called,
    phrases_of,
    readable,
    since,
    unknown_called,
    waiting_for,
    with_somebody_gone,
    written_just_now,
)

__all__ = [
    "answered_just_now",
    "coming_to",
    "file_of",
    "gone_on_to_managers",
    "has_mark",
    "how_many_unknown",
    "is_held",
    "latest_for",
    "message_called",
    "messages_of",
    "not_fetched",
    "not_read",
    "not_yet_known",
    "past_its_time",
    "phrase_called",
    "phrases_of",
    "readable",
    "since",
    "unknown_called",
    "waiting_for",
    "with_somebody_gone",
    "written_just_now",
]
