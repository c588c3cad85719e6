"""What gets in the way: of one goal in words, and of a whole team as kinds alone."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count

from kith.access.few import LEAST
from kith.people.models import Individual, Team

from ..models import Barrier, Goal, LookingInto


def barriers_of(goal: Goal) -> list[Barrier]:
    """What gets in the way of it, the oldest first, each with what was tried since. Two looks."""
    return list(goal.barriers.select_related("recorded_by").prefetch_related("attempts__recorded_by"))


def barrier_called(individual: Individual, goal: str, public_id: str) -> Barrier | None:
    """This one, of this goal of this individual."""
    found = Barrier.objects.filter(goal__individual=individual, goal__public_id=goal, public_id=public_id)
    return found.select_related("goal__individual", "recorded_by").first()


def still_in_the_way(individual: Individual, most: int = 3) -> list[Barrier]:
    """What is in the way of goals going on and was not got over, the newest first. One look."""
    found = Barrier.objects.filter(goal__individual=individual, goal__state=Goal.State.IN_PLAY)
    open_still = found.exclude(helped=Barrier.Helped.YES).select_related("goal", "recorded_by")
    return list(open_still.order_by("-noted_on", "-pk")[:most])


def kinds_that_recur(team: Team, since: date, until: date) -> list[tuple[str, str]]:
    """Kinds of barrier, each with its name, that at least ten people of a team met from `since` until before `until`.
    In the order of the list, so that no number of people shows in it; what is “something else” is nothing to act on."""
    found = Barrier.objects.filter(goal__individual__team=team, noted_on__gte=since, noted_on__lt=until)
    named = found.exclude(kind__in=("", Barrier.Kind.OTHER)).order_by()
    counted = named.values("kind").annotate(people=Count("goal__individual", distinct=True))
    enough = set(counted.filter(people__gte=LEAST).values_list("kind", flat=True))
    return [(kind.value, str(kind.label)) for kind in Barrier.Kind if kind.value in enough]


def looking_into(team: Team) -> dict[str, LookingInto]:
    """The latest look at each gap, by what it is about. One look."""
    found = LookingInto.objects.filter(team=team).select_related("by").order_by("since", "pk")
    return {each.about: each for each in found}


def look_called(teams: Collection[Team], public_id: str) -> LookingInto | None:
    """This look at a gap of one of these teams."""
    return LookingInto.objects.filter(team__in=teams, public_id=public_id).select_related("by", "team").first()
