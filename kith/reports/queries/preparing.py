"""What may be told of one quarter, of every team and of all together: counted at one moment."""

from datetime import date
from typing import Any

from django.db.models import Max, Min
from django.utils import timezone

from kith.conversations.mirror.spans import Span, latest_quarter, running_quarter
from kith.goals.models import Barrier
from kith.ideas.gaps import missing_interests
from kith.people.models import Individual, Team

from ..figures import AGREED, BARRIERS, INTERESTS, NUMBERS
from ..models import Kept
from ..periods import quarters_from
from ..safe import FEW, Counted, Told, told_alone, told_of_all, told_together
from .agreeing import Took, took_by_team
from .counting import barriers_by_team, counted_by_team
from .safety import tell_safety

Tellings = dict[Team | None, dict[str, Any]]


def quarters_to_prepare(today: date) -> list[date]:
    """The first days of settled quarters that are not kept yet; none from before the first notebook."""
    last = latest_quarter(today).begins
    kept = Kept.objects.aggregate(latest=Max("begins_on"))["latest"]
    if kept:
        return [begins for begins in quarters_from(kept, last) if begins > kept]
    opened = Individual.objects.aggregate(first=Min("opened_at"))["first"]
    return list(quarters_from(running_quarter(timezone.localtime(opened).date()), last)) if opened else []


def told_of(span: Span, today: date) -> Tellings:
    """By team, and of all teams under None: what a report says, and nothing that it does not say."""
    teams = list(Team.objects.order_by("pk"))
    told: Tellings = {team: {} for team in [*teams, None]}
    in_use = set(Individual.objects.order_by().values_list("team", flat=True).distinct())
    peopled = [team for team in teams if team.pk in in_use]
    for key in NUMBERS:
        _tell_number(told, peopled, key, counted_by_team(key, span))
    _tell_agreeing(told, peopled, took_by_team(span))
    _tell_barriers(told, peopled, barriers_by_team(span))
    told[None] |= tell_safety(span, [team.pk for team in peopled])
    if span == latest_quarter(today):  # what people like, and what is near, is known of now alone
        _tell_interests(told, teams)
    return told


def _tell_number(told: Tellings, peopled: list[Team], key: str, counts: dict[int, Counted]) -> None:
    """From a team that nobody is in yet nothing can be taken away: it stands in nobody's way."""
    of_teams, whole = told_together({team: counts.get(team.pk, Counted()) for team in peopled})
    for team, telling in told.items():
        telling[key] = of_teams.get(team, FEW) if team else whole


def _tell_agreeing(told: Tellings, peopled: list[Team], took: dict[int | None, Took]) -> None:
    """How long it took is told where their number could be."""
    counts = {team.pk: took[team.pk].counted for team in peopled}
    for team, telling in told.items():
        number = told_alone(counts.get(team.pk, Counted())) if team else told_of_all(counts.values())
        telling[AGREED.key] = took[team.pk if team else None].band if isinstance(number, int) else number


def _tell_barriers(told: Tellings, peopled: list[Team], by_kind: dict[str, dict[int, Counted]]) -> None:
    """Kinds alone, each where its number could be told; and no number of any."""
    for team, telling in told.items():
        telling[BARRIERS.key] = [
            str(kind.label)
            for kind in Barrier.Kind
            if isinstance(_of_kind(team, peopled, by_kind.get(kind.value, {})), int)
        ]


def _of_kind(team: Team | None, peopled: list[Team], people: dict[int, Counted]) -> Told:
    counts = [people.get(each.pk, Counted()) for each in peopled]
    return told_alone(people.get(team.pk, Counted())) if team else told_of_all(counts)


def _tell_interests(told: Tellings, teams: list[Team]) -> None:
    """Of all teams those that are told of one: it says no more than they do."""
    for team in teams:
        told[team][INTERESTS.key] = missing_interests(team)
    told[None][INTERESTS.key] = sorted({name for team in teams for name in told[team][INTERESTS.key]})
