"""Where a form stands, and what is pressed next, for whoever looks."""

from dataclasses import dataclass

from . import queries
from .models import Filling, Outcome
from .progress import Progress


@dataclass(frozen=True)
class Next:
    """What is said of the form, and the words of the press. `page`: `filling` or `read`; `place`: of the question to
    go to, where it is filled in bit by bit."""

    says: str
    press: str
    page: str = "filling"
    place: int = 0


def next_press(each: Progress, *, is_own: bool) -> Next:
    """The one next thing."""
    if each.form is None:
        return Next("Put away." if each.filling.put_away_at else "", "")
    if each.is_shown:
        return _once_shown(each, is_own)
    changed = "Changed since it was shown." if each.edition else ""
    if first := queries.first_open(each.form):
        return Next(changed, "Answer the rest", place=first if each.filling.way == Filling.Way.TOGETHER else 0)
    if is_own:
        return Next(changed or "You see it before it goes.", "Look at the answers")
    return Next(changed, f"Show it to {each.filling.individual.called}")


def _once_shown(each: Progress, is_own: bool) -> Next:
    who = "You" if is_own else each.filling.individual.called
    if not hasattr(each.edition, "showing"):
        ready, waits = Next("Ready for you to look at.", "Read it", "read"), f"{who} has not looked yet."
        return ready if is_own else Next(waits, "What is shown", "read")
    if each.outcome and each.outcome.says == Outcome.Says.CHANGE:
        says = "say" if is_own else "says"
        return Next(f"{who} {says} that something should be different.", "Look at it", "read")
    if each.taken:
        return Next(f"Taken out on {each.taken.taken_at:%-d %B %Y}.", "Read it", "read")
    return Next("It has not left yet.", "Read it", "read") if is_own else Next("It may go now.", "Take it out")
