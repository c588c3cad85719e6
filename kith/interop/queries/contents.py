"""Everything that stands in somebody's own calendar: their plans, and their work where they are a worker."""

from kith.access import clock
from kith.interop.events import Event, nearest
from kith.interop.models import Feed
from kith.people.queries import own_record

from .plans import events_of_plan
from .reach import Reach
from .work import events_of_work

MOST = 1000


def events_of(feed: Feed) -> tuple[Event, ...]:
    """From a year ago to two years ahead, at most a thousand."""
    reach = Reach.from_today(clock.today())
    own = own_record(feed.user)
    found = events_of_plan(own, reach, names_places=feed.names_places) if own else []
    found += events_of_work(feed.user, reach, names_places=feed.names_places)
    return nearest(found, reach.today, MOST)
