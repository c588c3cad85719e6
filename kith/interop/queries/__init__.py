"""What we ask about calendars and of a plan that leaves. Each kind of thing takes at most two looks, however much of it
there is."""

from .contents import events_of
from .feeds import address_of, feed_of, feed_with
from .measured import Measured, Rating
from .single import event_of_meeting, event_of_visit, events_of_activity
from .taken import taken_before
from .whole import Whole, whole_of

__all__ = [
    "Measured",
    "Rating",
    "Whole",
    "address_of",
    "event_of_meeting",
    "event_of_visit",
    "events_of",
    "events_of_activity",
    "feed_of",
    "feed_with",
    "taken_before",
    "whole_of",
]
