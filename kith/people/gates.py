"""Whether a letter to an individual may still leave, and to where: asked at the last moment.

Letters whose kind begins with “to individual:” pass here. `individual_ref` names the record.
"""

from kith.outbox.gates import Answer, Go, HoldBack
from kith.outbox.models import Letter

from .models import Individual
from .queries import individual_called
from .reaching import INVITATION

LIKED = {
    Letter.Channel.EMAIL: (Individual.Channel.EMAIL, "by email"),
    Letter.Channel.TEXT: (Individual.Channel.TEXT, "by text message"),
    Letter.Channel.PRINT: (Individual.Channel.LETTER, "by post"),
}


def to_individual(letter: Letter, chosen: str = "") -> Answer:
    """Their notebook is open, they like to be reached like this, and there is an address for it.
    An invitation leaves once, by a press, however they like to be reached later. `chosen` is the channel
    they chose for what this letter is about, if they did."""
    individual = individual_called(letter.individual_ref)
    if individual is None or individual.closed_at:
        return HoldBack("Their notebook is closed, so nothing is sent to them.")
    liked, words = LIKED[Letter.Channel(letter.channel)]
    if individual.reached_by != liked and letter.kind != INVITATION and letter.channel != chosen:
        return HoldBack(f"They would rather not be reached {words}.")
    address = _address(individual, letter)
    if address is None:
        return HoldBack(f"There is nowhere to reach them {words} yet.")
    return Go(to=address)


def _address(individual: Individual, letter: Letter) -> str | None:
    """Where this channel leads today, whatever the letter said when it was written."""
    if letter.channel == Letter.Channel.PRINT:
        return letter.to
    if letter.channel == Letter.Channel.TEXT:
        return individual.phone or None
    return individual.written_to_at or None
