"""What we ask of the lines somebody said about themselves."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from kith.access.kept import kept
from kith.people.models import Individual, Team, User

from .models import Doing, Kind, Line
from .overlaps import overlaps


def lines_of(individual: Individual) -> dict[str, list[Line]]:
    """Every live line by its kind, in the order of the page; kinds without one are left out.
    Within a kind what they typed themselves comes first, then the oldest."""
    lines = _in_order(individual)
    grouped = {kind.value: [line for line in lines if line.kind == kind] for kind in Kind}
    return {kind: found for kind, found in grouped.items() if found}


@kept
def _in_order(individual: Individual) -> QuerySet[Line]:
    in_order = _live(individual).order_by("-typed_by_individual", "said_on", "pk")
    return in_order.select_related("recorded_by")


def direction_of(individual: Individual) -> Line | None:
    """Where they want to go, as last said."""
    return _live(individual).filter(kind=Kind.DIRECTION).select_related("recorded_by").first()


def earlier_directions(individual: Individual) -> list[Line]:
    """Where they wanted to go before, latest first."""
    directions = individual.lines.filter(kind=Kind.DIRECTION, ended_on__isnull=False)
    return list(directions.select_related("recorded_by").order_by("-ended_on", "-pk"))


def shared_interests(individual: Individual, worker: User) -> list[str]:
    """What this worker and this individual both like, in a word or two each. Nothing kept out of suggestions."""
    if not worker.interests:
        return []
    return shared_in(_live(individual).filter(kind=Kind.INTEREST), worker)


def shared_in(interests: Iterable[Line], worker: User) -> list[str]:
    """The same of lines that a page has read already."""
    return overlaps(worker.interests, [each.words for each in interests if not each.is_hidden_from_matching])


def line_called(individual: Individual, public_id: str) -> Line | None:
    """This line of this individual."""
    return individual.lines.filter(public_id=public_id).first()


def doing_of(individual: Individual) -> list[Doing]:
    """What they do, then what they did, each the oldest first, with who wrote it down. One look."""
    doings = individual.doings.filter(put_away_on__isnull=True).select_related("recorded_by")
    return sorted(doings, key=lambda doing: not doing.goes_on)


def how_many_did(team: Team, before: date) -> dict[str, int]:
    """How many people of a team did something, as it was noted before this day, by the kind of place. Two looks, and
    nobody's name."""
    noted = Doing.objects.filter(individual__team=team, individual__closed_at__isnull=True, said_on__lt=before)
    noted = noted.filter(Q(put_away_on__isnull=True) | Q(put_away_on__gte=before), until_words="")
    return {where.value: noted.filter(where=where).values("individual").distinct().count() for where in Doing.Where}


def doing_called(individual: Individual, public_id: str) -> Doing | None:
    """This thing they do or did."""
    return individual.doings.filter(public_id=public_id).first()


def thoughts_since(individual: Individual, day: date) -> list[Line]:
    """What they noted themselves, on or after `day`, as something not thought of before; latest first. One look."""
    thoughts = _live(individual).filter(kind=Kind.THOUGHT, said_on__gte=day)
    return list(thoughts.select_related("recorded_by").order_by("-said_on", "-pk"))


def _live(individual: Individual) -> QuerySet[Line]:
    return individual.lines.filter(ended_on__isnull=True)
