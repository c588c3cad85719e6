"""A letter on paper was posted; one that did not arrive is sent again, or somebody rang instead."""

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.outbox import actions as outbox
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people.models import Individual


@action
def open_letter(*, individual: Individual, letter: Letter, by: Actor) -> Letter:
    """Somebody is about to print it: paper may lie here for days, so its gate is asked once more. It says what it
    should say now, or does not leave."""
    permit(by, Permission.WRITE_MESSAGES, individual)
    answer = gates.ask(letter) if letter.state == Letter.State.TO_PRINT else None
    if isinstance(answer, gates.Go):
        outbox.laid_out_again(letter=letter, go=answer)
    elif isinstance(answer, gates.HoldBack):
        outbox.taken_back(letter=letter, reason=answer.reason, now=clock.now())
        trail.record("letter held back", by=by, about=letter, individual=individual)
    return letter


@action
def letter_posted(*, individual: Individual, letter: Letter, by: Actor) -> Letter:
    """It was printed, and is in the post."""
    permit(by, Permission.ANSWER_MESSAGES, individual)
    outbox.printed(letter=letter, by=by, now=clock.now())
    trail.record("letter posted", by=by, about=letter, individual=individual)
    return letter


@action
def send_letter_again(*, individual: Individual, letter: Letter, by: Actor) -> Letter:
    """It may have left before: a person chose that it leaves once more."""
    permit(by, Permission.ANSWER_MESSAGES, individual)
    outbox.send_again(letter=letter, by=by, now=clock.now())
    trail.record("letter sent again", by=by, about=letter, individual=individual)
    return letter


@action
def note_receipt(*, reference: str, status: str, their_id: str, by: Actor) -> Letter | None:
    """What the provider tells of a letter it was given. Told twice, it is the same as once."""
    permit(by, Permission.TAKE_IN_MESSAGE)
    return outbox.receipt(reference=reference, status=status, their_id=their_id, now=clock.now())


@action
def letter_seen_to(*, individual: Individual, letter: Letter, by: Actor) -> Letter:
    """Somebody rang instead, or it no longer matters."""
    permit(by, Permission.ANSWER_MESSAGES, individual)
    outbox.seen_to(letter=letter, by=by, now=clock.now())
    trail.record("letter seen to", by=by, about=letter, individual=individual)
    return letter
