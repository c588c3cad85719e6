"""A lead, or a manager of the team, sees to a worry: takes it on, writes what was done, and tells or says why not."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import refuse_if
from kith.people.writer import account_of
from kith.safety import rules
from kith.safety.models import Concern, ConcernNote, OnIt, PassedOn
from kith.safety.queries.concerns import MayRead, may_be_put_on, may_read

from . import telling


def _permit(by: Actor, concern: Concern) -> None:
    """The matrix, and that it is not about themself or their own colleagues."""
    if may_read(by, concern) is not MayRead.SEES_TO_IT:
        raise NotPermitted(f"{by.who} may not see to a worry about safety")


@action
def take_on(*, concern: Concern, by: Actor) -> Concern:
    """I see to it: nobody else is asked any more."""
    _permit(by, concern)
    hold(concern)
    refuse_if(rules.cannot_take_on(concern))
    if concern.taken_by_id != by.user_id:
        concern.taken_by_id, concern.taken_at = account_of(by), clock.now()
        concern.save(update_fields=["taken_by", "taken_at"])
        trail.record("worry about safety taken on", by=by, about=concern)
    return concern


@action
def note_done(*, concern: Concern, words: str, by: Actor) -> ConcernNote:
    """What was done. It stays as it was written."""
    _permit(by, concern)
    hold(concern)
    refuse_if(rules.cannot_add(concern.closed_at is None, words))
    note = concern.notes.create(words=words.strip(), by_id=account_of(by), at=clock.now())
    trail.record("worry about safety: what was done", by=by, about=concern)
    return note


@action
def put_on(*, concern: Concern, user: str, by: Actor) -> OnIt:
    """Somebody who can help reads this one worry; they hear that they were asked."""
    _permit(by, concern)
    hold(concern)
    somebody = may_be_put_on(concern).filter(public_id=user).first()
    refuse_if(rules.cannot_put_on(concern, may_be=somebody is not None))
    assert somebody is not None  # what the rule has asked
    on_it = concern.on_it.create(user=somebody, by_id=account_of(by), at=clock.now())
    telling.tell_of(concern, [somebody], telling.PUT_ON)
    trail.record("worry about safety: somebody put on it", by=by, about=concern, detail=somebody.public_id)
    return on_it


@action
def take_off(*, concern: Concern, user: str, by: Actor) -> None:
    """They read it no more. Pressed twice, it happens once."""
    _permit(by, concern)
    on_it = concern.on_it.filter(ended_at=None, user__public_id=user).first()
    if on_it:
        on_it.ended_at = clock.now()
        on_it.save(update_fields=["ended_at"])
        trail.record("worry about safety: somebody taken off it", by=by, about=concern, detail=user)


@action
def pass_on(*, concern: Concern, by: Actor, **told) -> PassedOn:
    """To somebody outside: to whom, what, when; with the person's agreement or a reason; and whether they know."""
    _permit(by, concern)
    hold(concern)
    refuse_if(rules.cannot_pass_on(concern, told, clock.today()))
    kept = {name: each.strip() if isinstance(each, str) else each for name, each in told.items()}
    passed = concern.passed_on.create(by_id=account_of(by), at=clock.now(), **kept)
    trail.record("worry about safety: passed on outside", by=by, about=concern)
    return passed


@action
def say_told(*, concern: Concern, told_on: date, words: str, by: Actor) -> Concern:
    """Somebody has told them; from now on they read on their page what is written here."""
    _permit(by, concern)
    hold(concern)
    refuse_if(rules.cannot_tell(concern, told_on, words, clock.today()))
    concern.told_on, concern.told_words, concern.told_by_id = told_on, words.strip(), account_of(by)
    concern.untold_because, concern.look_again_on = "", None
    concern.save(update_fields=["told_on", "told_words", "told_by", "untold_because", "look_again_on"])
    trail.record("told of a worry about safety", by=by, about=concern, individual=concern.individual)
    return concern


@action
def wait_to_tell(*, concern: Concern, because: str, look_again_on: date, by: Actor) -> Concern:
    """It is not safe to tell them now. On that day it is looked at again."""
    _permit(by, concern)
    hold(concern)
    refuse_if(rules.cannot_wait_to_tell(concern, because, look_again_on, clock.today()))
    concern.untold_because, concern.look_again_on = because.strip(), look_again_on
    concern.save(update_fields=["untold_because", "look_again_on"])
    trail.record("worry about safety: not told yet", by=by, about=concern)
    return concern


@action
def close(*, concern: Concern, decided: str, by: Actor) -> Concern:
    """With what was decided, once they were told or it is written why not."""
    _permit(by, concern)
    hold(concern)
    refuse_if(rules.cannot_close(concern, decided))
    concern.decided, concern.closed_at, concern.closed_by_id = decided.strip(), clock.now(), account_of(by)
    concern.save(update_fields=["decided", "closed_at", "closed_by"])
    trail.record("worry about safety closed", by=by, about=concern)
    return concern
