"""The reason against, as a sentence a person can read, or None."""

from kith.access.actor import Actor, Role

from .models import Feed

WITH_DAYS = frozenset({Role.INDIVIDUAL, Role.WORKER, Role.COVER})


def cannot_make_feed(by: Actor) -> str | None:
    """A calendar is for those who meet."""
    return None if by.roles & WITH_DAYS else "There is nothing to put into a calendar for you yet."


def cannot_change_feed(feed: Feed) -> str | None:
    """What was stopped stays stopped."""
    return None if feed.stopped_at is None else "This address was stopped. You can make another one."
