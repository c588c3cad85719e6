"""Everything of one person's plan that may leave, gathered at one moment; and nothing else.

Whatever leaves as a file is written from this alone, so what is not here cannot leave: no reflection, draft, prompt,
message or note, nothing about money, nothing that gets in the way, nothing that other people wrote or keep.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.db.models import F, Prefetch

from kith.about_me import queries as about_me
from kith.about_me.models import Kind, Line
from kith.access import clock
from kith.access.permissions import MATRIX
from kith.design import phones
from kith.goals.models import Goal, HelperPage, Result, Step
from kith.goals.queries.goals import results_that_stand
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction
from kith.introductions.wording import first_name
from kith.paperwork import queries as paperwork
from kith.paperwork.models import Edition
from kith.people import queries as people
from kith.people.models import ContactWishes, Individual, Relation, Share, User
from kith.people.wishes import kept_wishes

from .measured import Measured, Rating, measured_of

ENDED = "This has ended. It allows nothing any more."
LEFT_OUT = "(left out here)"
OF_MONEY = frozenset({"budget", "assurances", "budget_answers", "spending"})
UNLISTED = "A place that is kept off lists"


@dataclass(frozen=True)
class Agreed:
    """One yes of the individual. `words` are without any way to reach somebody: that was for one place alone."""

    share: Share
    holds: bool
    recipient: str
    words: str

    @property
    def in_words(self) -> str:
        """What it allows. Words that may no longer be said are not said here either."""
        if not self.holds:
            return ENDED
        rows = [MATRIX["rows"][row]["title"] for row in self.share.sections if row not in OF_MONEY]
        sees = f"May see: {', '.join(rows)}." if rows else ""
        says = f"May be told these words and no others: {self.words}" if self.words else ""
        return " ".join(filter(None, [f"For this: {self.share.purpose.rstrip('.')}.", sees, says]))


@dataclass(frozen=True)
class Whole:
    """One person's plan as it may leave. Lists are in the order of their pages."""

    individual: Individual
    at: datetime
    partnership: Relation | None
    wishes: ContactWishes | None
    lines: dict[str, list[Line]]
    goals: list[Goal]
    steps: list[Step]
    introductions: list[Introduction]
    agreed: list[Agreed]
    forms: list[Edition]
    ratings: tuple[Rating, ...] = ()
    measured: tuple[Measured, ...] = ()

    @property
    def worker(self) -> User | None:
        return self.partnership.user if self.partnership else None

    @property
    def direction(self) -> Line | None:
        return next(iter(self.lines.get(Kind.DIRECTION, ())), None)

    @property
    def commitments(self) -> list[Goal]:
        return [goal for goal in self.goals if goal.is_commitment]

    @property
    def workers(self) -> list[User]:
        """Everybody with an account who may be named, some more than once."""
        wrote = [result.recorded_by for goal in self.goals for result in self.results_of(goal)]
        promised = [step.promised_by for step in self.steps]
        introduced = [each.partnership.user for each in self.introductions if each.partnership]
        found = [self.worker, *promised, *introduced, *(goal.recorded_by for goal in self.goals), *wrote]
        return [user for user in found if user and user.pk != self.individual.user_id]

    def results_of(self, goal: Goal) -> list[Result]:
        """How it turned out, the oldest first."""
        return goal.that_stand  # type: ignore[attr-defined] - prefetched with the goal

    def told_of(self, goal: Goal) -> list[str]:
        """The ids of everything that was said of how it goes with a goal."""
        levels = [each.public_id for each in self.measured if each.goal == goal.public_id]
        return [*(each.public_id for each in (*self.results_of(goal), *self.ratings_of(goal))), *levels]

    def ratings_of(self, goal: Goal) -> list[Rating]:
        """How close they felt to it, in the order given."""
        return self._ratings[goal.public_id]

    @cached_property
    def _ratings(self) -> dict[str, list[Rating]]:
        found: dict[str, list[Rating]] = defaultdict(list)
        for rating in self.ratings:
            found[rating.goal].append(rating)
        return found


