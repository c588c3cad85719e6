"""The one short measure that may be offered on an occasion, such as a meeting; most often there is none."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date

from kith.goals.models import Goal
from kith.people.models import Individual

from ..models import Deferral, Measure
from ..months import months_before
from ..packs import ATTAINMENT, OWN, QUESTIONS
from .answered import as_others_know
from .attained import scales_of
from .kept import measures_on
from .put_off import put_off_of
from .reminding import wishes_of

NEVER = date.min


@dataclass(frozen=True)
class Offer:
    """One measure, for this occasion. `goal`: whose levels may be looked at."""

    measure: Measure
    occasion: str
    goal: Goal | None = None


@dataclass(frozen=True)
class Talked:
    """A meeting as an offer beside it has to know it: its day, and the keys of the goals that were agreed on there or
    got a small step, which are only looked for where that is of use."""

    on: date
    about: Callable[[], Set[int]]


@dataclass(frozen=True)
class _Past:
    """What was put off and answered, as far as whoever looks may know of it."""

    unfit: frozenset[str]  # the addresses of packs that they said do not fit
    occasions: frozenset[str]
    asked: dict[str, date]  # when each pack was answered last
    levels: dict[int, date]  # when a level of each goal was told last


def offer_for(
    individual: Individual, occasion: str, today: date, *, is_own: bool, talked: Talked | None = None
) -> Offer | None:
    """Nothing where one was answered or put off on this occasion, and none that they said does not fit. Levels of a
    goal that was talked about come first; of the others the one that was answered longest ago, and none sooner than
    they want to look again. Others are offered the same whatever the individual answered for themself alone. One look
    where nothing is on."""
    on = list(measures_on(today).exclude(kind=OWN))
    past = _past_of(individual, is_own=is_own) if on else None
    if past is None or occasion in past.occasions:
        return None
    fits = [each for each in on if each.url not in past.unfit]
    levels = next((each for each in fits if each.kind == ATTAINMENT), None)
    about = talked.about() if talked and levels else frozenset()
    if talked and any(past.levels.get(key, NEVER) >= talked.on for key in about):
        return None  # that was the one of this meeting
    goal = _to_look_at(individual, about, talked.on, past) if talked and about else None
    if levels and goal:
        return Offer(levels, occasion, goal)
    return _questions(individual, [each for each in fits if each.kind == QUESTIONS], past, occasion, today)


def _to_look_at(individual: Individual, about: Set[int], on: date, past: _Past) -> Goal | None:
    """The goal whose levels nobody looked at for longest. Levels that were only written there are for another time."""
    scales = [each for each in scales_of(individual) if each.goal_id in about and each.set_on < on]
    longest = min(scales, key=lambda each: past.levels.get(each.goal_id, NEVER), default=None)
    return longest.goal if longest else None


def _questions(individual: Individual, fits: list[Measure], past: _Past, occasion: str, today: date) -> Offer | None:
    since = months_before(today, wishes_of(individual).months) if fits else today
    due = [each for each in fits if past.asked.get(each.url, NEVER) <= since]
    longest = min(due, key=lambda each: past.asked.get(each.url, NEVER), default=None)
    return Offer(longest, occasion) if longest else None


def _past_of(individual: Individual, *, is_own: bool) -> _Past:
    """Two looks."""
    put_off = list(put_off_of(individual).values_list("measure__url", "why", "occasion"))
    asked = individual.measured.standing().exclude(measure__kind=OWN).order_by("on", "pk")
    found = list((asked if is_own else as_others_know(asked)).values_list("measure__url", "on", "occasion", "goal"))
    return _Past(
        unfit=frozenset(url for url, why, _ in put_off if why == Deferral.Why.DOES_NOT_FIT),
        occasions=frozenset(each[2] for each in (*put_off, *found) if each[2]),
        asked={url: day for url, day, _, goal in found if goal is None},
        levels={goal: day for _, day, _, goal in found if goal is not None},
    )
