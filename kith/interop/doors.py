"""One more door: the address of a calendar opens that calendar, and nothing else."""

from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotFound

from kith.access import clock
from kith.people.actors import actor_for
from kith.people.doors import Door, View

from . import queries

READING = ("GET", "HEAD")
NOTHING = "There is nothing here."


def feed_page(view: View) -> View:
    """For whatever reads calendars: no cookie, no sign-in. The view gets the feed; `request.actor` is its owner as
    they are now, so that a relation that has ended shows nothing any more."""

    @wraps(view)
    def entered(request: HttpRequest, token: str) -> HttpResponse:
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        feed = queries.feed_with(token)
        if feed is None:
            return HttpResponseNotFound(NOTHING, content_type="text/plain; charset=utf-8")
        request.actor = actor_for(feed.user, clock.now())
        return view(request, feed=feed)

    entered.door = Door("feed")  # type: ignore[attr-defined] - a mark on the view, for tests to walk
    return entered
