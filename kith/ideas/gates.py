"""Asked at the last moment before what is kept leaves as a letter: is it still going on, and does nobody doubt it?"""

from copy import copy

from kith.outbox.gates import Answer, HoldBack
from kith.outbox.models import Letter
from kith.people.composing import made_anew
from kith.people.gates import to_individual
from kith.people.queries import individuals_called

from . import shortlist

NOTHING_LEFT = "Nothing on this list is still to come, so it was not sent."


def as_it_is_now(letter: Letter) -> Answer:
    """It is made anew of those places that were on it and are still kept and going on; nothing is added. Then the
    individual's own gate answers."""
    individual = individuals_called({letter.individual_ref}).get(letter.individual_ref)
    if individual is None:
        return to_individual(letter)
    kept = shortlist.kept_and_going_on(individual, shortlist.until_when(letter.cause))
    if not kept:
        return HoldBack(NOTHING_LEFT)
    anew = copy(letter)
    words = shortlist.words_of(kept, letter.channel)
    anew.made_of = made_anew(words, shortlist.read_at(individual), takes_replies=True)
    return to_individual(anew)
