"""The life of an introduction: where it stands, found again from its reports by one small table of moves.

Nothing here asks the database. A row of the table says what may be told, by whom, and what it leads to; whatever has
no row is refused with a sentence. A state that leads nowhere stays as it is: who tells late that they went is believed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kith.access.actor import Role

from . import rules
from .models import Report

Kind = Report.Kind


class State(StrEnum):
    """Where it stands, from an idea to a place where somebody belongs, or to an end, which is fine."""

    IDEA = "idea"
    NOT_NOW = "not now"
    AGREED = "the individual’s yes"
    PREPARED = "ground prepared"
    ASKED = "asked"
    QUESTION = "they ask something"
    WELCOMED = "welcomed"
    TURNED_DOWN = "not this time"
    VISIT = "first visit"
    MISSED = "not gone"
    WENT = "went"
    WENT_AGAIN = "went again"
    BELONGS = "belongs"
    ENDED = "ended"
    RESTED = "rested"


class Party(StrEnum):
    """Who tells. Whoever covers speaks as the worker does; `CLOCK` is what happens by itself, in time."""

    INDIVIDUAL = "individual"
    WORKER = "worker"
    HOST = "host"
    CLOCK = "clock"


PARTIES = {
    Role.INDIVIDUAL: Party.INDIVIDUAL,
    Role.WORKER: Party.WORKER,
    Role.COVER: Party.WORKER,
    Role.HOST: Party.HOST,
    Role.SYSTEM: Party.CLOCK,
    Role.VISITOR: Party.INDIVIDUAL,  # whoever holds the link of a question, which only the individual is sent
}
S = State
BEFORE_YES = frozenset({S.IDEA, S.NOT_NOW})
OVER = frozenset({S.ENDED, S.RESTED})
LIVE = frozenset(State) - OVER
SAID_YES = LIVE - BEFORE_YES
BEEN_THERE = frozenset({S.WENT, S.WENT_AGAIN, S.BELONGS})
ASKING = frozenset({S.AGREED, S.PREPARED, S.ASKED, S.QUESTION, S.WELCOMED, S.TURNED_DOWN})
THEIRS, US, THE_HOST = frozenset({Party.INDIVIDUAL}), frozenset({Party.INDIVIDUAL, Party.WORKER}), {Party.HOST}


@dataclass(frozen=True)
class Move:
    """`kind` may be told in any state of `while_`, by any of `by`; from the states of `moves` it leads on to `to`."""

    kind: str
    while_: frozenset[State]
    by: frozenset[Party]
    moves: frozenset[State] = frozenset()
    to: State | None = None


MOVES = (
    Move(Kind.AGREED, BEFORE_YES, US, BEFORE_YES, S.AGREED),
    Move(Kind.NOT_NOW, BEFORE_YES, US, BEFORE_YES, S.NOT_NOW),
    Move(Kind.PREPARED, LIVE, US, frozenset({S.AGREED, S.ASKED, S.QUESTION, S.TURNED_DOWN}), S.PREPARED),
    Move(Kind.NO_ANSWER, LIVE, US),
    Move(Kind.WELCOMED, LIVE, US),
    Move(Kind.WROTE, SAID_YES, US, frozenset({S.AGREED, S.PREPARED}), S.ASKED),
    Move(Kind.IN_WRITING, SAID_YES, US),
    Move(Kind.HOST_YES, SAID_YES, US | THE_HOST, ASKING, S.WELCOMED),
    Move(Kind.HOST_TURN_UP, SAID_YES, US | THE_HOST, ASKING, S.WELCOMED),
    Move(Kind.HOST_ASKS, SAID_YES, US | THE_HOST, ASKING, S.QUESTION),
    Move(Kind.HOST_NOT_NOW, SAID_YES, US | THE_HOST, ASKING | {S.VISIT, S.MISSED}, S.TURNED_DOWN),
    Move(Kind.PLANNED, LIVE, US, frozenset({S.PREPARED, S.WELCOMED, S.MISSED}), S.VISIT),
    Move(Kind.NOT_THIS_TIME, SAID_YES - BEEN_THERE, US, SAID_YES - BEEN_THERE, S.MISSED),
    Move(Kind.WENT, LIVE, US, LIVE - BEEN_THERE, S.WENT),
    Move(Kind.WENT_AGAIN, LIVE, US, LIVE - {S.BELONGS}, S.WENT_AGAIN),
    Move(Kind.BELONGS, LIVE, THEIRS, LIVE, S.BELONGS),
    Move(Kind.ENDED, LIVE, US, LIVE, S.ENDED),
    Move(Kind.STILL_ON, SAID_YES, US | THE_HOST),
    Move(Kind.NOT_TODAY, SAID_YES, US | THE_HOST, frozenset({S.VISIT}), S.MISSED),
    Move(Kind.TRY_AGAIN, SAID_YES, US),
    Move(Kind.WITH_SOMEONE, SAID_YES, US),
    Move(Kind.SMALLER, SAID_YES, US),
    Move(Kind.PASSED_ON, SAID_YES, frozenset({Party.WORKER})),
    Move(Kind.RESTED, frozenset({S.ASKED}), frozenset({Party.CLOCK}), frozenset({S.ASKED}), S.RESTED),
)
BY_KIND = {move.kind: move for move in MOVES}


def state_after(kinds: Iterable[str]) -> State:
    """Where it stands once these kinds of report were told, the first told first."""
    state = State.IDEA
    for kind in kinds:
        state = leads_to(state, kind)
    return state


def leads_to(state: State, kind: str) -> State:
    """The state that one more report of this kind leads to."""
    move = BY_KIND[Kind(kind)]
    return move.to if move.to is not None and state in move.moves else state


def state_of(introduction) -> State:
    """Where it stands. Asks nothing when the reports are at hand."""
    return state_after(report.kind for report in in_order_told(introduction))


def in_order_told(introduction) -> list[Report]:
    """Its reports as they were written down, one after the other."""
    return sorted(introduction.reports.all(), key=lambda report: (report.noted_at, report.pk))


def how_it_ends(state: State) -> str:
    """How something comes to an end from here, when nobody says more of it."""
    if state == State.BELONGS:
        return Report.How.HAD_ITS_TIME
    if state in BEEN_THERE:
        return Report.How.TRIED
    return Report.How.NOT_WELCOME if state == State.TURNED_DOWN else Report.How.CHANGED_MIND


def cannot_tell(state: State, kind: str, party: Party | None, name: str) -> str | None:
    """Why this may not be told now, by this party, as a sentence; `name` is how the individual is called."""
    if state in OVER:
        return rules.cannot_go_on(has_ended=True)
    move = BY_KIND[Kind(kind)]
    if party not in move.by:
        return f"Only {name} can say that." if move.by == THEIRS else "This is not yours to tell."
    return None if state in move.while_ else _too_early_or_late(state, kind, name)


def _too_early_or_late(state: State, kind: str, name: str) -> str:
    if state in BEFORE_YES:
        return f"{name} has not said yes to these words yet."
    return (
        "Nobody is waiting for an answer."
        if kind == Kind.RESTED
        else "This has gone further already. The page shows where it stands now."
    )
