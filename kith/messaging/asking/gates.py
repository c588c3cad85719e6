"""Asked at the last moment before a question leaves: is there still something to ask?"""

from kith.messaging.models import Ask, Question
from kith.messaging.queries.asking import with_answers
from kith.outbox import gates
from kith.people import gates as people

NOTHING_TO_ASK = "There was nothing left to ask."


def did_you_go(letter) -> gates.Answer:
    """Not once it was told of, paused, finished or switched off; then the individual's own gate answers."""
    asked = with_answers(Question.objects.filter(letter=letter.public_id))
    question = asked.select_related("goal__ask").first()
    if question is None or question.was_told or not question.goal.is_in_play or not question.goal.ask.is_on:
        return gates.HoldBack(NOTHING_TO_ASK)
    return people.to_individual(letter)


def leaving_be(letter) -> gates.Answer:
    """Only while they are being left be: whoever asked to be asked again needs no such letter."""
    public_id = letter.cause.removeprefix("goal ")
    ask = Ask.objects.filter(goal__public_id=public_id, is_on=True, rests_since__isnull=False).first()
    if ask is None:
        return gates.HoldBack("They are asked again, so this was not needed.")
    return people.to_individual(letter)
