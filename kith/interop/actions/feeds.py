"""What can happen to the address of a calendar. It is one's own: nobody makes or stops one for somebody else."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, permit
from kith.access.refusal import refuse_if
from kith.interop import queries, rules
from kith.interop.models import Feed
from kith.people.models import User
from kith.people.queries import own_record


@action
def make_feed(*, user: User, by: Actor) -> Feed:
    """A fresh address. Pressed twice it is one; one that was stopped before does not come back."""
    _only_their_own(user, by)
    refuse_if(rules.cannot_make_feed(by))
    user = User.objects.select_for_update().get(pk=user.pk)  # of two presses the second finds the first one's
    if already := queries.feed_of(user):
        return already
    feed = Feed.objects.create(user=user, made_at=clock.now())
    trail.record("calendar made", by=by, about=feed, individual=own_record(user))
    return feed


@action
def choose_for_feed(*, feed: Feed, names_places: bool, reminder: int | None, by: Actor) -> Feed:
    """Whether places are named in it, and whether it reminds."""
    _only_their_own(feed.user, by)
    refuse_if(rules.cannot_change_feed(feed))
    feed.names_places, feed.reminder = names_places, reminder
    feed.save(update_fields=["names_places", "reminder"])
    trail.record("calendar changed", by=by, about=feed, individual=own_record(feed.user))
    return feed


@action
def stop_feed(*, feed: Feed, by: Actor) -> None:
    """The address opens nothing from now on."""
    _only_their_own(feed.user, by)
    if feed.stopped_at is not None:
        return
    feed.stopped_at = clock.now()
    feed.save(update_fields=["stopped_at"])
    trail.record("calendar stopped", by=by, about=feed, individual=own_record(feed.user))


@action
def stop_every_feed(*, by: Actor) -> int:
    """Kith was brought back from a copy: an address that was stopped since would open again. Gives how many."""
    permit(by, Permission.KEEP_COPIES)
    return Feed.objects.filter(stopped_at__isnull=True).update(stopped_at=clock.now())


@action
def note_fetched(*, feed: Feed, by: Actor) -> None:
    """Some calendar looked today. Told once a day, so that a phone that asks often fills no trail."""
    _only_their_own(feed.user, by)
    today = clock.today()
    older = Feed.objects.filter(pk=feed.pk).exclude(last_fetched_on=today)
    if older.update(last_fetched_on=today):
        trail.record("calendar read", by=by, about=feed, individual=own_record(feed.user))


def _only_their_own(user: User, by: Actor) -> None:
    if by.user_id != user.pk:
        raise NotPermitted(f"{by.who} may not do this with the calendar of somebody else")
