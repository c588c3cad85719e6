"""The reason against, as a sentence a person can read, or None."""

from kith.access.actor import Actor, Role

from .models import Feed, PlanTaken

MOST_LETTERS = 200
CHANGED = "Something was changed since you looked. Here it is as it stands now: look at it, and press again."
WITH_DAYS = frozenset({Role.INDIVIDUAL, Role.WORKER, Role.COVER})


def cannot_make_feed(by: Actor) -> str | None:
    """A calendar is for those who meet."""
    return None if by.roles & WITH_DAYS else "There is nothing to put into a calendar for you yet."


def cannot_change_feed(feed: Feed) -> str | None:
    """What was stopped stays stopped."""
    return None if feed.stopped_at is None else "This address was stopped. You can make another one."


def cannot_take(shape: str, for_whom: str, *, is_own: bool, is_looked_at: bool) -> str | None:
    """It has a shape. Whoever takes somebody else's from a page says who it is for."""
    if shape not in PlanTaken.Shape.values:
        return "Please choose: a page to read, or a file for another system."
    if len(for_whom) > MOST_LETTERS:
        return f"Please use fewer words for who it is for: {MOST_LETTERS} letters fit."
    return None if is_own or for_whom.strip() or not is_looked_at else "Please say who it is for."


def has_changed(seen: str | None, now: str) -> str | None:
    """What leaves is what was looked at. `seen` is None where nobody looks first."""
    return None if seen is None or seen == now else CHANGED
