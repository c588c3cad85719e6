"""The day after a first visit the individual is asked, once: did you go? The letter itself says nothing."""

from collections.abc import Callable
from datetime import date, timedelta

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.sweeping import go_through, never_stops
from kith.introductions import queries
from kith.introductions.models import Introduction
from kith.people import actions as people
from kith.people import links, reaching
from kith.people.models import Individual

from .holding import hold

VISIT_QUESTION = "to individual: visit question"
WORDS = "Did you go to {place}? Either answer is fine."
POSTED = "posted"
OF_USE_FOR, LINK_LIVES_FOR = timedelta(days=3), timedelta(days=14)


def ask_about_visits(*, by: Actor, today: date | None = None, goes_on: Callable[[], bool] = never_stops) -> int:
    """Posts one letter for each visit that has been and was not told of. Gives how many were posted.
    Each is an action of its own, so that one that stumbles stops nobody else's."""
    today = today or clock.today()

    def ask(introduction: Introduction) -> str:
        return POSTED if ask_about_visit(introduction=introduction, today=today, by=by) else "nothing to post"

    return go_through(queries.to_be_asked(today), ask, goes_on)[POSTED]


@action
def ask_about_visit(*, introduction: Introduction, today: date, by: Actor) -> bool:
    """Asks about one visit, once, whatever becomes of the letter. Gives whether one was posted."""
    hold(introduction)
    individual = introduction.individual
    permit(by, Permission.ASK_ABOUT_VISIT, individual)
    if introduction.asked_on is not None:
        return False  # somebody else asked at the same moment
    introduction.asked_on = today
    introduction.save(update_fields=["asked_on"])
    words = WORDS.format(place=introduction.activity.name)
    if not _is_reached(individual):
        return False  # somebody who likes to be told in person is asked on their page, or when we meet
    link = people.ask_through(
        individual=individual, about=introduction.public_id, ends_at=clock.now() + LINK_LIVES_FOR, by=by
    )
    is_posted = _post(introduction, words, links.address(link))
    told = "asked about a visit" if is_posted else "asked about a visit: the letter could not be posted"
    trail.record(told, by=by, about=introduction, individual=individual)
    return is_posted


def _is_reached(individual: Individual) -> bool:
    """Whether a letter reaches them at all; an account that was closed is written to no more."""
    is_closed = individual.user is not None and not individual.user.is_active
    return bool(reaching.reached_at(individual)[1]) and not is_closed


def _post(introduction: Introduction, words: str, read_at: str) -> bool:
    """It opens a page with two buttons, whether or not they have an account; a plain yes or no answers it too."""
    letter = people.write_to(
        introduction.individual,
        kind=VISIT_QUESTION,
        cause=f"introduction {introduction.public_id}",
        once=f"visit question {introduction.public_id} {introduction.first_visit_on}",  # a moved visit is asked about
        words=words,
        read_at=read_at,
        takes_replies=True,
        goes_stale_at=clock.now() + OF_USE_FOR,
    )
    return letter is not None
