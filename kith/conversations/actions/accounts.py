"""Two accounts of one meeting, neither over the other."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations import queries, rules
from kith.conversations.models import Account, Meeting, Note

from .telling import tell_of_something_to_read


@action
def give_account(*, meeting: Meeting, answer: str, by: Actor, words: str = "", seen: str = "") -> Account:
    """The individual's answer to the words they saw: right, remembered otherwise, or left as it is."""
    permit(by, Permission.WRITE_OWN_ACCOUNT, meeting.individual)
    meeting = _held_fast(meeting)
    note = queries.shown_note(meeting)
    refuse_if(rules.cannot_answer(note, seen) or rules.cannot_give_account(answer, words))
    account = Account.objects.create(
        meeting=meeting, note=note, answer=answer, words=words.strip(), given_at=clock.now()
    )
    trail.record("own account given", by=by, about=account, individual=meeting.individual)
    return account


@action
def show_note(*, meeting: Meeting, by: Actor) -> Note | None:
    """The individual can see the shared part from now on, with all that goes with it, and is told so."""
    permit(by, Permission.WRITE_SHARED_NOTE, meeting.individual)
    hold(meeting)
    note, now = queries.latest_note(meeting), clock.now()
    refuse_if(rules.cannot_show(meeting, note))
    if note:
        note.shown_at = now
        note.save(update_fields=["shown_at"])
    meeting.shown_at = now
    meeting.save(update_fields=["shown_at"])
    meeting.sayings.filter(shown_at__isnull=True).update(shown_at=now)
    tell_of_something_to_read(meeting, by)
    trail.record("note shown", by=by, about=note or meeting, individual=meeting.individual)
    return note


@action
def correct_note(*, meeting: Meeting, words: str, by: Actor, seen: str = "") -> Note:
    """A new version beside the old. What was shown stays shown; so does every account of it.
    `seen` is the version that was put right: what somebody wrote since is not passed over."""
    permit(by, Permission.WRITE_SHARED_NOTE, meeting.individual)
    meeting = _held_fast(meeting)
    before = queries.latest_note(meeting)
    refuse_if(rules.cannot_correct(meeting, words, before, seen))
    note = Note.objects.create(
        meeting=meeting,
        author_id=by.user_id,
        number=before.number + 1 if before else 1,
        words=words.strip(),
        written_at=clock.now(),
        shown_at=clock.now() if before and before.shown_at else None,
        waits_for_a_talk=bool(before and before.waits_for_a_talk),
    )
    if note.shown_at:
        tell_of_something_to_read(meeting, by)
    trail.record("note corrected", by=by, about=note, individual=meeting.individual)
    return note


def _held_fast(meeting: Meeting) -> Meeting:
    """The meeting as it stands now; others who would change its words wait their turn."""
    return Meeting.objects.select_for_update().get(pk=meeting.pk)
