"""Before a meeting: how long and why, the few words that tell of it, and the link that follows it."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.public_ids import new_public_id
from kith.access.refusal import Refused, refuse_if
from kith.conversations.before import rules
from kith.conversations.before.composing import whole
from kith.conversations.models import Meeting, VisitMessage
from kith.conversations.queries import before as queries
from kith.outbox.queries import was_held_back
from kith.people import actions as people
from kith.people.models import Link
from kith.people.writer import account_of

BEFORE_A_MEETING = "to individual: before a meeting"
IN_THE_OUTBOX = ("email", "text")


@action
def say_how_long_and_why(*, meeting: Meeting, minutes: int | None, why: str, by: Actor) -> Meeting:
    """What both know beforehand: how long there is, and what it is for."""
    permit(by, Permission.PLAN_MEETING, meeting.individual)
    hold(meeting)
    refuse_if(rules.cannot_last(minutes))
    meeting.minutes, meeting.why = minutes, why.strip()
    meeting.save(update_fields=["minutes", "why"])
    trail.record("meeting explained", by=by, about=meeting, individual=meeting.individual)
    return meeting


@action
def tell_before(  # noqa: PLR0913 - what was previewed is what goes, word for word
    *, meeting: Meeting, channel: str, to: str, words: str, by: Actor, with_link: bool = False, link_id: str = ""
) -> VisitMessage:
    """Sends the words as they were previewed; or keeps that they were printed or said. Pressed twice it goes once."""
    permit(by, Permission.PLAN_MEETING, meeting.individual)
    hold(meeting)
    refuse_if(rules.cannot_tell(meeting) or _cannot_go(meeting, channel, to))
    if already := _told_already(meeting, channel, words):
        return already
    link = _link(meeting, link_id, by) if with_link else None
    refuse_if(_cannot_say(meeting, words, queries.address_for(meeting, "") if link else ""))
    message = VisitMessage.objects.create(
        meeting=meeting,
        link=link,
        channel=channel,
        words=words.strip(),
        told_day=meeting.day,
        told_time=meeting.at_time,
        sent_by_id=account_of(by),
        posted_at=clock.now(),
    )
    if channel in IN_THE_OUTBOX:
        _post(message)
    trail.record("told of a meeting", by=by, about=message, individual=meeting.individual)
    return message


def follow(meeting: Meeting, by: Actor) -> None:
    """A meeting was planned or moved: whoever holds a link keeps it. Call it in the action that moved it."""
    if queries.link_of(meeting):
        people.move_links(
            individual=meeting.individual,
            purpose=Link.Purpose.VISIT,
            about=meeting.public_id,
            ends_at=queries.link_ends_at(meeting),
            by=by,
        )


def _cannot_go(meeting: Meeting, channel: str, to: str) -> str | None:
    if channel not in IN_THE_OUTBOX:
        return None
    return rules.cannot_send(channel, to, queries.way_to_tell(meeting.individual))


def _cannot_say(meeting: Meeting, words: str, address: str) -> str | None:
    let_through, names = queries.names_in(meeting)
    return rules.cannot_say(words, link=address, apart_from=let_through, names=names)


def _told_already(meeting: Meeting, channel: str, words: str) -> VisitMessage | None:
    last = meeting.messages.first()
    if last is None or (last.channel, last.words) != (channel, words.strip()):
        return None
    goes_on = queries.still_says_when(last) and not was_held_back(last.letter)
    return last if goes_on else None


def _link(meeting: Meeting, link_id: str, by: Actor) -> Link:
    """The one this meeting has, or a new one at the address that the preview showed."""
    return queries.link_of(meeting) or people.give_link(
        purpose=Link.Purpose.VISIT,
        individual=meeting.individual,
        about=meeting.public_id,
        ends_at=queries.link_ends_at(meeting),
        by=by,
        public_id=link_id if queries.is_free(link_id) else new_public_id(),
    )


def _post(message: VisitMessage) -> None:
    """The words as they were looked at, to where they said they would go."""
    meeting = message.meeting
    letter = people.send_exactly(
        meeting.individual,
        kind=BEFORE_A_MEETING,
        cause=f"message {message.public_id}",
        body=whole(message.words, queries.address_for(meeting, "") if message.link else ""),
        goes_stale_at=queries.link_ends_at(meeting),
    )
    if letter is None:
        raise Refused("This could not be sent. It can be printed, or said.")
    message.letter = letter.public_id
    message.save(update_fields=["letter"])
