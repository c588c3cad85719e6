"""What happens by itself once somebody has moved on: told that their page ends, asked once how it goes, closed.

Each is an action of its own, done once however often the clock comes by.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial

from django.utils import timezone

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.sweeping import go_through, never_stops
from kith.people import actions as people
from kith.people.models import Individual
from kith.people.polite import FROM, UNTIL

from .. import letters, queries
from ..models import Talk, Told
from .telling import NOTHING, keep_told

CLOSED = "closed"


def tell_all_of_the_end(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Everybody whose page ends in a month, or in a week, by day. Gives counts."""
    if not _is_daytime():
        return Counter()
    counts: Counter[str] = Counter()
    for kind in (Told.Kind.WEEK, Told.Kind.MONTH):
        due = queries.due_to_be_told(kind, clock.today()).order_by("pk")
        counts += go_through(due, lambda individual, kind=kind: _tell(individual=individual, kind=kind, by=by), goes_on)
    return counts


def ask_all_how_it_goes(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Everybody who wanted to be asked about now, by day."""
    if not _is_daytime():
        return Counter()
    return go_through(queries.due_to_be_asked(clock.today()), lambda talk: _ask(talk=talk, by=by), goes_on)


def close_all_that_ended(*, by: Actor, goes_on: Callable[[], bool] = never_stops) -> Counter[str]:
    """Pages whose last day has passed, of people who heard of it before."""
    due = queries.may_close(clock.today())
    return go_through(due, lambda individual: _close(individual=individual, by=by), goes_on)


def _is_daytime() -> bool:
    return FROM <= timezone.localtime(clock.now()).time() < UNTIL


@action
def _tell(*, individual: Individual, kind: str, by: Actor) -> str:
    permit(by, Permission.KEEP_PAGES, individual)
    hold(individual)
    if not queries.due_to_be_told(kind, clock.today()).filter(pk=individual.pk).exists():
        return NOTHING
    last_day = individual.page_ends_on
    assert last_day is not None  # or it would not be due
    words = letters.page_ends(individual, last_day)
    write = partial(people.write_to, individual, kind=letters.YOUR_PAGE, words=words)
    once = f"your page {individual.public_id} {last_day:%y%m%d} {kind}"
    return keep_told(write(cause=f"individual {individual.public_id}", once=once), individual, kind, last_day, by)


@action
def _ask(*, talk: Talk, by: Actor) -> str:
    individual, on = talk.individual, talk.ask_on
    permit(by, Permission.KEEP_PAGES, individual)
    hold(individual)
    if on is None or not queries.due_to_be_asked(clock.today()).filter(pk=talk.pk).exists():
        return NOTHING
    letter = people.write_to(
        individual,
        kind=letters.HOW_IT_GOES,
        cause=f"individual {individual.public_id}",
        words=letters.how_it_goes(),
        once=f"how it goes {individual.public_id} {on:%y%m%d}",
        takes_replies=True,
    )
    return keep_told(letter, individual, Told.Kind.ASKED, on, by)


@action
def _close(*, individual: Individual, by: Actor) -> str:
    permit(by, Permission.KEEP_PAGES, individual)
    hold(individual)
    if not queries.may_close(clock.today()).filter(pk=individual.pk).exists():
        return NOTHING
    individual.closed_at = clock.now()
    individual.save(update_fields=["closed_at"])
    trail.record("page closed", by=by, individual=individual)
    return CLOSED
