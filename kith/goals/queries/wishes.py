"""Wishes, with the options somebody thought of and the goals that came of them."""

from django.db.models import Prefetch, QuerySet

from kith.people.models import Individual

from ..models import Goal, Option, Wish


def wishes_of(individual: Individual) -> list[Wish]:
    """The wishes that are still wished for, oldest first, each with `options_in_order`; those have
    `goals_begun`. Three looks."""
    return list(_with_options(individual.wishes.filter(put_away_on__isnull=True)))


def wishes_put_away(individual: Individual) -> list[Wish]:
    """The wishes that were put away, latest first, with the same lists. Three looks."""
    away = individual.wishes.filter(put_away_on__isnull=False)
    return list(_with_options(away.order_by("-put_away_on", "-pk")))


def wish_called(individual: Individual, public_id: str) -> Wish | None:
    """This wish of this individual, with the same lists."""
    return _with_options(individual.wishes.filter(public_id=public_id)).first()


def option_called(individual: Individual, public_id: str) -> Option | None:
    """This option of a wish of this individual."""
    options = Option.objects.filter(wish__individual=individual, public_id=public_id)
    return options.select_related("wish__individual").first()


def is_settled(wish) -> bool:
    """Whether something was chosen. `wish` comes with its `options_in_order`."""
    return any(option.is_chosen for option in wish.options_in_order)


def _with_options(wishes: QuerySet[Wish]) -> QuerySet[Wish]:
    begun = Prefetch("goals", Goal.objects.select_related("activity"), to_attr="goals_begun")
    options = Option.objects.select_related("recorded_by", "decided_by").prefetch_related(begun)
    return wishes.select_related("recorded_by").prefetch_related(
        Prefetch("options", options, to_attr="options_in_order")
    )
