"""Every action here begins by holding what it is about: what a page was shown may have changed since.

A notebook is held before an introduction in it, always in this order, so that nobody waits for ever.
"""

from collections.abc import Iterable

from django.db.models import QuerySet

from kith.introductions.models import Introduction
from kith.people.models import Individual, Share

TO_WRITE = ("individual__user", "individual__team", "individual__contact_wishes", "activity")
AT_HAND = (*TO_WRITE, "share")


def hold(introduction: Introduction) -> None:
    """The row as it stands now, in the hands of the caller; it stays so until the action ends."""
    introduction.refresh_from_db(from_queryset=_in_hand(*AT_HAND, "partnership__user"))


def hold_some(introductions: Iterable[Introduction]) -> list[Introduction]:
    """The same for several at once, in one order; anew, with their reports at hand."""
    return list(_some(introductions, *AT_HAND).prefetch_related("reports"))


def hold_to_write(introductions: Iterable[Introduction]) -> list[Introduction]:
    """The same, with only what a letter to each individual is made of at hand."""
    return list(_some(introductions, *TO_WRITE))


def _some(introductions: Iterable[Introduction], *at_hand: str) -> QuerySet[Introduction]:
    return _in_hand(*at_hand).filter(pk__in=[each.pk for each in introductions]).order_by("pk")


def _in_hand(*at_hand: str) -> QuerySet[Introduction]:
    """With what is read of it, in one look; only the introduction itself is held."""
    return Introduction.objects.select_for_update(of=("self",)).select_related(*at_hand)


def hold_with_its_yes(introduction: Introduction) -> None:
    """The same with the share it rests on: a yes that is taken back meanwhile was taken back before, or comes after."""
    hold(introduction)
    if introduction.share is not None:
        introduction.share.refresh_from_db(from_queryset=Share.objects.select_for_update())


def hold_notebook(individual: Individual) -> None:
    """Two things that are counted once for a person happen one after the other."""
    Individual.objects.select_for_update().get(pk=individual.pk)
