"""The two halves of a write-up that both people keep: what was agreed, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.conversations import queries
from kith.conversations.models import Decision, Meeting, Note, Saying
from kith.goals import actions as goals
from kith.goals.queries import goals_to_pause
from kith.people.models import Individual

from .telling import tell_of_something_to_read

if TYPE_CHECKING:
    from .write_up import WriteUp


def agree(meeting: Meeting, wrote: WriteUp, by: Actor) -> None:
    """Goals and steps are theirs who keep them; the meeting remembers that they were agreed in it."""
    permit(by, Permission.WRITE_SHARED_NOTE, meeting.individual)
    individual = meeting.individual
    already = queries.agreed_called(individual, wrote.agreed)
    meeting.goals.add(*already.goals)
    meeting.steps.add(*already.steps)
    meeting.introductions.add(*already.introductions)
    goal = None
    if wrote.goal:
        _make_room(individual, wrote.pausing, by)
        goal = goals.set_goal(individual=individual, by=by, **wrote.goal)
        meeting.goals.add(goal)
    for step in wrote.steps:
        meeting.steps.add(goals.add_step(individual=individual, by=by, **({"goal": goal} | step)))


def _make_room(individual: Individual, pausing: str, by: Actor) -> None:
    """Pauses the goal that was pointed at, while there is no room."""
    to_pause = next((goal for goal in goals_to_pause(individual) if goal.public_id == pausing), None)
    if to_pause:
        goals.pause(goal=to_pause, by=by)


def write_shared_part(meeting: Meeting, wrote: WriteUp, by: Actor) -> None:
    """The shared part, what was decided, and what the worker remembers being said. Shown, the individual is told."""
    permit(by, Permission.WRITE_SHARED_NOTE, meeting.individual)
    now = clock.now()
    shown_at = now if wrote.is_shown else None
    if wrote.shared.strip():
        Note.objects.create(
            meeting=meeting,
            author_id=by.user_id,
            words=wrote.shared.strip(),
            written_at=now,
            shown_at=shown_at,
            waits_for_a_talk=wrote.after_a_talk,
        )
    if wrote.saying.strip():
        Saying.objects.create(meeting=meeting, author_id=by.user_id, words=wrote.saying.strip(), shown_at=shown_at)
    for words, decided_by in wrote.decisions:
        Decision.objects.create(meeting=meeting, words=words.strip(), decided_by=decided_by, written_at=now)
    if wrote.shared.strip() and shown_at:
        tell_of_something_to_read(meeting, by)
