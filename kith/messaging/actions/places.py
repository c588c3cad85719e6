"""A place wrote back by email: a bare yes or no answers by itself, and of all else the worker says what it was."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import Refused, refuse_if
from kith.introductions import actions as introductions
from kith.introductions import queries, still_on
from kith.introductions.host_words import plain_answer
from kith.introductions.kinds_of_letter import STILL_ON, TO_PLACE
from kith.introductions.models import Introduction, Report
from kith.messaging import rules
from kith.messaging.models import Message
from kith.outbox.models import Letter


def answers_as_place(introduction: Introduction | None, letter: Letter, words: str, *, sender: str) -> bool:
    """Whether these words answered what the place was asked, within the action that takes them in. Only where they
    came from the very address that was written to, and while the answer is still asked for."""
    if introduction is None or not queries.is_open_to_host(introduction) or sender != letter.to.casefold():
        return False
    of_the_day = letter.kind == STILL_ON and introduction.is_about_today
    if letter.kind != TO_PLACE and not of_the_day:
        return False
    partnership = introduction.partnership
    names = {"worker": partnership.user.first_name if partnership else "", "host": introduction.host_name}
    kind = plain_answer(words, of_the_day=of_the_day, **names)
    return bool(kind) and _kept_as_answer(introduction, kind, words, of_the_day=of_the_day)


def _kept_as_answer(introduction: Introduction, kind: str, words: str, *, of_the_day: bool) -> bool:
    by = Actor.with_link(Role.HOST, introduction.individual_id)
    tell = introductions.tell_of_the_day if of_the_day else introductions.answer_as_host
    try:
        tell(introduction=introduction, kind=kind, words=words, by=by)
    except Refused:
        return False  # the day has been, or it ended meanwhile: the worker reads it
    return True


@action
def say_what_it_meant(*, message: Message, kind: str, by: Actor) -> Message:
    """What a place meant with its own words, said by the worker who has read them: of the whole, or on the day of the
    visit of that day alone. It waits no more."""
    permit(by, Permission.ANSWER_MESSAGES, message.individual)
    hold(message)
    refuse_if(rules.cannot_say_what_it_meant(message))
    tell = introductions.tell_of_the_day if kind in dict(still_on.ANSWERS) else introductions.note_their_answer
    tell(introduction=message.introduction, kind=kind, by=by)
    message.state, message.read_at, message.read_by_id = Message.State.READ, clock.now(), by.user_id
    message.save(update_fields=["state", "read_at", "read_by"])
    trail.record("what a place wrote was understood", by=by, about=message, individual=message.individual)
    return message


@action
def pass_on_what_a_place_wrote(*, message: Message, by: Actor) -> Report:
    """The individual reads it too, with the introduction, as it was written. Pressed twice, once."""
    permit(by, Permission.ANSWER_MESSAGES, message.individual)
    hold(message)
    refuse_if(rules.cannot_pass_on(message))
    said = introductions.pass_on_words(introduction=message.introduction, words=message.words, by=by)
    trail.record("message of a place passed on", by=by, about=message, individual=message.individual)
    return said
