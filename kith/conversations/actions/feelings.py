"""How a meeting was for the individual, in one tap; only for themselves if they like."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import queries, rules
from kith.conversations.models import Feeling, Meeting, Note
from kith.people.writer import is_the_individual


@action
def say_how_it_was(*, meeting: Meeting, how: str, by: Actor, is_private: bool = False) -> Feeling:
    """Good, all right or hard. The latest counts; the trail does not tell which."""
    permit(by, Permission.WRITE_OWN_ACCOUNT, meeting.individual)
    refuse_if(rules.cannot_say_how_it_was(meeting, how))
    feeling = Feeling.objects.create(meeting=meeting, how=how, is_private=is_private, given_at=clock.now())
    trail.record("said how a meeting was", by=by, about=meeting, individual=meeting.individual)
    return feeling


@action
def note_offered(*, meeting: Meeting, by: Actor) -> Note | None:
    """They had the shown words open: what is not answered then is not asked about again. Nobody is shown this,
    and no line of the trail is written."""
    permit(by, Permission.READ_SHARED_NOTE, meeting.individual)
    note = queries.shown_note(meeting)
    if note is None or note.offered_at or not is_the_individual(by, meeting.individual):
        return note
    note.offered_at = clock.now()
    note.save(update_fields=["offered_at"])
    return note
