"""What became of a letter to a place: on its way, left, or not arrived, so that somebody rings instead."""

from dataclasses import dataclass
from datetime import timedelta

from kith.access import clock
from kith.outbox import queries as outbox
from kith.outbox.models import Letter

from . import queries
from .kinds_of_letter import TO_PLACE
from .models import Introduction

LONG = timedelta(hours=4)
State = Letter.State
HERE = (State.WAITING, State.LEAVING)
DID_NOT_ARRIVE = (State.GAVE_UP, State.CAME_BACK, State.UNSURE, State.HELD)


@dataclass(frozen=True)
class OnItsWay:
    """How the letter stands. `is_late`: it has been here for hours; `why`: what was in the way, for staff."""

    is_here: bool = False
    is_late: bool = False
    did_not_arrive: bool = False
    may_be_there_twice: bool = False
    why: str = ""

    @property
    def asks_to_ring(self) -> bool:
        return self.did_not_arrive or self.is_late


def of(introduction: Introduction) -> OnItsWay:
    """Of the letter that asks the place. Asks nothing where none was written. One look otherwise."""
    if not queries.has(introduction, queries.Kind.WROTE):
        return OnItsWay()
    cause = f"introduction {introduction.public_id}"
    letter = outbox.newest(introduction.individual.public_id, kind=TO_PLACE, cause=cause)
    return how_it_stands(letter) if letter else OnItsWay()


def how_it_stands(letter: Letter) -> OnItsWay:
    """The same of a letter at hand."""
    is_here = letter.state in HERE
    return OnItsWay(
        is_here=is_here,
        is_late=is_here and letter.created_at <= clock.now() - LONG,
        did_not_arrive=letter.state in DID_NOT_ARRIVE,
        may_be_there_twice=letter.perhaps_twice,
        why=letter.last_problem,
    )
