"""A text message that came in, as the provider hands it over."""

import json
from datetime import timedelta

from kith.access import clock
from kith.conversations.actions.telling import SOMETHING_TO_READ
from kith.design import phones
from kith.ideas.shortlist import SHORTLIST
from kith.introductions.actions.asking import VISIT_QUESTION
from kith.introductions.actions.asking_later import STILL_GOING
from kith.introductions.actions.telling import POCKET_CARD
from kith.introductions.queries import still_unanswered
from kith.introductions.still_on import NOT_ON
from kith.messaging.letters import LINES
from kith.messaging.models import Arrival, Reminder
from kith.messaging.queries import about
from kith.messaging.queries import asking as queries
from kith.messaging.reading.answers import Answer, plain_answer
from kith.messaging.reminding import wording
from kith.outbox import queries as outbox
from kith.outbox.models import Letter
from kith.people import known_by
from kith.people.models import Individual
from kith.people.reaching import NEW_WORKER

from .asking import DID_YOU_GO, LEAVING_BE
from .emails import State, Taken
from .incoming import from_them, from_unknown
from .quick_answers import answers_a_question

Kind = Reminder.Kind
ANSWERS_FOR = timedelta(days=14)
LEFT = (Letter.State.SENT, Letter.State.IN_TRAY)
SHORT = (Answer.WENT, Answer.NOT_THIS_TIME)
ASK_NOTHING = (
    *(wording.LETTERS[kind] for kind in (Kind.MEETING_DAY, Kind.TARGET_DAY, Kind.PROMISE)),
    *(LEAVING_BE, SOMETHING_TO_READ, POCKET_CARD, SHORTLIST, NEW_WORKER, NOT_ON, STILL_GOING),
)


def read(raw: bytes) -> dict:
    """What the provider said."""
    return json.loads(raw)


def take(said: dict, arrival: Arrival) -> Taken:
    """Known by its number it is theirs. Just a yes or no answers the last question; else it is a message."""
    number, words = str(said.get("source_number", "")), str(said.get("message", ""))
    number = phones.read(number) or number
    individual = known_by.individual_with_number(number)
    if individual is None:
        return State.TAKEN_IN, from_unknown(words, arrival, came_from=number)
    answer = plain_answer(words)
    letter = _letter_answered(individual, answer)
    if answers_a_question(individual, letter, answer, arrival):
        return State.TAKEN_IN, None
    what = about.about_of(letter) if letter else None
    known = {"letter": letter.public_id if letter else ""}
    return State.TAKEN_IN, from_them(individual, words, what, arrival, is_theirs=True, is_told=True, **known)


def _letter_answered(individual: Individual, answer: Answer | None) -> Letter | None:
    """A text says nothing of which one it answers. Words answer the last one; just a yes or a no answers the last
    that asked something, unless that was told of before the last one came: then it may mean the last one."""
    letters = _lately(individual)
    asked = next((each for each in letters if each.kind not in ASK_NOTHING), None)
    last = letters[0] if letters else None
    if answer not in SHORT or asked is None:
        return last
    is_told = asked.kind == DID_YOU_GO and not queries.is_open(individual, asked)
    is_told = is_told or (asked.kind == VISIT_QUESTION and not still_unanswered([asked.cause.split(" ")[-1]]))
    return last if is_told else asked


def _lately(individual: Individual) -> list[Letter]:
    """The texts of two weeks that could be answered, the latest first."""
    texts = outbox.about(individual.public_id).filter(channel=Letter.Channel.TEXT, takes_replies=True, state__in=LEFT)
    return list(texts.filter(created_at__gt=clock.now() - ANSWERS_FOR).exclude(kind__in=LINES))
