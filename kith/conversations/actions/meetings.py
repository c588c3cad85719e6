"""Meetings are planned, moved and called off."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import queries, rules
from kith.conversations.models import Meeting
from kith.conversations.when import When
from kith.people.models import Individual
from kith.people.queries import partnership_of

from .asking import answered_by_moving
from .before import follow


@action
def plan_next(
    *, individual: Individual, when: When, by: Actor, place: str | None = None, minutes: int | None = None
) -> Meeting:
    """The next meeting is then. There is one next meeting: planning it again moves it, prompts and all."""
    permit(by, Permission.PLAN_MEETING, individual)
    partnership = partnership_of(by.user_id, individual)
    refuse_if(rules.cannot_work_together(partnership) or rules.cannot_meet_on(when.day, clock.today()))
    refuse_if(rules.cannot_meet_at(when))
    Individual.objects.select_for_update().get(pk=individual.pk)  # there is one next meeting
    meeting = queries.next_meeting(individual) or Meeting(individual=individual)
    said = "meeting moved" if meeting.pk else "meeting planned"
    is_sooner = meeting.pk is None or when.expected_on < meeting.expected_on
    meeting.changes += 1 if meeting.pk else 0
    meeting.partnership = partnership
    meeting.day, meeting.at_time, meeting.is_second = when.day, when.at_time, when.is_second
    meeting.window, meeting.expected_on = when.window, when.expected_on
    meeting.place = meeting.place if place is None else place.strip()
    meeting.minutes = minutes or meeting.minutes
    meeting.save()
    follow(meeting, by)
    if is_sooner:
        answered_by_moving(meeting, by)
    trail.record(said, by=by, about=meeting, individual=individual)
    return meeting


@action
def call_off(*, meeting: Meeting, by: Actor) -> Meeting:
    """It will not happen. What was to be remembered waits for the next one."""
    permit(by, Permission.PLAN_MEETING, meeting.individual)
    refuse_if(rules.cannot_move(meeting))
    meeting.state = Meeting.State.CALLED_OFF
    meeting.changes += 1
    meeting.save(update_fields=["state", "changes"])
    trail.record("meeting called off", by=by, about=meeting, individual=meeting.individual)
    return meeting
