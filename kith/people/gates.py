"""Whether a letter may still leave, and to where: asked at the last moment, of their record as it is then.

Letters whose kind begins with “to individual:” or “to worker:” pass here. `individual_ref` names the record.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from kith.access import clock
from kith.outbox.gates import Answer, Go, HoldBack, Wait
from kith.outbox.models import Letter

from .composing import CannotSay, words_of
from .hearing import AT_ONCE
from .models import ContactWishes, Individual, User
from .polite import polite_moment
from .queries import accounts_of, individuals_called
from .quiet import rests
from .reaching import INVITATION, TO_WORKER
from .safe_hours import next_safe_moment
from .wishes import wishes_of
from .working_days import next_hearing

WAYS = {
    Letter.Channel.EMAIL: (Individual.Channel.EMAIL, "by email"),
    Letter.Channel.TEXT: (Individual.Channel.TEXT, "by text message"),
    Letter.Channel.PRINT: (Individual.Channel.LETTER, "by post"),
}
NOT_PRESSING: Mapping[str, datetime] = MappingProxyType({})


def to_individual(letter: Letter) -> Answer:
    """Whether one letter may leave."""
    return to_individuals([letter])[0]


def to_individuals(letters: list[Letter]) -> list[Answer]:
    """Their notebook is open, this way is safe, there is an address for it, and the hour is a safe one. What it says
    is made of their wishes as they are now.
    An invitation leaves once, by a press, whatever way they like until they say which are safe.
    One look, however many they are."""
    individuals = individuals_called({letter.individual_ref for letter in letters})
    return [_answer(letter, individuals.get(letter.individual_ref)) for letter in letters]


def where_it_stands(letters: list[Letter], standing: set[str], why_not: str) -> list[Answer]:
    """The same for a module that has a question of its own first: letters whose public ids are not among those
    `standing` stay here."""
    theirs = iter(to_individuals([letter for letter in letters if letter.public_id in standing]))
    return [next(theirs) if letter.public_id in standing else HoldBack(why_not) for letter in letters]


def _answer(letter: Letter, individual: Individual | None) -> Answer:
    if individual is None or individual.closed_at:
        return HoldBack("Their notebook is closed, so nothing is sent to them.")
    if rests(letter.kind, individual):
        return HoldBack("They have moved on, and did not ask to be reminded.")
    wishes = wishes_of(individual)
    way, words = WAYS[Letter.Channel(letter.channel)]
    if way not in wishes.safe_channels and not (letter.kind == INVITATION and not wishes.channels):
        return HoldBack(f"They would rather not be reached {words}.")
    if letter.is_news and not wishes.wants_news:
        return HoldBack("They did not ask for news, so none is sent.")
    address = _address(individual, wishes, letter)
    if not address:
        return HoldBack(f"There is nowhere to reach them {words} yet.")
    return _wait(letter, wishes) or _go(letter, wishes, address)


def _go(letter: Letter, wishes: ContactWishes, address: str) -> Answer:
    """In the words, the size and with the name they wish for at this moment."""
    try:
        says = words_of(letter, wishes.individual)
    except CannotSay as reason:
        return HoldBack(str(reason))
    size = wishes.print_size if letter.channel == Letter.Channel.PRINT else None
    return Go(to=address, to_name=wishes.name, print_size=size, body=says if says != letter.body else None)


def _address(individual: Individual, wishes: ContactWishes, letter: Letter) -> str:
    """Where this channel leads today, whatever the letter said when it was written."""
    if letter.channel == Letter.Channel.PRINT:
        return wishes.post_address
    return individual.phone if letter.channel == Letter.Channel.TEXT else individual.written_to_at


def _wait(letter: Letter, wishes: ContactWishes) -> Answer | None:
    """Until the next safe moment; a letter that would be of no use by then stays here. Paper may go at any hour."""
    now = clock.now()
    safe = now if letter.channel == Letter.Channel.PRINT else next_safe_moment(wishes, _by_day(letter, wishes, now))
    if safe <= now:
        return None
    if letter.goes_stale_at and safe >= letter.goes_stale_at:
        return HoldBack("It would be of no use any more when they may be written to next.")
    return Wait("They are not to be written to at this hour.", again_after=safe - now)


def _by_day(letter: Letter, wishes: ContactWishes, now: datetime) -> datetime:
    """A letter that was to leave by day does so however late its turn comes; hours that they chose come first."""
    has_hours = wishes.safe_from or wishes.safe_until
    return polite_moment(now) if letter.not_before and not has_hours else now


def to_workers(letters: list[Letter], before: Mapping[str, datetime] = NOT_PRESSING) -> list[Answer]:
    """Their account is in use, they did not switch this kind off, and it is an hour at which they hear.
    An invitation leaves at once, and so does what cannot wait, such as word of a look in an emergency.
    `before`: by public id, the moment before which a letter is of use, as for
    `next_hearing`. One look, however many they are."""
    users = accounts_of({letter.to for letter in letters})
    known = [(letter, users.get(letter.to.strip().lower())) for letter in letters]
    return [_answer_for_worker(letter, user, before.get(letter.public_id)) for letter, user in known]


def _answer_for_worker(letter: Letter, user: User | None, before: datetime | None) -> Answer:
    now = clock.now()
    if user is None:
        return HoldBack("Nobody works here with this address any more.")
    if letter.kind == TO_WORKER or letter.kind in AT_ONCE:
        return Go(to=letter.to)
    if letter.kind in user.hears:
        return HoldBack("They switched messages like this off.")
    hears = next_hearing(now, user, before)
    if hears > now:
        return Wait("They are not written to at this hour.", again_after=hears - now)
    return Go(to=letter.to)
