"""Just a yes or a no answers the last question; just “stop” stops the asking."""

from kith.access.actor import Actor
from kith.messaging.reading.answers import Answer
from kith.people import actions as people
from kith.people.models import Individual

from .answering import answer_last
from .asking import stop_asking

THANKS = "to individual: thank you"


def answers_a_question(individual: Individual, letter, answer: Answer | None, through: str) -> bool:
    """Whether these words answered what was asked last. They are told so in one line. `letter`: what was answered."""
    by = Actor.sent_in(individual)
    if answer in (Answer.WENT, Answer.NOT_THIS_TIME):
        told = answer_last(individual=individual, went=answer is Answer.WENT, through=through, by=by)
        return told is not None and _thank(individual, told.public_id, "Thank you. It is written down.")
    if answer is Answer.STOP and stop_asking(individual=individual, by=by):
        return _thank(individual, individual.public_id, "We will not ask again. Write any time.")
    return False


def _thank(individual: Individual, for_what: str, words: str) -> bool:
    people.send_exactly(
        individual,
        kind=THANKS,
        cause=f"answer {for_what}",
        body=words,
        by_day=False,
        once=f"thanks {for_what}",
    )
    return True
