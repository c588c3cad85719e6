"""An answer to “did you go?”, through the link, by text or by email; and going together."""

from django.utils.text import Truncator

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import actions as conversations
from kith.conversations.models import Asked
from kith.goals import actions as goals
from kith.goals.models import CheckIn, Goal
from kith.messaging.asking import rules
from kith.messaging.models import Question
from kith.messaging.queries import asking as queries
from kith.people.models import Individual

TOGETHER = "Could we go together? It is about “{name}”."
SMALLER = "Could we make it smaller? It is about “{name}”."

SHORT = 120


@action
def answer(*, question: Question, went: bool, through: str, by: Actor) -> CheckIn:
    """I went, or not this time. Pressed twice it is said once; said otherwise later, the later word counts."""
    permit(by, Permission.SAY_HOW_IT_WENT, question.goal.individual)
    hold(question)
    refuse_if(rules.cannot_answer(question))
    before = queries.own_answer(question)
    question.answer = Question.Answer.WENT if went else Question.Answer.NOT
    question.answered_at = question.answered_at or clock.now()
    question.save(update_fields=["answer", "answered_at"])
    if before and before.went == went:
        return before
    return goals.check_in(goal=question.goal, went=went, on=question.day, through=through, by=by)


@action
def answer_last(*, individual: Individual, went: bool, through: str, by: Actor) -> CheckIn | None:
    """A yes or no that came in without saying to what: it answers the last question, of two weeks at most.
    None when nothing was asked. `by` is the individual, known by their address or number: `Actor.sent_in`."""
    permit(by, Permission.SAY_HOW_IT_WENT, individual)
    question = queries.last_question(individual)
    return answer(question=question, went=went, through=through, by=by) if question else None


@action
def ask_to_go_together(*, goal: Goal, by: Actor) -> Asked:
    """Their worker is asked to come along. Pressed twice it is asked once."""
    return _ask_the_worker(goal, TOGETHER, by)


@action
def ask_to_make_it_smaller(*, goal: Goal, by: Actor) -> Asked:
    """The same for whoever holds a link, where no words can be typed."""
    return _ask_the_worker(goal, SMALLER, by)


def _ask_the_worker(goal: Goal, words: str, by: Actor) -> Asked:
    permit(by, Permission.WRITE_REQUESTS, goal.individual)
    named = words.format(name=Truncator(goal.name).chars(SHORT))
    asked = conversations.ask(individual=goal.individual, words=named, by=by, pressed=True)
    trail.record("help asked for", by=by, about=goal, individual=goal.individual)
    return asked
