"""Every action here begins by holding what it is about: what a page was shown may have changed since.

A notebook is held before an introduction in it, always in this order, so that nobody waits for ever.
"""

from kith.introductions.models import Introduction
from kith.people.models import Individual, Share


def hold(introduction: Introduction) -> None:
    """The row as it stands now, in the hands of the caller; it stays so until the action ends."""
    introduction.refresh_from_db(from_queryset=Introduction.objects.select_for_update())


def hold_with_its_yes(introduction: Introduction) -> None:
    """The same with the share it rests on: a yes that is taken back meanwhile was taken back before, or comes after."""
    hold(introduction)
    if introduction.share is not None:
        introduction.share.refresh_from_db(from_queryset=Share.objects.select_for_update())


def hold_notebook(individual: Individual) -> None:
    """Two things that are counted once for a person happen one after the other."""
    Individual.objects.select_for_update().get(pk=individual.pk)
