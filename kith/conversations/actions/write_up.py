"""The write-up: one press saves everything that was agreed in a meeting, or nothing of it."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.conversations import queries, rules
from kith.conversations.models import Draft, Meeting
from kith.conversations.when import When
from kith.people.models import Individual
from kith.people.queries import partnership_of

from .meetings import plan_next
from .own import add_prompt, write_reflection
from .said import agree, write_shared_part


class SavedBefore(Refused):
    """The page was saved already, with other words on it."""


@dataclass(frozen=True)
class WriteUp:
    """What was typed, cleaned. Only the day is needed."""

    held_on: date
    place: str = ""
    arrived: str = ""  # how they came in, at a first meeting
    shared: str = ""
    saying: str = ""
    felt: str = ""
    topics: tuple[str, ...] = ()
    decisions: tuple[tuple[str, str], ...] = ()  # words, and who decided where that was said
    reflection: str = ""
    prompt: str = ""
    show_now: bool = True
    after_a_talk: bool = False  # to be shown when the two have talked about it
    met_early: bool = False  # it was the meeting planned for a later day
    agreed: tuple[str, ...] = ()  # names of goals, steps and introductions that were agreed elsewhere
    goal: dict | None = None
    pausing: str = ""  # public id of the goal that makes room for the new one, when three are going on
    steps: list[dict] = field(default_factory=list)
    next_when: When | None = None
    next_place: str = ""
    written_from: str = ""
    kept_a_code: bool = False  # words that look like a code to get in were kept all the same

    @property
    def digest(self) -> str:
        """The same for the same words, so that a page sent twice is known."""
        return hashlib.sha256(repr(self).encode()).hexdigest()

    @property
    def is_shown(self) -> bool:
        """Whether the individual sees it as soon as it is saved."""
        return self.show_now and not self.after_a_talk


@action
def write_up(*, individual: Individual, wrote: WriteUp, by: Actor) -> Meeting:
    """Saves the write-up. Sending the same page twice saves it once and gives the same meeting.

    Raises `SavedBefore` when the page was saved and something on it was changed since."""
    permit(by, Permission.WRITE_SHARED_NOTE, individual)
    Individual.objects.select_for_update().get(pk=individual.pk)  # a double press waits for the first
    if already := queries.meeting_written_from(individual, wrote.written_from):
        return _the_same(already, wrote)
    partnership = partnership_of(by.user_id, individual)
    refuse_if(rules.cannot_hold_on(wrote.held_on, clock.today()) or rules.cannot_work_together(partnership))
    meeting = _held(individual, partnership, wrote)
    agree(meeting, wrote, by)
    _remember(meeting, wrote, by)
    write_shared_part(meeting, wrote, by)
    Draft.objects.filter(individual=individual, author_id=by.user_id).delete()
    if wrote.kept_a_code:
        trail.record("entry code kept anyway", by=by, about=meeting, individual=individual)
    trail.record("meeting written up", by=by, about=meeting, individual=individual)
    return meeting


def _the_same(already: Meeting, wrote: WriteUp) -> Meeting:
    if already.kept_from != wrote.written_from and already.written_digest != wrote.digest:
        raise SavedBefore(
            "This page was saved before, and changed since. Press Done again to keep it as one more meeting; "
            "or leave it, and put the earlier words right."
        )
    return already


def _held(individual: Individual, partnership, wrote: WriteUp) -> Meeting:
    """The planned meeting, if this was it; or the one whose day alone was kept; otherwise one more beside it."""
    planned = queries.next_meeting(individual)
    was_it = planned is not None and (wrote.met_early or queries.was_this_meeting(planned, wrote.held_on))
    kept = None if was_it else queries.kept_by_its_day(individual, partnership, wrote.held_on)
    meeting = planned if was_it else kept or Meeting(individual=individual)
    meeting.is_first = meeting.is_first or queries.is_first_time(individual)
    meeting.partnership = partnership
    if meeting.day != wrote.held_on:
        meeting.at_time, meeting.is_second = None, False
    meeting.state, meeting.day, meeting.expected_on = Meeting.State.HELD, wrote.held_on, wrote.held_on
    meeting.place = wrote.place or meeting.place
    meeting.arrived, meeting.felt = wrote.arrived.strip() or meeting.arrived, wrote.felt.strip() or meeting.felt
    meeting.topics = list(wrote.topics) or meeting.topics
    meeting.kept_from = meeting.written_from if kept else ""
    meeting.written_from, meeting.written_digest = wrote.written_from, wrote.digest
    meeting.written_at = clock.now()
    meeting.shown_at = clock.now() if wrote.is_shown else None
    meeting.save()
    return meeting


def _remember(meeting: Meeting, wrote: WriteUp, by: Actor) -> None:
    """What the worker keeps for the next time, and when that is."""
    if wrote.reflection.strip():
        write_reflection(meeting=meeting, words=wrote.reflection, by=by)
    if wrote.prompt.strip():
        add_prompt(individual=meeting.individual, words=wrote.prompt, by=by)
    if wrote.next_when:
        place = wrote.next_place or None  # what was said before stays, when nothing is said now
        plan_next(individual=meeting.individual, when=wrote.next_when, place=place, by=by)
