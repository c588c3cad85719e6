"""Which days can stand in what was decided. A decision is never changed, so a slip of the keys would stay for good."""

from datetime import date, timedelta

FIRST = date(1990, 1, 1)
YEARS_AHEAD = 5
BEEN = ("written_on", "told_on", "request_on", "looked_again_on", "notice_on")
EACH = (*BEEN, "starts_on", "review_on")
STILL_TO_COME = "That day is still to come."


def wrong_day(name: str, day: date | None, today: date) -> str | None:
    """Why this day cannot stand in the field `name`: too long ago, too far ahead, or still to come."""
    if day is None:
        return None
    if name in BEEN and day > today:
        return STILL_TO_COME
    if FIRST <= day <= date(today.year + YEARS_AHEAD, 12, 31):
        return None
    return f"Please look at the year. It can be from {FIRST.year} to {today.year + YEARS_AHEAD}."


def later(day: date, than: timedelta) -> date:
    """A day so much later, or the last day there is."""
    return day + than if than <= date.max - day else date.max
