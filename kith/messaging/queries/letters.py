"""Letters to people, seen from further up: whose they are, and what became of them in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.access import clock
from kith.conversations.actions.before import BEFORE_A_MEETING
from kith.conversations.queries.before import AN_ANSWER
from kith.ideas.shortlist import SHORTLIST
from kith.introductions.actions.telling import POCKET_CARD
from kith.messaging.kinds_of_letter import told_apart
from kith.messaging.letters import ARRIVED, WORDS
from kith.outbox import queries as outbox
from kith.outbox.models import Letter
from kith.people.models import Individual
from kith.people.reaching import INVITATION

SHOWN = 50
LEFT = (Letter.State.SENT, Letter.State.IN_TRAY)
ON_PAPER = (Letter.State.TO_PRINT, Letter.State.SENT)
# What a worker wrote, or looked at before they pressed: they think that it went.
TELL_IF_HELD = (WORDS, AN_ANSWER, BEFORE_A_MEETING, POCKET_CARD, SHORTLIST, INVITATION)


@dataclass(frozen=True)
class About:
    """A letter, and whose it is."""

    individual: Individual
    letter: Letter


@dataclass(frozen=True)
class Post:
    """What is to be printed, what did not arrive or did not leave, and what has not left for hours."""

    to_print: list[About]
    to_see_to: list[About]
    waiting_long: list[About]


def letters_to(individual: Individual) -> list[Letter]:
    """The latest that went, or is to go, to them, and what each was. Two looks."""
    return told_apart(list(_to(individual)[:SHOWN]))


def sent_to(individual: Individual) -> list[Letter]:
    """The latest that left for them, for their own eyes; not what is on its way, held back or came back. Two looks."""
    return told_apart(list(_to(individual).filter(state__in=LEFT)[:SHOWN]))


def _to(individual: Individual) -> QuerySet[Letter]:
    """What went or goes to them. That something arrived is of no use a day later, and is left out when it stayed."""
    theirs = outbox.about(individual.public_id).filter(kind__startswith="to individual:")
    return theirs.exclude(kind=ARRIVED, state=Letter.State.HELD)


def letter_called(individual: Individual, public_id: str) -> Letter | None:
    """This letter of theirs."""
    return outbox.about(individual.public_id).filter(public_id=public_id).first()


def of_people(individuals: Iterable[Individual]) -> Post:
    """What these people's letters ask of somebody, the longest ago first. One look."""
    by_ref, post = {each.public_id: each for each in individuals}, Post([], [], [])
    for letter in outbox.for_somebody(list(by_ref), clock.now(), TELL_IF_HELD):
        _place_for(letter, post).append(About(by_ref[letter.individual_ref], letter))
    return post


def printed_or_to_print(individual: Individual, public_id: str) -> Letter | None:
    """This letter on paper, while its words are here; any other letter is nobody's to open."""
    letter = letter_called(individual, public_id)
    return letter if letter is not None and is_on_paper(letter) and letter.is_kept_whole else None


def is_on_paper(letter: Letter) -> bool:
    """Whether it is printed and posted, or was."""
    return letter.channel == Letter.Channel.PRINT and letter.state in ON_PAPER


def as_pdf(letter: Letter) -> bytes:
    """As it is posted."""
    from kith.outbox import paper  # what draws pages is not loaded where none is drawn

    return paper.pdf(letter)


def _place_for(letter: Letter, post: Post) -> list[About]:
    if letter.state == Letter.State.TO_PRINT:
        return post.to_print
    is_here = letter.state in (Letter.State.WAITING, Letter.State.LEAVING)
    return post.waiting_long if is_here else post.to_see_to
