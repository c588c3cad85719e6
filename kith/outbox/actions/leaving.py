"""A letter is taken, marked as leaving, and handed over; what became of it is written down.

`leaves` is written before a letter is handed over, so that a deliverer that ends in between is known of.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from kith.outbox.gates import Go
from kith.outbox.models import Letter

from .changing import Change, change, change_both, kept, kept_in_tray, this_boot

AGAIN_AFTER = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 480, 720, 1440))
TAKEN_FOR = timedelta(minutes=1)  # a deliverer that ended while it had letters is waited for this long
BATCH = 100
State = Letter.State


def channels_due(*, now: datetime) -> set[str]:
    """The channels by which a letter waits whose time has come. One look: the deliverer asks every second."""
    due = Letter.objects.filter(state=State.WAITING, channel__in=Letter.Channel.values, next_try_at__lte=now)
    return set(due.values_list("channel", flat=True).distinct())


def claim(*, now: datetime, channel: str, many: int = BATCH) -> list[Letter]:
    """Takes letters that are due, so that nobody else does. They are not leaving yet, and no try is counted."""
    due = Letter.objects.filter(state=State.WAITING, channel=channel, next_try_at__lte=now)
    return _claim(due, now, many) if due.exists() else []  # a look that finds nothing holds up no writer


@transaction.atomic
def _claim(due: QuerySet[Letter], now: datetime, many: int) -> list[Letter]:
    letters = list(due.select_for_update(skip_locked=True).order_by("next_try_at", "pk")[:many])
    taken = {"next_try_at": now + TAKEN_FOR, "taken_on": this_boot()}
    lost = [letter for letter in letters if _lost_with_the_power(letter)]
    _all(lost).update(perhaps_twice=True)
    _all(letters).update(**taken)
    for letter in letters:
        letter.next_try_at, letter.taken_on = taken["next_try_at"], taken["taken_on"]
        letter.perhaps_twice = letter.perhaps_twice or letter in lost
    return letters


def _lost_with_the_power(letter: Letter) -> bool:
    """It was taken before this machine last started, and nothing is known since: it may have left (see `quick`)."""
    return letter.channel == Letter.Channel.EMAIL and letter.taken_on not in ("", this_boot())


def _all(letters: list[Letter]) -> QuerySet[Letter]:
    return Letter.objects.filter(pk__in=[letter.pk for letter in letters])


def release(*, letters: list[Letter], now: datetime, problem: str = "") -> None:
    """Gives back what was taken and not handed over: it is due as before, and no try was lost."""
    until = {letter.next_try_at for letter in letters}
    told = {"last_problem": problem[:300]} if problem else {}
    still = _all(letters).filter(state=State.WAITING, next_try_at__in=until)
    still.update(next_try_at=now, taken_on="", **told)


def leaves(*, letter: Letter, go: Go, now: datetime, sent: "Sent | None" = None) -> bool:
    """It is about to be handed over, to this address. False: somebody else has it, so hands off.

    With `sent`, the same statement writes down that the letter before has left: one small commit a letter.
    """
    values = {"state": State.LEAVING, "leaving_at": now, "attempts": letter.attempts + 1}
    leaving = Change(letter, (State.WAITING,), values | _as_the_gate_says(letter, go), letter.next_try_at)
    if sent:
        return change_both(sent.as_change(), leaving)
    return change(letter, *leaving.states, taken_until=leaving.taken_until, **leaving.values)


@dataclass(frozen=True)
class Sent:
    """A letter that was handed over and taken, and that this is still to be written down of."""

    letter: Letter
    now: datetime
    their_id: str = ""

    def as_change(self) -> Change:
        values = {"state": State.SENT, "sent_at": self.now, "last_problem": "", "their_id": self.their_id}
        return Change(self.letter, (State.LEAVING,), values | kept(self.letter, self.now))

    def __call__(self) -> str:
        """Writes it down by itself."""
        return delivered(letter=self.letter, now=self.now, their_id=self.their_id)


def lay_out(*, letter: Letter, go: Go, now: datetime) -> str:
    """It does not leave by itself: in the demo it lies in the tray; on paper somebody prints and posts it."""
    is_paper = letter.channel == Letter.Channel.PRINT
    changes = {"state": State.TO_PRINT} if is_paper else {"state": State.IN_TRAY, "sent_at": now}
    changes |= {} if is_paper else kept_in_tray(letter, now)
    told = {"last_problem": "", **_as_the_gate_says(letter, go)}
    change(letter, State.WAITING, taken_until=letter.next_try_at, **changes, **told)
    return "to_print" if is_paper else "sent"


def delivered(*, letter: Letter, now: datetime, their_id: str = "") -> str:
    """It has left."""
    change(letter, State.LEAVING, **Sent(letter, now, their_id).as_change().values)
    return "sent"


def not_now(*, letter: Letter, reason: str, again_after: timedelta, now: datetime) -> str:
    """Its gate asks it to wait. That is not counted as a try, nor as waiting long."""
    again = now + again_after
    changes = {"next_try_at": again, "not_before": again, "last_problem": reason[:300], "taken_on": ""}
    change(letter, State.WAITING, taken_until=letter.next_try_at, **changes)
    return "waiting"


def stumbled(*, letter: Letter, problem: str, now: datetime) -> str:
    """Its gate stumbled: it keeps its own letter here, and no other, and is asked again later."""
    changes = {"next_try_at": now + AGAIN_AFTER[2], "last_problem": problem[:300], "taken_on": ""}
    change(letter, State.WAITING, taken_until=letter.next_try_at, **changes)
    return "waiting"


def not_sent(*, letter: Letter, problem: str, now: datetime, perhaps: bool = False) -> str:
    """It was not taken: tried again later, and given up after the last try. `perhaps`: it may have been taken."""
    if letter.attempts > len(AGAIN_AFTER):
        return given_up(letter=letter, problem=problem, now=now)
    again = {"state": State.WAITING, "next_try_at": now + AGAIN_AFTER[letter.attempts - 1], "taken_on": ""}
    twice = letter.perhaps_twice or perhaps
    change(letter, State.LEAVING, State.WAITING, **again, last_problem=problem[:300], perhaps_twice=twice)
    return "again"


def not_reached(*, letter: Letter, problem: str, now: datetime) -> None:
    """The way itself is shut: the letter is as it was before, and loses no try."""
    again = {"state": State.WAITING, "next_try_at": now, "attempts": letter.attempts - 1, "taken_on": ""}
    change(letter, State.LEAVING, **again, last_problem=problem[:300])


def not_known(*, letter: Letter, problem: str, now: datetime) -> str:
    """No answer came. An email goes again under its own Message-ID; a text or a paper letter waits for a choice."""
    if letter.channel == Letter.Channel.EMAIL:
        return not_sent(letter=letter, problem=problem, now=now, perhaps=True)
    change(letter, State.LEAVING, state=State.UNSURE, last_problem=problem[:300], **kept(letter, now))
    return "unsure"


def given_up(*, letter: Letter, problem: str, now: datetime) -> str:
    """It is not tried any more. Somebody is told; see `queries.for_somebody`."""
    changes = {"state": State.GAVE_UP, "last_problem": problem[:300]}
    change(letter, State.LEAVING, State.WAITING, **changes, **kept(letter, now))
    return "gave_up"


def hold_back(*, letter: Letter, reason: str, now: datetime) -> str:
    """It does not leave at all."""
    change(letter, State.WAITING, state=State.HELD, last_problem=reason[:300], **kept(letter, now))
    return "held"


def laid_out_again(*, letter: Letter, go: Go) -> None:
    """It still lies here to be printed, and says what its gate says now."""
    change(letter, State.TO_PRINT, **_as_the_gate_says(letter, go))


def taken_back(*, letter: Letter, reason: str, now: datetime) -> None:
    """It lay here to be printed, and its gate says now that it does not leave."""
    change(letter, State.TO_PRINT, state=State.HELD, last_problem=reason[:300], **kept(letter, now))


def _as_the_gate_says(letter: Letter, go: Go) -> dict[str, str]:
    told = {"to_name": go.to_name, "print_size": go.print_size, "sender": go.sender, "body": go.body}
    return {"to": go.to} | {name: value for name, value in told.items() if value not in (None, getattr(letter, name))}
