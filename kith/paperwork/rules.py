"""Reasons against, as sentences a person can read; None when there is none."""

from kith.access.actor import Actor
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from .filled import Filled
from .models import Edition, Filling, Outcome, Showing
from .sources import PICKED

MOST_LETTERS = 5_000  # of what the individual writes to a form
TOO_LONG = "This is {length:,} letters, and {most:,} fit here. All of it is still in the box."
WANTS_CHANGE = "{name} says that something should be different. Change it, or talk about it, and show it again."
BESIDE = "Two answers stand beside each other at {number}. Choose the one that is right first."
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
    """An empty form shows nothing, and what is undecided is decided first."""
    undecided = next((line for line in filled.questions if line.beside), None)
    if undecided:
        return BESIDE.format(number=undecided.question.number)
    return None if filled.known else "Nothing is filled in yet."


def cannot_be_shown_so(how: str, individual: Individual, by: Actor, *, as_told: bool) -> str | None:
    """What they read themselves only they can say; that they would rather not look, they say or somebody was told."""
    if how == Showing.How.HERE and not is_the_individual(by, individual):
        return f"Only {individual.called} can say that they read it here."
    return cannot_speak_for_them(individual, by, as_told=as_told) if how == Showing.How.DECLINED else None


def cannot_be_told(edition: Edition, latest: Edition | None) -> str | None:
    """Only the newest is answered."""
    return None if latest and latest.pk == edition.pk else "A newer one is there. Please look at that one."


def cannot_see_differently(words: str) -> str | None:
    """Words are there, and not more than fit."""
    return cannot_fit(words) if words.strip() else "Please write how you see it."


def cannot_fit(words: str) -> str | None:
    """Nothing is cut off in silence."""
    return TOO_LONG.format(length=len(words), most=MOST_LETTERS) if len(words) > MOST_LETTERS else None


def cannot_take(
    edition: Edition | None, showing: Showing | None, individual: Individual, *, is_current: bool
) -> str | None:
    """Nothing leaves that the individual has not seen, unless they would rather not look."""
    if edition is None or showing is None:
        return NOT_SHOWN.format(name=individual.called)
    if not is_current:
        return CHANGED
    outcome = edition.outcomes.first()
    wants_change = outcome is not None and outcome.says == Outcome.Says.CHANGE
    return WANTS_CHANGE.format(name=individual.called) if wants_change else None
