"""A way out that could not be reached rests: half a minute at first, a quarter of an hour at most.

Kept in this process alone: whoever starts Kith anew has a reason to try at once.
"""

from datetime import datetime, timedelta

FIRST, LONGEST = timedelta(seconds=30), timedelta(minutes=15)

_resting: dict[str, tuple[datetime, timedelta]] = {}


def rest(channel: str, now: datetime) -> None:
    """It could not be reached: the next look is later than the last one was."""
    before = _resting.get(channel)
    pause = min(before[1] * 2, LONGEST) if before else FIRST
    _resting[channel] = (now + pause, pause)


def is_resting(channel: str, now: datetime) -> bool:
    """Whether it is too early to try this way again. A clock that was put back lengthens no pause."""
    until, pause = _resting.get(channel, (now, timedelta()))
    return until - pause <= now < until


def worked(channel: str) -> None:
    """It was reached, so the next pause is a short one again."""
    _resting.pop(channel, None)


def forget() -> None:
    """As if this process had just begun."""
    _resting.clear()
