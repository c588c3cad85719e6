"""Just a yes or a no answers the question it came back to; just “stop” stops the asking."""

from kith.access.actor import Actor
from kith.goals.models import CheckIn
from kith.introductions import actions as introductions
from kith.introductions.actions.asking import VISIT_QUESTION
from kith.introductions.not_yet import visit_of_letter
from kith.introductions.queries import still_unanswered
from kith.messaging import letters
from kith.messaging.letters import THANKS
from kith.messaging.models import Arrival
from kith.messaging.queries import asking as queries
from kith.messaging.queries.receipts import had_enough
from kith.messaging.reading.answers import Answer
from kith.people import actions as people
from kith.people.models import Individual

from . import answering
from .asking import stop_asking

WRITTEN_DOWN = "Thank you. It is written down."


def answers_a_question(individual: Individual, letter, answer: Answer | None, arrival: Arrival) -> bool:
    """Whether these words answered a question of ours. They are told so in one line. `letter`: what they came back to;
    a yes to anything but a question, such as a worker's own words, is for a person to read."""
    by = Actor.sent_in(individual)
    if answer in (Answer.WENT, Answer.NOT_THIS_TIME):
        if letter is not None and letter.kind == VISIT_QUESTION:
            told_of_visit = _tell_of_visit(individual, letter, answer, by)
            return told_of_visit and _thank(individual, arrival, WRITTEN_DOWN, letter.cause)
        told = _tell(individual, letter, went=answer is Answer.WENT, through=arrival.way, by=by)
        return told is not None and _thank(individual, arrival, WRITTEN_DOWN, f"goal {told.goal.public_id}")
    if answer is Answer.STOP and stop_asking(individual=individual, by=by):
        return _thank(individual, arrival, "We will not ask again. Write any time.")
    return False


def _tell(individual: Individual, letter, **said) -> CheckIn | None:
    if letter is None:
        return answering.answer_last(individual=individual, **said)
    question = queries.question_of_letter(individual, letter)
    return answering.answer(question=question, **said) if question else None


def _tell_of_visit(individual: Individual, letter, answer: Answer, by: Actor) -> bool:
    """Of a first visit, while there is something left to ask; later a person reads it."""
    visit = visit_of_letter(individual, letter)
    if visit is None or visit.public_id not in still_unanswered([visit.public_id]):
        return False
    kind = "went" if answer is Answer.WENT else "not this time"
    introductions.answer_about_visit(introduction=visit, kind=kind, by=by)
    return True


def _thank(individual: Individual, arrival: Arrival, words: str, cause: str = "") -> bool:
    """One line, unless a machine has had its fill of them. What comes back to it is about the same."""
    thanks = {"kind": THANKS, "once": f"thanks {arrival.public_id}", "by_day": False}
    if not had_enough(individual, letters.LINES):
        cause = cause or f"answer {arrival.public_id}"
        people.send_exactly(individual, cause=cause, body=words, instead=words, **thanks)
    return True
