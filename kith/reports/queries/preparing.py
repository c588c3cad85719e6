"""What may be told of one quarter, of every team and of all together: counted at one moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Max, Min
from django.utils import timezone

from kith.conversations.mirror.spans import Span, latest_quarter
from kith.goals.models import Barrier
from kith.ideas.gaps import missing_interests
from kith.people.models import Individual, Team

from ..figures import AGREED, BARRIERS, INTERESTS, NUMBERS
from ..models import Kept
from ..periods import quarter_containing, quarters_from
from ..safe import FEW, LEAST, Counted, told_together
from .agreeing import Took, took_by_team
from .counting import barriers_by_team, counted_by_team

Tellings = dict[Team | None, dict[str, Any]]


def quarters_to_prepare(today: date) -> list[date]:
    """The first days of settled quarters that are not kept yet; none from before the first notebook."""
    last = latest_quarter(today).begins
    kept = Kept.objects.aggregate(latest=Max("begins_on"))["latest"]
    if kept:
        return [begins for begins in quarters_from(kept, last) if begins > kept]
    opened = Individual.objects.aggregate(first=Min("opened_at"))["first"]
    return list(quarters_from(quarter_containing(timezone.localtime(opened).date()), last)) if opened else []


def told_of(span: Span, today: date) -> Tellings:
    """By team, and of all teams under None: what a report says, and nothing that it does not say."""
    teams = list(Team.objects.order_by("pk"))
    told: Tellings = {team: {} for team in [*teams, None]}
    for key in NUMBERS:
        _tell_number(told, teams, key, counted_by_team(key, span))
    _tell_agreeing(told, took_by_team(span))
    _tell_barriers(told, teams, barriers_by_team(span))
    if span == latest_quarter(today):  # what people like, and what is near, is known of now alone
        _tell_interests(told, teams)
    return told


def _tell_number(told: Tellings, teams: list[Team], key: str, counts: dict[int, Counted]) -> None:
    of_teams, whole = told_together({team: counts.get(team.pk, Counted()) for team in teams})
    told[None][key] = whole
    for team, each in of_teams.items():
        told[team][key] = each


def _tell_agreeing(told: Tellings, took: dict[int | None, Took]) -> None:
    for team, telling in told.items():
        found = took.get(team.pk if team else None)
        telling[AGREED.key] = found.told if found else FEW


def _tell_barriers(told: Tellings, teams: list[Team], by_kind: dict[str, dict[int, Counted]]) -> None:
    """Kinds alone, and no number of any."""
    enough = defaultdict(list)
    for kind in Barrier.Kind:
        people = by_kind.get(kind.value, {})
        counts = {team: people[team.pk].people for team in teams if team.pk in people}
        for team in [*_with_enough(counts), *([None] if sum(counts.values()) >= LEAST else [])]:
            enough[team].append(str(kind.label))
    for team, telling in told.items():
        telling[BARRIERS.key] = enough[team]


def _with_enough(counts: dict[Team, int]) -> Iterable[Team]:
    return (team for team, people in counts.items() if people >= LEAST)


def _tell_interests(told: Tellings, teams: list[Team]) -> None:
    """Of all teams those that are told of one: it says no more than they do."""
    for team in teams:
        told[team][INTERESTS.key] = [each.name for each in missing_interests(team) if each.is_liked_by_many]
    told[None][INTERESTS.key] = sorted({name for team in teams for name in told[team][INTERESTS.key]})
