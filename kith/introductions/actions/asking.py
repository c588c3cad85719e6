"""The day after a first visit the individual is asked, once: did you go? The letter itself says nothing."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.sweeping import go_through_together, never_stops
from kith.introductions import in_person, queries
from kith.introductions.models import Introduction
from kith.outbox.actions import posted_together
from kith.people import actions as people
from kith.people import links
from kith.people.models import Link

from .holding import hold_to_write

VISIT_QUESTION = "to individual: visit question"
WORDS = "Did you go to {place}? Either answer is fine."
POSTED = "posted"
OF_USE_FOR, LINK_LIVES_FOR = timedelta(days=3), timedelta(days=14)


def ask_about_visits(*, by: Actor, today: date | None = None, goes_on: Callable[[], bool] = never_stops) -> int:
    """Posts one letter for each visit that has been and was not told of. Gives how many were posted.
    One that stumbles stops nobody else's."""
    today = today or clock.today()

    def ask(few: list[Introduction]) -> Counter[str]:
        return Counter({POSTED: ask_about_some(introductions=few, today=today, by=by)})

    return go_through_together(queries.to_be_asked(today), ask, goes_on)[POSTED]


@action
def ask_about_some(*, introductions: Iterable[Introduction], today: date, by: Actor) -> int:
    """Asks about each of these visits, once, whatever becomes of the letter; all of them, or none. Gives how many
    letters were posted. What somebody else asked at the same moment is left out."""
    held = [each for each in hold_to_write(introductions) if each.asked_on is None and _has_been(each)]
    for each in held:
        permit(by, Permission.ASK_ABOUT_VISIT, each.individual)
    Introduction.objects.filter(pk__in=[each.pk for each in held]).update(asked_on=today)
    # whoever no letter reaches is asked on their page, or when the two meet: it stands on their worker's Today
    return _ask([each for each in held if not in_person.is_asked_in_person(each.individual)], by)


def _has_been(introduction: Introduction) -> bool:
    """A day that was moved meanwhile is asked about after the new one."""
    return introduction.first_visit_on is not None and introduction.first_visit_on < clock.today()


def _ask(introductions: list[Introduction], by: Actor) -> int:
    """One letter each, with a link of its own. Gives how many were posted."""
    about = {each.public_id: each.individual for each in introductions}
    made = people.ask_each_through(about=about, ends_at=clock.now() + LINK_LIVES_FOR, by=by)
    with posted_together(map(_once, introductions)):
        return sum(_ask_one(each, made[each.public_id], by) for each in introductions)


def _ask_one(introduction: Introduction, link: Link, by: Actor) -> bool:
    words = WORDS.format(place=introduction.activity.name)
    is_posted = _post(introduction, words, links.address(link))
    told = "asked about a visit" if is_posted else "asked about a visit: the letter could not be posted"
    trail.record(told, by=by, about=introduction, individual=introduction.individual)
    return is_posted


def _post(introduction: Introduction, words: str, read_at: str) -> bool:
    """It opens a page with two buttons, whether or not they have an account; a plain yes or no answers it too."""
    letter = people.write_to(
        introduction.individual,
        kind=VISIT_QUESTION,
        cause=f"introduction {introduction.public_id}",
        once=_once(introduction),
        words=words,
        read_at=read_at,
        takes_replies=True,
        goes_stale_at=clock.now() + OF_USE_FOR,
    )
    return letter is not None


def _once(introduction: Introduction) -> str:
    """A visit that was moved is asked about anew."""
    return f"visit question {introduction.public_id} {introduction.first_visit_on}"
