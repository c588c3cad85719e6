"""What somebody keeps, as a letter to them: the places alone, and nobody's words about them."""

from collections.abc import Iterable
from hashlib import sha256

from django.conf import settings
from django.urls import reverse

from kith.design import phones
from kith.directory.models import Activity
from kith.directory.waiting import said_of
from kith.local_knowledge.cautions import doubts_told
from kith.local_knowledge.listings import cost_words, is_over, when_words, where_words
from kith.local_knowledge.queries import full_of
from kith.people import reaching
from kith.people.models import Individual

from . import queries

SHORTLIST = "to individual: shortlist"
MOST, MOST_IN_A_TEXT = 12, 4
OPENING = "Here is what you kept:"
CAUSE = "shortlist "


def kept_and_going_on(individual: Individual, until: int | None = None) -> list[Activity]:
    """What is kept, lies on the table and is not over, the newest first; as much as is carried home. Two looks.
    `until`: of that only what was kept when this word was the last; one look more."""
    kept = [each.activity for each in queries.ideas_of(individual) if not is_over(each.activity)]
    if until is not None:
        then = queries.kept_by_then(individual, until)
        kept = [each for each in kept if each.pk in then]
    return kept[:MOST]


def letter_of(individual: Individual, kept: list[Activity]) -> reaching.Written | None:
    """The letter as it would leave now, to be shown before it goes. None: no letter would help them."""
    channel, _ = reaching.reached_at(individual)
    return reaching.written_to(individual, words_of(kept, channel), read_at=read_at(individual), takes_replies=True)


def read_at(individual: Individual) -> str:
    """The same on their own pages, for whoever has them; "" for others."""
    page = reverse("ideas:on_paper", args=[individual.public_id])
    return f"{settings.PUBLIC_URL.rstrip('/')}{page}" if reaching.can_read_here(individual) else ""


def words_of(kept: Iterable[Activity], channel: str) -> str:
    """The list in words: a few lines each, or in a text one line each for a few of them."""
    every = list(kept)
    said, full = said_of(every), full_of(every)
    doubts = {each.pk: [*full.get(each.pk, ()), *doubts_told(said.get(each.pk, []))] for each in every}
    if channel == "text":
        more = len(every) - MOST_IN_A_TEXT
        lines = [_in_a_line(each, doubts[each.pk]) for each in every[:MOST_IN_A_TEXT]]
        return "\n".join([OPENING, *lines, *([f"And {more} more."] if more > 0 else [])])
    return "\n\n".join([OPENING, *(_in_full(each, doubts[each.pk]) for each in every)])


def _in_a_line(activity: Activity, doubts: list[str]) -> str:
    number = phones.as_people_write(activity.phone)
    line = ", ".join(filter(None, (activity.name, when_words(activity, most=1), where_words(activity), number)))
    return ". ".join([line, *doubts])


def _in_full(activity: Activity, doubts: list[str]) -> str:
    place = activity.place
    where = ", ".join(filter(None, (place.name, place.address, place.postcode))) if place else where_words(activity)
    number = phones.as_people_write(activity.phone)
    lines = (activity.name, when_words(activity, most=7), where, cost_words(activity), number)
    return "\n".join(filter(None, (*lines, *(f"{each}." for each in doubts))))


def cause_of(individual: Individual) -> str:
    """What its letter is written for: what was kept up to their last word. It names no place."""
    return f"{CAUSE}{queries.last_word_of(individual)}"


def until_when(cause: str) -> int | None:
    """The last word that counted for such a letter; None where the letter does not say."""
    last = cause.removeprefix(CAUSE)
    return int(last) if last.isdecimal() else None


def mark(letter: reaching.Written | None) -> str:
    """So that no other letter leaves, nor to anywhere else, than the one on the page."""
    return sha256(repr(letter).encode()).hexdigest() if letter else ""
