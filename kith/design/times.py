"""Reading a time of day as people write it: "14:00", "2pm", "2.30pm", "6:30 pm"."""

import re
from datetime import time

TIME = re.compile(r"^(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am|pm)?$")


def read_time(typed: str) -> time | None:
    """A time as people write it: "14:00", "2pm", "2.30 pm", "9.15am". None when unreadable."""
    found = TIME.match(typed.strip().lower())
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"] and hour <= 12:
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
