"""The shared part of a meeting as plain text, under the headings that a team's main record has.

Never in it: the reflection, what is to be remembered, how it felt, and what the individual keeps to themselves."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kith.goals.queries import Owners, owners_of

from . import queries
from .models import Account, Decision, Meeting
from .wording import day_in_words, decided_words, when_in_words

TALKED, SAID, AGREED, NEXT = "talked", "said", "agreed", "next"
FITS = (  # the first whose word is in the heading
    (NEXT, ("next", "follow up", "follow-up")),
    (AGREED, ("agree", "decid", "decision", "action", "step", "plan", "outcome")),
    (SAID, ("said", "say", "own words", "views", "voice")),
    (TALKED, ("talk", "discuss", "spoke", "conversation", "contact", "summary", "note", "meeting")),
)


@dataclass(frozen=True)
class Around:
    """What the words name besides the meeting: whose the steps are, and the next meeting. Read once for a page."""

    owners: Owners
    upcoming: Meeting | None


def around(meeting: Meeting) -> Around:
    """Two looks."""
    return Around(owners_of(meeting.individual), queries.next_meeting(meeting.individual))


def plain_text(meeting: Meeting, headings: tuple[str, ...], beside: Around | None = None) -> str:
    """The text to copy. A heading that nothing of ours belongs under stays empty, for the worker to fill."""
    beside = beside or around(meeting)
    placed: set[str] = set()
    sections = [f"{_opening(meeting)}"]
    fits = [(heading, _part_for(heading)) for heading in headings]
    if TALKED not in {part for _, part in fits}:
        fits.insert(0, ("What we talked about", TALKED))
    tells_said = SAID in {part for _, part in fits}
    for heading, part in fits:
        lines = [] if part in placed or not part else list(_lines(meeting, part, tells_said, beside))
        placed.add(part)
        sections.append("\n".join([heading, *lines]))
    return "\n\n".join(sections) + "\n"


def digest_of(meeting: Meeting, beside: Around | None = None) -> str:
    """The same for the same words. When the next meeting is does not change what was said in this one."""
    beside = beside or around(meeting)
    lines = [line for part in (TALKED, SAID, AGREED) for line in _lines(meeting, part, True, beside)]
    return hashlib.sha256("\n".join([_opening(meeting), *lines]).encode()).hexdigest()


def has_changed_since(meeting: Meeting, beside: Around | None = None) -> bool:
    """Whether the words are others than those that were copied last."""
    copy = queries.latest_copy(meeting)
    return copy is not None and copy.digest != digest_of(meeting, beside)


def _part_for(heading: str) -> str:
    words = heading.casefold()
    return next((part for part, known in FITS if any(word in words for word in known)), "")


def _opening(meeting: Meeting) -> str:
    place = f", {meeting.place}" if meeting.place else ""
    worker = meeting.partnership.user.name
    return f"{meeting.individual.called} and {worker} met on {day_in_words(meeting.day, with_year=True)}{place}."


def _lines(meeting: Meeting, part: str, tells_said: bool, beside: Around) -> Iterator[str]:
    tell: dict[str, Callable] = {TALKED: _talked, SAID: _said, AGREED: _agreed, NEXT: _next}
    yield from tell[part](meeting, beside)
    if part == TALKED and not tells_said:
        yield from _said(meeting, beside)


def _talked(meeting: Meeting, _: Around) -> Iterator[str]:
    note, account = queries.latest_note(meeting), queries.latest_account(meeting)
    if note:
        yield note.words
    if account and account.answer == Account.Answer.DIFFERS:
        yield f"{meeting.individual.called} remembers this otherwise. Both accounts are kept."


def _said(meeting: Meeting, _: Around) -> Iterator[str]:
    for saying in meeting.sayings.all():
        yield f"As {saying.author.first_name} remembers, {meeting.individual.called} said: {saying.words}"


def _agreed(meeting: Meeting, beside: Around) -> Iterator[str]:
    agreed = queries.agreed_in(meeting)
    for decision in meeting.decisions.all():
        yield _decided(decision, meeting)
    for goal in agreed.goals:
        yield f"Goal: {goal.words}"
    yield from _steps(agreed.steps, beside.owners)
    for introduction in agreed.introductions:
        yield f"Introduction to {introduction.activity.name}"


def _decided(decision: Decision, meeting: Meeting) -> str:
    who = decided_words(decision, meeting)
    return f"Decided: {decision.words}" + (f" ({who})" if who else "")


def _steps(steps: list, owners: Owners) -> Iterator[str]:
    for step in steps:
        owner = step.helper.name if step.helper else getattr(owners, step.owner)
        by = f", by {day_in_words(step.by_when)}" if step.by_when else ""
        yield f"{step.words} ({owner}{by})"


def _next(_: Meeting, beside: Around) -> Iterator[str]:
    yield f"{when_in_words(beside.upcoming)}." if beside.upcoming else "Not settled yet."
