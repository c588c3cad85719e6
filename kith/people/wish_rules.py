"""When a wish about being reached cannot be kept like this, and why."""

from datetime import time

from .models import ContactWishes, Individual

Channel = Individual.Channel
POST_TO = 250


def cannot_like(reached_by: str, channels: list[str]) -> str | None:
    """The way they like is one of the safe ones. Where none was named, any way they like is safe."""
    if channels and reached_by not in channels:
        return f"{Channel(reached_by).label} is not one of the safe ways. Choose another, or make it safe first."
    return None


def cannot_be_safe(channels: list[str], safe_from: time | None, safe_until: time | None, days: list[int]) -> str | None:
    """Ways and days that there are, and an hour that comes before the other."""
    if set(channels) - set(Channel.values) or set(days) - set(range(7)):
        return "Please choose from the ways and the days on the page."
    if safe_from and safe_until and safe_from >= safe_until:
        return "The first hour comes before the last one. Please look at both."
    return None


def cannot_write_there(may_write_there: bool, post_to: str) -> str | None:
    """Letters need an address, of a length that fits on an envelope."""
    if may_write_there and not post_to.strip():
        return "To write there, we need the address. Please add it."
    if len(post_to) > POST_TO:
        return f"This address is {len(post_to)} letters, and {POST_TO} fit on an envelope."
    return None


def cannot_invite_by(channel: str, wishes: ContactWishes) -> str | None:
    """Not by a way that is known not to be safe."""
    if wishes.channels and channel not in wishes.channels:
        return "They said that this way is not safe. Look at how to reach them first."
    return None
