"""Letters to people, seen from further up: whose they are, and what became of them in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from kith.access import clock
from kith.access.kept import kept
from kith.conversations.actions.before import BEFORE_A_MEETING
from kith.conversations.queries.before import AN_ANSWER
from kith.ideas.shortlist import SHORTLIST
from kith.introductions import queries as introductions
from kith.introductions.actions.telling import POCKET_CARD
from kith.introductions.gates import NOTHING_TO_TELL
from kith.introductions.kinds_of_letter import TO_PLACES
from kith.introductions.models import Introduction
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
TELL_IF_HELD = (WORDS, AN_ANSWER, BEFORE_A_MEETING, POCKET_CARD, SHORTLIST, INVITATION, *TO_PLACES)
FOR_SOMEBODY = kept(outbox.for_somebody)


@dataclass(frozen=True)
class About:
    """A letter, and whose it is; `introduction`: of a letter to a place, what it is about."""

    individual: Individual
    letter: Letter
    introduction: Introduction | None = None

    @property
    def for_whom(self) -> str:
        """Whom it was to reach."""
        return self.introduction.activity.name if self.introduction else self.individual.called


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
    """What these people's letters ask of somebody, the longest ago first. One look; two more where a letter to a place
    is among them."""
    by_ref, post = {each.public_id: each for each in individuals}, Post([], [], [])
    found = FOR_SOMEBODY(list(by_ref), clock.now(), TELL_IF_HELD)
    places = _introductions_of(found)
    for letter in found:
        about = About(by_ref[letter.individual_ref], letter, places.get(letter.cause))
        if not _is_seen_to_by_itself(about):
            _place_for(letter, post).append(about)
    return post


def _is_seen_to_by_itself(about: About) -> bool:
    """A letter to a place that was spoken with since, or about what is over."""
    letter, introduction = about.letter, about.introduction
    if letter.state == Letter.State.HELD and letter.last_problem in NOTHING_TO_TELL:
        return True
    if introduction is None:
        return False
    return introductions.is_over(introduction) or introductions.was_reached_since(introduction, letter.created_at)


def _introductions_of(letters: list[Letter]) -> dict[str, Introduction]:
    """What letters to places are about, by the letters' cause."""
    causes = {letter.cause for letter in letters if letter.kind.startswith("to place:")}
    named = [cause.removeprefix("introduction ") for cause in causes]
    found = (
        Introduction.objects.filter(public_id__in=named).select_related("activity").prefetch_related("reports")
        if named
        else []
    )
    return {f"introduction {each.public_id}": each for each in found}


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