def whole_of(individual: Individual, *, is_own: bool) -> Whole:
    """Their plan, in a fixed number of looks and two for each form. `is_own`: it is for themself, and so holds the
    numbers they keep to themself."""
    goals = _goals(individual)
    ratings, measured = measured_of(individual, is_own=is_own)
    introduced = list(introductions.introductions_of(individual))
    return Whole(
        individual=individual,
        at=clock.now(),
        partnership=people.partnership_with(individual),
        wishes=kept_wishes(individual),
        lines=about_me.lines_of(individual),
        goals=goals,
        steps=_steps(individual),
        introductions=introduced,
        agreed=_agreed(individual, introduced),
        forms=paperwork.agreed_editions(individual),
        ratings=ratings,
        measured=measured,
    )


def without_forms(whole: Whole) -> Whole:
    """The same without the forms, which take a look each to write out."""
    return replace(whole, forms=[])


def _goals(individual: Individual) -> list[Goal]:
    results = Prefetch("results", results_that_stand().order_by("on", "pk"), to_attr="that_stand")
    found = individual.goals.select_related("activity", "recorded_by").order_by("set_on", "pk")
    return list(found.prefetch_related(results))


def _steps(individual: Individual) -> list[Step]:
    found = individual.steps.select_related("goal", "helper", "promised_by")
    return list(found.order_by(F("goal__set_on").asc(nulls_last=True), "goal_id", "position", "pk"))


def _agreed(individual: Individual, introduced: list[Introduction]) -> list[Agreed]:
    """Every yes, the newest first. One about money alone is not part of a life's plan."""
    now, of_places = clock.now(), {each.share_id: each for each in introduced if each.share_id}
    of_helpers = _numbers_of_helpers(individual)
    shares = individual.shares.order_by("-starts_at", "-pk")
    kept = [share for share in shares if not share.sections or set(share.sections) - OF_MONEY]
    return [
        _told_to_place(share, now, of_places[share.pk])
        if share.pk in of_places
        else _told_to_somebody(share, now, of_helpers)
        for share in kept
    ]


def _told_to_place(share: Share, now: datetime, introduction: Introduction) -> Agreed:
    """The place alone: whoever says hello there agreed to nothing."""
    place, host = introduction.activity, introduction.host_name
    unsaid = [*_ways_to_write(introduction.number), place.name if place.keep_to_ourselves else ""]
    words = _without_host(_without(share.words, unsaid), host)
    return Agreed(share, _holds(share, now), place_name(place), words)


def _told_to_somebody(share: Share, now: datetime, of_helpers: dict[int, str]) -> Agreed:
    """Helpers and supporters by their first name, as wherever else they stand."""
    is_known = bool(share.sections) or share.pk in of_helpers
    name = share.recipient.strip()
    recipient = first_name(name) if is_known and name else name
    words = _without(share.words, _ways_to_write(of_helpers.get(share.pk, "")))
    return Agreed(share, _holds(share, now), recipient, words.replace(name, recipient) if name else words)


def _holds(share: Share, now: datetime) -> bool:
    return share.revoked_at is None and share.starts_at <= now < share.ends_at


def _numbers_of_helpers(individual: Individual) -> dict[int, str]:
    """What stands in the words agreed for each helper's page, by the share; "" where nothing does."""
    of_helpers = HelperPage.objects.filter(step__individual=individual, share__isnull=False)
    return {share: number for share, number in of_helpers.values_list("share_id", "number") if share}


def _ways_to_write(number: str) -> list[str]:
    """A number or an address, however it was written."""
    return [phones.or_email_as_written(number), number] if number else []


def _without(words: str, unsaid: Iterable[str]) -> str:
    """The words without these."""
    for each in filter(None, unsaid):
        words = words.replace(each, LEFT_OUT)
    return words


def _without_host(words: str, host: str) -> str:
    """Neither by the whole name nor by the first, where it stands by itself: “Sam” is not taken out of “Samba”."""
    for name in (host.strip(), first_name(host)) if host.strip() else ():
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", LEFT_OUT, words)
    return words


def place_name(activity) -> str:
    """What a place is called; one that the team keeps to itself is not named."""
    return UNLISTED if activity.keep_to_ourselves else activity.name


def is_taken_back(introduction: Introduction) -> bool:
    """Whether the yes was taken back, so that nothing more is said to the place."""
    return introduction.share is not None and introduction.share.revoked_at is not None
