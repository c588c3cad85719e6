"""Reasons against, as sentences a person can read; None when there is none."""

from kith.access.actor import Actor
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from .filled import Filled
from .models import Edition, Filling, Showing
from .sources import PICKED

CHANGED = "Something was changed after this was shown. Show it again first."
NOT_SHOWN = "{name} has not seen this yet. Show it first, or write down that they would rather not look."


def cannot_go_on(filling: Filling) -> str | None:
    """Whether this form is put away."""
    return "This form was put away. Bring it back to go on." if filling.put_away_at else None


def cannot_pick(filled: Filled, link_id: str, by: Actor, *, as_told: bool) -> str | None:
    """Only what they chose themselves goes into such a place."""
    question = filled.form.question(link_id)
    if question is None or question.source != PICKED:
        return "This question takes no picked lines."
    return cannot_speak_for_them(filled.filling.individual, by, as_told=as_told)


def cannot_speak_for_them(individual: Individual, by: Actor, *, as_told: bool) -> str | None:
    """What is the individual's to say comes from them, or somebody says that they were told."""
    if is_the_individual(by, individual) or as_told:
        return None
    return f"This is for {individual.called} to say. Press it together, or say that they told you."


def cannot_show(filled: Filled) -> str | None:
    """An empty form shows nothing."""
    return None if filled.known else "Nothing is filled in yet."


def cannot_be_told(edition: Edition, latest: Edition | None) -> str | None:
    """Only the newest is answered."""
    return None if latest and latest.pk == edition.pk else "A newer one is there. Please look at that one."


def cannot_see_differently(words: str) -> str | None:
    return None if words.strip() else "Please write how you see it."


def cannot_take(
    edition: Edition | None, showing: Showing | None, individual: Individual, *, is_current: bool
) -> str | None:
    """Nothing leaves that the individual has not seen, unless they would rather not look."""
    if edition is None or showing is None:
        return NOT_SHOWN.format(name=individual.called)
    return None if is_current else CHANGED
