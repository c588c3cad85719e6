"""What we ask of the lines somebody said about themselves."""

from django.db.models import QuerySet

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.people.models import Individual

from .models import FOR_MATCHING, Kind, Line


def typed_themselves(individual: Individual, by: Actor) -> bool:
    """Whether the individual is the one at the keys; only then are words shown as theirs."""
    return by.user_id is not None and by.user_id == individual.user_id


def account_of(by: Actor) -> int:
    """The account of whoever is writing; nothing here is ever written by a machine."""
    if by.user_id is None:
        raise NotPermitted(f"{by.who} has no account to write with")
    return by.user_id


def lines_of(individual: Individual) -> dict[str, list[Line]]:
    """Every live line by its kind, in the order of the page; kinds without one are left out.
    Within a kind what they typed themselves comes first, then the oldest."""
    in_order = _live(individual).order_by("-typed_by_individual", "said_on", "pk")
    lines = list(in_order.select_related("recorded_by"))
    grouped = {kind.value: [line for line in lines if line.kind == kind] for kind in Kind}
    return {kind: found for kind, found in grouped.items() if found}


def direction_of(individual: Individual) -> Line | None:
    """Where they want to go, as last said."""
    return _live(individual).filter(kind=Kind.DIRECTION).select_related("recorded_by").first()


def earlier_directions(individual: Individual) -> list[Line]:
    """Where they wanted to go before, latest first."""
    directions = individual.lines.filter(kind=Kind.DIRECTION, ended_on__isnull=False)
    return list(directions.select_related("recorded_by").order_by("-ended_on", "-pk"))


def matching_words(individual: Individual) -> list[str]:
    """What ideas may be looked for with: likes old and new, strengths, curiosities; not what is kept out."""
    lines = _live(individual).filter(kind__in=FOR_MATCHING, is_hidden_from_matching=False)
    return list(lines.values_list("words", flat=True))


def avoided_words(individual: Individual) -> list[str]:
    """What does not help, so that ideas keep away from it."""
    return list(_live(individual).filter(kind=Kind.DOES_NOT_HELP).values_list("words", flat=True))


def line_called(individual: Individual, public_id: str) -> Line | None:
    """This line of this individual."""
    return individual.lines.filter(public_id=public_id).first()


def _live(individual: Individual) -> QuerySet[Line]:
    return individual.lines.filter(ended_on__isnull=True)
