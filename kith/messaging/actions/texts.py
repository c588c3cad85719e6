"""A text message that came in, as the provider hands it over."""

import json
from datetime import timedelta

from kith.access import clock
from kith.design import phones
from kith.messaging.models import Arrival
from kith.messaging.queries import about
from kith.messaging.reading.answers import plain_answer
from kith.outbox import queries as outbox
from kith.outbox.models import Letter
from kith.people import known_by
from kith.people.models import Individual

from .emails import State, Taken
from .incoming import from_them, from_unknown
from .quick_answers import answers_a_question

ANSWERS_FOR = timedelta(days=14)


LEFT = (Letter.State.SENT, Letter.State.IN_TRAY)


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
    letter = _last_letter(individual)
    if answers_a_question(individual, letter, plain_answer(words), arrival):
        return State.TAKEN_IN, None
    what = about.about_of(letter) if letter else None
    known = {"letter": letter.public_id if letter else ""}
    return State.TAKEN_IN, from_them(individual, words, what, arrival, is_theirs=True, is_told=True, **known)


def _last_letter(individual: Individual) -> Letter | None:
    """The last text that could be answered: a text says nothing of which one it answers."""
    texts = outbox.about(individual.public_id).filter(channel=Letter.Channel.TEXT, takes_replies=True, state__in=LEFT)
    return texts.filter(created_at__gt=clock.now() - ANSWERS_FOR).first()
