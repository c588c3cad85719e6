"""The shared part was copied for the organisation's main record. Kith remembers when, by whom, and which words."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import queries, rules
from kith.conversations.models import Meeting, RecordCopy
from kith.conversations.record_copy import digest_of
from kith.people.writer import account_of


@action
def note_copied(*, meeting: Meeting, seen: str, by: Actor) -> RecordCopy:
    """The words that stood on the page (`seen` is their digest) were copied. Pressed twice it is noted once."""
    permit(by, Permission.WRITE_SHARED_NOTE, meeting.individual)
    refuse_if(rules.cannot_copy(meeting))
    digest = seen or digest_of(meeting)
    latest = queries.latest_copy(meeting)
    if latest and latest.digest == digest and latest.copied_by_id == by.user_id:
        return latest
    copy = RecordCopy.objects.create(
        meeting=meeting,
        note=queries.latest_note(meeting),
        copied_by_id=account_of(by),
        copied_at=clock.now(),
        digest=digest,
    )
    trail.record("copied for the main record", by=by, about=meeting, individual=meeting.individual)
    return copy
