"""The one short measure that may be offered on an occasion, such as a meeting; most often there is none."""

from dataclasses import dataclass
from datetime import date

from kith.people.models import Individual

from ..models import Deferral, Measure
from ..months import months_before
from ..packs import QUESTIONS
from .answered import answered_on, put_off_on
from .kept import measures_on
from .reminding import wishes_of


@dataclass(frozen=True)
class Offer:
    """One measure, for this occasion."""

    measure: Measure
    occasion: str


def offer_for(individual: Individual, occasion: str, today: date) -> Offer | None:
    """Nothing where one was answered or put off on this occasion, and none that they said does not fit. The one that
    was answered longest ago comes first; none is offered sooner than they want to look again."""
    if answered_on(individual, occasion) or put_off_on(individual, occasion):
        return None
    last = _last_answered(individual)
    since = months_before(today, wishes_of(individual).months)
    unfit = set(individual.put_off.filter(why=Deferral.Why.DOES_NOT_FIT).values_list("measure__url", flat=True))
    due = [
        each
        for each in measures_on(today).filter(kind=QUESTIONS)
        if each.url not in unfit and last.get(each.url, date.min) <= since
    ]
    due.sort(key=lambda each: last.get(each.url, date.min))
    return Offer(due[0], occasion) if due else None


def _last_answered(individual: Individual) -> dict[str, date]:
    """The last day of each pack, by its address."""
    answered = individual.measured.filter(withdrawn_at__isnull=True).order_by("on")
    return dict(answered.values_list("measure__url", "on"))
