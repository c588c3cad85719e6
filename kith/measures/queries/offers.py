"""The one short measure that may be offered on an occasion, such as a meeting; most often there is none."""

from dataclasses import dataclass
from datetime import date

from kith.people.models import Individual

from ..models import Deferral, Measure
from ..months import months_before
from ..packs import QUESTIONS
from .answered import as_others_know
from .kept import measures_on
from .put_off import put_off_of
from .reminding import wishes_of


@dataclass(frozen=True)
class Offer:
    """One measure, for this occasion."""

    measure: Measure
    occasion: str


def offer_for(individual: Individual, occasion: str, today: date, *, is_own: bool) -> Offer | None:
    """Nothing where one was answered or put off on this occasion, and none that they said does not fit. The one that
    was answered longest ago comes first; none is offered sooner than they want to look again. Others are offered the
    same whatever the individual answered for themself alone. One look where nothing is on."""
    on = list(measures_on(today).filter(kind=QUESTIONS))
    put_off = list(put_off_of(individual).values_list("measure__url", "why", "occasion")) if on else []
    answered = _answered(individual, is_own=is_own) if on else []
    if not on or occasion in {each[2] for each in put_off} | {each[2] for each in answered}:
        return None
    last = {url: day for url, day, _ in answered}
    since = months_before(today, wishes_of(individual).months)
    unfit = {url for url, why, _ in put_off if why == Deferral.Why.DOES_NOT_FIT}
    due = [each for each in on if each.url not in unfit and last.get(each.url, date.min) <= since]
    due.sort(key=lambda each: last.get(each.url, date.min))
    return Offer(due[0], occasion) if due else None


def _answered(individual: Individual, *, is_own: bool) -> list[tuple[str, date, str]]:
    """Of everything that was asked the pack's address, the day and the occasion, oldest first."""
    asked = individual.measured.standing().filter(measure__kind=QUESTIONS).order_by("on", "pk")
    found = asked if is_own else as_others_know(asked)
    return list(found.values_list("measure__url", "on", "occasion"))
