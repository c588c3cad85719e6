"""An introduction in the words of other systems: the task of a referral, as HL7’s guide on social care describes it.

Nothing is kept of it. The states are found again from the reports (HL7 SDOH Clinical Care 3.0.0, Task for Referral
Management: its ten statuses and its table of moves), with the moves in between put in where two reports lie further
apart than the table allows. A task that was turned down is over there; a host who comes round begins another one.
"""

from collections import deque
from dataclasses import dataclass, field
from datetime import date

from .life import State, in_order_told, leads_to
from .models import Introduction

DRAFT, REQUESTED, ACCEPTED, REJECTED = "draft", "requested", "accepted", "rejected"
IN_PROGRESS, ON_HOLD, COMPLETED, FAILED, CANCELLED = "in-progress", "on-hold", "completed", "failed", "cancelled"
UNDER_WAY = (COMPLETED, FAILED, CANCELLED)
TRANSITIONS = {
    DRAFT: (REQUESTED,),
    REQUESTED: (ACCEPTED, REJECTED, CANCELLED),
    ACCEPTED: (IN_PROGRESS, ON_HOLD, *UNDER_WAY),
    IN_PROGRESS: (ON_HOLD, *UNDER_WAY),
    ON_HOLD: (IN_PROGRESS, *UNDER_WAY),
    REJECTED: (),
    CANCELLED: (),
    FAILED: (),
    COMPLETED: (),
}
REQUESTER, TARGET = "requester", "target"
BY_REQUESTER = (DRAFT, REQUESTED, CANCELLED)
LEADS = {
    State.IDEA: (DRAFT,),
    State.NOT_NOW: (DRAFT,),
    State.AGREED: (DRAFT,),
    State.PREPARED: (REQUESTED,),
    State.ASKED: (REQUESTED,),
    State.QUESTION: (REQUESTED,),
    State.WELCOMED: (ACCEPTED,),
    State.VISIT: (ACCEPTED,),
    State.TURNED_DOWN: (REJECTED, FAILED),
    State.MISSED: (ON_HOLD,),
    State.WENT: (IN_PROGRESS,),
    State.WENT_AGAIN: (IN_PROGRESS,),
    State.BELONGS: (COMPLETED,),
    State.ENDED: (CANCELLED,),
    State.RESTED: (CANCELLED,),
}
REASONS = {
    State.TURNED_DOWN: "Not this time",
    State.MISSED: "The first visit is still to come",
    State.RESTED: "No answer came",
    State.ENDED: "It came to an end",
}


@dataclass(frozen=True)
class Status:
    """One status, from which day, set by which side; `is_implied`: put in, nobody told of it. `reason`: words that
    the guide expects, which give away nothing that anybody wrote."""

    code: str
    on: date
    set_by: str
    reason: str = ""
    is_implied: bool = False


@dataclass
class Task:
    """One asking of one place, from its first status to the one it has now."""

    statuses: list[Status] = field(default_factory=list)

    @property
    def status(self) -> str:
        return self.statuses[-1].code

    @property
    def is_over(self) -> bool:
        return not TRANSITIONS[self.status]


def tasks_of(introduction: Introduction) -> list[Task]:
    """The tasks that its reports tell of, the oldest first; the last is the one that counts. Asks nothing when the
    reports are at hand."""
    tasks = [Task([Status(DRAFT, introduction.opened_at.date(), REQUESTER)])]
    state = State.IDEA
    for report in in_order_told(introduction):
        before, state = state, leads_to(state, report.kind)
        if state != before:
            _go_on(tasks, _codes(before, state), report.on, REASONS.get(state, ""))
    return tasks


def _codes(before: State, state: State) -> tuple[str, ...]:
    """The statuses that a state may stand for, the likeliest first. What was tried and ended was done, all the same."""
    if state == State.ENDED and before in (State.WENT, State.WENT_AGAIN, State.BELONGS):
        return (COMPLETED,)
    return LEADS[state]


def _go_on(tasks: list[Task], codes: tuple[str, ...], on: date, reason: str) -> None:
    task = tasks[-1]
    if task.status in codes:
        return
    if task.is_over:
        if not _begins_again(codes):
            return
        task = Task([Status(REQUESTED, on, REQUESTER, is_implied=codes != (REQUESTED,))])
        tasks.append(task)
    way = next(filter(None, (_way(task.status, code) for code in codes)), [])
    for code in way:
        is_last = code == way[-1]
        task.statuses.append(Status(code, on, _set_by(code), reason if is_last else "", is_implied=not is_last))


def _begins_again(codes: tuple[str, ...]) -> bool:
    """After a task was over, what ends, waits or is turned down once more needs no other one."""
    return codes[0] in (REQUESTED, ACCEPTED, IN_PROGRESS, COMPLETED)


def _way(start: str, end: str) -> list[str]:
    """The shortest way from one status to another by the table, without the first; empty where there is none."""
    ways = deque([[start]])
    while ways:
        way = ways.popleft()
        if way[-1] == end:
            return way[1:]
        ways.extend([*way, code] for code in TRANSITIONS[way[-1]] if code not in way)
    return []


def _set_by(code: str) -> str:
    return REQUESTER if code in BY_REQUESTER else TARGET
