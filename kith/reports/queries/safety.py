"""Worries about safety, and information that went astray: how many, in which month, and what became of them.

Of all teams together alone: of one team it would soon be known who is meant.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone

from kith.conversations.mirror.spans import Span
from kith.safety.models import Breach, Concern

from ..figures import OF_SAFETY
from ..safe import FEW, NOT_TOLD, Counted, Told, told_of_all, told_together
from .counting import start_of

EVERYWHERE = 0  # what went astray is no team's
CLOSED_TOLD, CLOSED_UNTOLD = "Closed, and the person was told", "Closed, and the person was not told"
COMMISSIONER_TOLD, COMMISSIONER_NOT = (
    "Closed, and the Commissioner was told",
    "Closed, and the Commissioner was not told",
)
OPEN = "Still open"
OF_WORRIES, OF_ASTRAY = (CLOSED_TOLD, CLOSED_UNTOLD, OPEN), (COMMISSIONER_TOLD, COMMISSIONER_NOT, OPEN)

Parts = Sequence[str]


@dataclass(frozen=True)
class Line:
    """One of them, without a word of it."""

    team: int
    month: str
    became: str
    people: frozenset[int]


def tell_safety(span: Span, teams: list[int]) -> dict[str, Told]:
    """By the keys of its figures. `teams`: the keys of those that somebody is in."""
    worries = [line for line in _worries(span) if line.team in teams]
    astray, months = list(_astray(span)), _months(span)
    told = (*_told(worries, teams, months, OF_WORRIES), *_told(astray, [EVERYWHERE], months, OF_ASTRAY))
    return {figure.key: each for figure, each in zip(OF_SAFETY, told, strict=True)}


def _told(lines: list[Line], teams: list[int], months: Parts, became: Parts) -> tuple[Told, Told, Told]:
    """How many, by month, and by what became of them."""
    whole = told_of_all(_of_teams(lines, teams))
    by_month = _in_parts(lines, teams, whole, months, lambda line: line.month)
    return whole, by_month, _in_parts(lines, teams, whole, became, lambda line: line.became)


def _in_parts(lines: list[Line], teams: list[int], whole: Told, parts: Parts, of: Callable[[Line], str]) -> Told:
    """Each part with its number, in one line of words. Parts are taken from the whole as teams are, and whoever knows
    a team takes it out of each: where either would tell of few, none is told."""
    by_part = {part: [line for line in lines if of(line) == part] for part in parts}
    told, left = told_together({part: _counted(some) for part, some in by_part.items()}, whole)
    numbers = [part for part in parts if isinstance(told[part], int)]
    if not numbers:
        return FEW
    are_safe = all(isinstance(told_of_all(_of_teams(by_part[part], teams)), int) for part in numbers)
    return "; ".join(f"{part}: {told[part]}" for part in parts) if are_safe and left == whole else NOT_TOLD


def _of_teams(lines: list[Line], teams: list[int]) -> list[Counted]:
    return [_counted([line for line in lines if line.team == team]) for team in teams]


def _counted(lines: list[Line]) -> Counted:
    return Counted(len(lines), len(frozenset[int]().union(*(line.people for line in lines))))


def _worries(span: Span) -> Iterator[Line]:
    found = Concern.objects.filter(raised_at__gte=start_of(span.begins), raised_at__lt=start_of(span.ends))
    for each in found.only("team", "individual", "raised_at", "closed_at", "told_on"):
        became = OPEN if each.closed_at is None else CLOSED_TOLD if each.told_on else CLOSED_UNTOLD
        whose = frozenset(filter(None, [each.individual_id]))
        yield Line(each.team_id or EVERYWHERE, _month(each.raised_at), became, whose)


def _astray(span: Span) -> Iterator[Line]:
    found = Breach.objects.filter(said_at__gte=start_of(span.begins), said_at__lt=start_of(span.ends))
    for each in found.prefetch_related("touched"):
        closed = COMMISSIONER_TOLD if each.commissioner_told else COMMISSIONER_NOT
        whose = frozenset(touched.individual_id for touched in each.touched.all())
        yield Line(EVERYWHERE, _month(each.said_at), closed if each.closed_at else OPEN, whose)


def _month(moment) -> str:
    return f"{timezone.localtime(moment):%B}"


def _months(span: Span) -> Parts:
    """The three of a quarter."""
    return [f"{span.begins.replace(month=span.begins.month + more):%B}" for more in range(3)]
