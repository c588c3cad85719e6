"""Who helps with what, which page of a helper is open, and what they told."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from kith.access import clock
from kith.access.kept import kept
from kith.people import links
from kith.people import queries as people
from kith.people.models import Individual, Link

from ..models import FromHelper, Goal, Helper, HelperPage, Step
from ..rules import cannot_have_page
from .promises import GOES_ON

OPEN_STEP = Q(step__done_on__isnull=True) & (
    Q(step__goal__isnull=True) | Q(step__goal__state__in=[Goal.State.IN_PLAY, Goal.State.PAUSED])
)


@dataclass(frozen=True)
class Told:
    """What a helper told and the individual has not looked at, as a page shows it."""

    public_id: str
    words: str
    told_at: datetime
    helper_name: str
    looked_at: None = None
    passed_on_at: None = None


def helpers_holding(individual: Individual, steps: list[Step]) -> list[Helper]:
    """Everybody who lends a hand, by name, each with those of these `steps` that they hold; and with what of theirs
    waits first for the individual: `told_id`, `told_words`, `told_at`, and the `waiting_page`. One look."""
    helpers = _with_what_waits(individual)
    for helper in helpers:
        helper.steps_held = [step for step in steps if step.helper_id == helper.pk]
    return helpers


@kept
def _with_what_waits(individual: Individual) -> QuerySet[Helper]:
    told = FromHelper.objects.filter(page__step__helper=OuterRef("pk"), looked_at__isnull=True).order_by("told_at")
    waits = HelperPage.objects.filter(_waits(), step__helper=OuterRef("pk"))
    return individual.helpers.annotate(
        told_id=Subquery(told.values("public_id")[:1]),
        told_words=Subquery(told.values("words")[:1]),
        told_at=Subquery(told.values("told_at")[:1]),
        waiting_page=Subquery(waits.values("public_id")[:1]),
    )


def first_told(helpers: list[Helper]) -> list[Told]:
    """Of each of `helpers_holding` what waits first, the oldest first."""
    told = [Told(each.told_id, each.told_words, each.told_at, each.name) for each in helpers if each.told_id]
    return sorted(told, key=lambda each: each.told_at)


def helpers_and_steps(individual: Individual) -> list[Helper]:
    """Everybody who lends a hand, by name, each with the open `steps_held`. Two looks."""
    steps = Step.objects.filter(GOES_ON, done_on__isnull=True).select_related("goal").order_by("position", "pk")
    return list(individual.helpers.prefetch_related(Prefetch("steps", steps, to_attr="steps_held")))


def with_pages(helpers: list[Helper], individual: Individual) -> list[Helper]:
    """The same helpers, each step they hold with its `page`: the newest that is open or waits for a yes, or None."""
    newest = {}
    for page in pages_of(individual).order_by("made_at", "pk"):
        newest[page.step_id] = page
    for helper in helpers:
        for step in helper.steps_held:
            step.page = newest.get(step.pk)
    return helpers


def step_held(individual: Individual, public_id: str) -> Step | None:
    """This step of theirs, where a helper holds it, it is still to do and its goal was not ended."""
    ended = Q(goal__isnull=False) & ~Q(goal__state__in=[Goal.State.IN_PLAY, Goal.State.PAUSED])
    held = individual.steps.filter(~ended, public_id=public_id, helper__isnull=False, done_on__isnull=True)
    return held.select_related("helper", "goal", "individual").first()


def pages_of(individual: Individual) -> QuerySet[HelperPage]:
    """The pages that are open to a helper, or wait for the individual's yes."""
    return _pages(individual).filter(_is_open() | _waits())


def open_pages(individual: Individual) -> QuerySet[HelperPage]:
    """The pages that their helpers can open now."""
    return _pages(individual).filter(_is_open())


def page_called(individual: Individual, public_id: str) -> HelperPage | None:
    """This page of theirs, open or not."""
    return _pages(individual).filter(public_id=public_id).first()


def page_of_link(link: Link) -> HelperPage | None:
    """What a helper's link opens: while the yes holds, the step is still to do and its goal was not ended."""
    return _pages(link.individual).filter(_is_open(), public_id=link.about).first()


def is_open(page: HelperPage) -> bool:
    """Whether its helper can open it now."""
    return page.step.individual.closed_at is None and HelperPage.objects.filter(_is_open(), pk=page.pk).exists()


def waits_for_yes(page: HelperPage) -> bool:
    return page.share_id is None and page.put_away_at is None and cannot_have_page(page.step) is None


def address_of(page: HelperPage) -> str:
    """The whole address behind which the helper reads it, to be handed on; "" when it opens nothing."""
    about = {"about": page.public_id, "purpose": Link.Purpose.HELPER, "stopped_at__isnull": True}
    link = page.individual.links.filter(**about).order_by("-pk").first()
    return links.address(link) if link and is_open(page) else ""


def who_may_be_rung(individual: Individual) -> dict[str, tuple[str, str]]:
    """The name and the number known of the individual and of their worker. One look."""
    worker = people.worker_of(individual)
    known = {HelperPage.Reach.INDIVIDUAL.value: (individual.called, individual.phone)}
    if worker:
        known[HelperPage.Reach.WORKER.value] = (worker.first_name, worker.phone)
    return known


def to_look_at(individual: Individual) -> list[FromHelper]:
    """What helpers told and the individual has not looked at, the oldest first. One look."""
    return list(_told(individual).filter(looked_at__isnull=True).order_by("told_at", "pk"))


def told_called(individual: Individual, public_id: str) -> FromHelper | None:
    """This thing that a helper told them."""
    return _told(individual).filter(public_id=public_id).first()


def told_through(page: HelperPage, *, to_individual: bool) -> list[FromHelper]:
    """All of it for the individual, the latest first; for anybody else what they passed on. One look."""
    told = page.told.all()
    return list(told if to_individual else told.filter(passed_on_at__isnull=False))


def passed_on(individual: Individual, most: int = 3) -> list[FromHelper]:
    """The latest that the individual passed on. One look."""
    return list(_told(individual).filter(passed_on_at__isnull=False).order_by("-passed_on_at", "-pk")[:most])


def not_looked_at(page: HelperPage) -> int:
    """How much waits that came through this page."""
    return page.told.filter(looked_at__isnull=True).aggregate(waiting=Count("pk"))["waiting"]


def _told(individual: Individual) -> QuerySet[FromHelper]:
    found = FromHelper.objects.filter(page__step__individual=individual)
    return found.select_related("page__step__helper", "page__step__individual")


def _pages(individual: Individual) -> QuerySet[HelperPage]:
    found = HelperPage.objects.filter(step__individual=individual)
    return found.select_related("step__individual", "step__helper", "step__goal", "share", "made_by")


def _is_open() -> Q:
    """The yes holds now. A paused goal is still theirs: its helper's page stays."""
    now = clock.now()
    holds = Q(share__starts_at__lte=now, share__ends_at__gt=now, share__revoked_at__isnull=True)
    return holds & OPEN_STEP


def _waits() -> Q:
    return Q(share__isnull=True, put_away_at__isnull=True) & OPEN_STEP
