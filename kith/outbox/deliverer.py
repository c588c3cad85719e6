"""Takes letters that are due, asks their gates, and hands them over, one recipient each.

A letter is marked as leaving right before it is handed over, in the transaction that writes down what became of the
one before it: one small transaction a letter. So whoever ends in the middle leaves at most one letter of which
nobody knows, and those that were taken and not yet handed over are simply tried by the next.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone

from . import actions, gates, rests, rules, ways
from .models import Letter
from .troubles import NotEver, NotKnown, NotNow, NotReached, Trouble

log = logging.getLogger("kith.outbox")
AT_A_TIME = 50  # letters that are asked about together
HOLDS_FOR = 0.25  # seconds; where letters leave slowly, those that are left are asked about again
BUDGET = 20.0  # seconds; what is left is taken up by the next call
ENDS = ("sent", "to_print", "waiting", "held", "again", "gave_up", "unsure")
AFTER = {NotEver: actions.given_up, NotNow: actions.not_sent, NotKnown: actions.not_known}
STUMBLED = "Kith stumbled over this letter. An administrator can find more in the log."


def deliver_due(
    now: datetime | None = None,
    budget: float = BUDGET,
    stop: Callable[[], bool] = lambda: False,
    clock: Callable[[], datetime] = timezone.now,
) -> dict[str, int]:
    """Delivers everything that is due, for at most `budget` seconds or until told to stop. Gives counts.

    `now` is for tests and told stories: every letter of this call is handled at that instant, not by the `clock`.
    """
    until = time.monotonic() + budget
    moment = (lambda: now) if now else clock
    counts: Counter[str] = Counter(held=actions.tidy(now=moment()))
    with ways.out() as out:
        rounds = Round(out, moment, lambda: stop() or time.monotonic() >= until)
        try:
            rounds.drain()
        finally:
            rounds.write_down()
    counts.update(rounds.counts)
    return {name: counts[name] for name in ENDS}


class Round:
    """One call of the deliverer: channel by channel, a batch at a time, until nothing is due."""

    def __init__(
        self, out: dict[str, ways.Way | None], clock: Callable[[], datetime], is_over: Callable[[], bool]
    ) -> None:
        self.ways, self.clock, self.is_over = out, clock, is_over
        self.counts: Counter[str] = Counter()
        self.ended: Callable[[], str] | None = None  # what became of the last letter, to be written down

    def drain(self) -> None:
        """Takes turns between the channels, so that many letters of one do not keep the others waiting."""
        now = self.clock()
        due = actions.channels_due(now=now)
        channels = [channel for channel in self.ways if channel in due and not rests.is_resting(channel, now)]
        while channels and not self.is_over():
            channels = [channel for channel in channels if self._carry(channel)]

    def write_down(self) -> None:
        """What became of the last letter that was handed over."""
        if self.ended is not None:
            self.counts[self.ended()] += 1
            self.ended = None

    def _carry(self, channel: str) -> bool:
        """One batch of this channel. False: there is nothing more to carry for now."""
        batch = actions.claim(now=self.clock(), channel=channel)
        with actions.quick() if channel == Letter.Channel.EMAIL else nullcontext():
            for start in range(0, len(batch), AT_A_TIME):
                if not self._carry_few(batch[start : start + AT_A_TIME], batch[start:]):
                    return False
        return bool(batch)

    def _carry_few(self, few: list[Letter], rest: list[Letter]) -> bool:
        """As many as are asked about together. False: the time is over or the way is shut, and the rest stays."""
        answers, hold_until = {}, 0.0
        for number, letter in enumerate(few):
            if self.is_over():
                actions.release(letters=rest[number:], now=self.clock())
                return False
            if time.monotonic() >= hold_until:
                answers = self._ask_together(few[number:])
                hold_until = time.monotonic() + HOLDS_FOR
            try:
                self._one(letter, self.ways[letter.channel], answers.get(letter.pk))
            except NotReached as trouble:
                self._turn_back(letter, rest[number:], trouble)
                return False
        return True

    def _one(self, letter: Letter, way: ways.Way | None, answer: gates.Answer | None) -> None:
        try:
            answer = self._checked(letter, answer or gates.ask(letter))
        except Exception as problem:
            self._tell(letter, problem)
            self.counts[actions.stumbled(letter=letter, problem=STUMBLED, now=self.clock())] += 1
            return
        if isinstance(answer, gates.HoldBack):
            self.counts[actions.hold_back(letter=letter, reason=answer.reason, now=self.clock())] += 1
        elif isinstance(answer, gates.Wait):
            waits = {"reason": answer.reason, "again_after": answer.again_after}
            self.counts[actions.not_now(letter=letter, now=self.clock(), **waits)] += 1
        elif way is None:
            self.counts[actions.lay_out(letter=letter, go=answer, now=self.clock())] += 1
        else:
            way.announce(letter)
            if self._leaves(letter, answer):
                self.ended = self._hand_over(letter, way)

    def _ask_together(self, few: list[Letter]) -> dict[int, gates.Answer]:
        """Of gates that can answer for many. One that stumbles is asked again for each letter by itself."""
        try:
            return gates.ask_together(few)
        except Exception as problem:
            log.warning("A gate stumbled over %s letters: %s", len(few), type(problem).__name__)
            return {}

    def _checked(self, letter: Letter, answer: gates.Answer) -> gates.Answer:
        """The gate's answer, unless the letter cannot leave whatever it says."""
        if letter.goes_stale_at and letter.goes_stale_at <= self.clock():
            return gates.HoldBack(actions.NO_LONGER_OF_USE)
        if not isinstance(answer, gates.Go) or answer.to == letter.to:
            return answer  # it was looked at when it was posted
        reason = rules.cannot_be_addressed(letter.channel, answer.to)
        return gates.HoldBack(reason) if reason else answer

    def _leaves(self, letter: Letter, go: gates.Go) -> bool:
        """Writes down the end of the letter before, and that this one is leaving: together, and before it leaves."""
        ended, now = self.ended, self.clock()
        if isinstance(ended, actions.Sent):
            is_ours = actions.leaves(letter=letter, go=go, now=now, sent=ended)
            self.counts["sent"] += 1
        else:
            with transaction.atomic():
                before = ended() if ended else ""
                is_ours = actions.leaves(letter=letter, go=go, now=now)
            self.counts.update([before] if before else [])
        self.ended = None
        return is_ours

    def _hand_over(self, letter: Letter, way: ways.Way) -> Callable[[], str]:
        """Gives what is to be written down of it."""
        try:
            their_id = way.hand_over(letter)
        except NotReached:
            raise
        except Trouble as trouble:
            rests.worked(letter.channel)
            self._tell(letter, trouble)
            return partial(
                AFTER.get(type(trouble), actions.not_known), letter=letter, problem=str(trouble), now=self.clock()
            )
        except Exception as problem:
            self._tell(letter, problem)
            return partial(actions.not_known, letter=letter, problem=STUMBLED, now=self.clock())
        rests.worked(letter.channel)
        return actions.Sent(letter, self.clock(), their_id)

    def _turn_back(self, letter: Letter, rest: list[Letter], trouble: NotReached) -> None:
        """The way is shut: this letter and the others of the batch stay as they were, and the way rests."""
        self._tell(letter, trouble)
        actions.not_reached(letter=letter, problem=str(trouble), now=self.clock())
        actions.release(letters=rest, now=self.clock(), problem=str(trouble))
        rests.rest(letter.channel, self.clock())
        self.counts["again"] += 1

    def _tell(self, letter: Letter, problem: Exception) -> None:
        """Into the log: which letter and what kind of trouble, and nothing that anybody wrote."""
        log.warning("Letter %s was not taken: %s", letter.public_id, type(problem.__cause__ or problem).__name__)
