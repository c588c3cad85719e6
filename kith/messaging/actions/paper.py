"""What stood on paper, or was told by phone: typed in by whoever heard it, and kept as told."""

from dataclasses import dataclass
from datetime import date

from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import actions as conversations
from kith.goals import actions as goals
from kith.goals.models import CheckIn, Goal
from kith.people.models import Individual
from kith.people.writer import is_the_individual

NOTHING_TOLD = "Nothing is filled in yet. Press “Went” or “Not this time”, or write a question."


@dataclass(frozen=True)
class Told:
    """One day of one goal, as it was told."""

    goal: Goal
    on: date
    went: bool
    words: str = ""


@action
def keep_as_told(
    *, individual: Individual, told: list[Told], by: Actor, told_by: str = "", question: str = ""
) -> list[CheckIn]:
    """Each day becomes a check-in, as told by this person; a question waits for the worker. The trail is theirs."""
    permit(by, Permission.SAY_HOW_IT_WENT, individual)
    refuse_if(None if told or question.strip() else NOTHING_TOLD)
    teller = "" if is_the_individual(by, individual) else told_by or individual.called
    how = {"through": CheckIn.Through.PAPER, "told_by": teller, "by": by}
    kept = [goals.check_in(goal=each.goal, went=each.went, on=each.on, words=each.words, **how) for each in told]
    if question.strip():
        conversations.ask(individual=individual, words=question, by=by)
    return kept
