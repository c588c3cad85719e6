"""Letters to people, seen from further up: whose they are, and what became of them in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from kith.access import clock
from kith.outbox import paper
from kith.outbox import queries as outbox
from kith.outbox.models import Letter
from kith.people.models import Individual

SHOWN = 50


@dataclass(frozen=True)
class About:
    """A letter, and whose it is."""

    individual: Individual
    letter: Letter


def letters_to(individual: Individual) -> list[Letter]:
    """The latest that went, or is to go, to them. One look."""
    sent = outbox.about(individual.public_id).filter(kind__startswith="to individual:")
    return list(sent[:SHOWN])


def letter_called(individual: Individual, public_id: str) -> Letter | None:
    """This letter of theirs."""
    return outbox.about(individual.public_id).filter(public_id=public_id).first()


def to_print(individuals: Iterable[Individual]) -> list[About]:
    """What lies in the tray for these people, the longest ago first. One look."""
    return _with_people(individuals, outbox.to_print)


def to_see_to(individuals: Iterable[Individual]) -> list[About]:
    """What did not reach these people, or perhaps did: somebody is to ring. Three looks."""
    individuals = list(individuals)
    kinds = (outbox.could_not_be_sent, outbox.came_back, outbox.unsure)
    found = [each for kind in kinds for each in _with_people(individuals, kind)]
    return sorted(found, key=lambda each: each.letter.created_at)


def waiting_long(individuals: Iterable[Individual]) -> list[About]:
    """What has not left for hours. One look."""
    return _with_people(individuals, lambda refs: outbox.waiting_long(refs, clock.now()))


def as_pdf(letter: Letter) -> bytes:
    """As it is posted."""
    return paper.pdf(letter)


def _with_people(individuals: Iterable[Individual], ask) -> list[About]:
    by_ref = {each.public_id: each for each in individuals}
    return [About(by_ref[letter.individual_ref], letter) for letter in ask(list(by_ref))]
