"""A complaint comes in from anybody, they hear that it did, and it is answered; and a correction is passed on."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.models import ChainHead
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.outbox.actions import post
from kith.people.models import Individual
from kith.people.reaching import subject_of
from kith.people.writer import account_of
from kith.rights import letters, rules
from kith.rights.models import Complaint, Request, ToldOfChange
from kith.rights.queries.complaints import came_just_now, came_lately, who_had_copies

from .requests import tell_leads


@action
def complain(
    *, words: str, by: Actor, name: str = "", reached_at: str = "", individual: Individual | None = None
) -> Complaint:
    """Anybody may, signed in or not, so no permission is asked for. Pressed twice, it is one."""
    _one_after_the_other(individual)
    said = {"words": words.strip(), "name": name.strip(), "reached_at": reached_at.strip(), "individual": individual}
    if already := came_just_now(**said):
        return already
    refuse_if(rules.cannot_complain(words, came_lately()))
    complaint = Complaint.objects.create(received_at=clock.now(), **said)
    tell_leads(f"complaint {complaint.public_id}", letters.COMPLAINS)
    trail.record("complaint: written", by=by, about=complaint, individual=individual)
    return complaint


def _one_after_the_other(individual: Individual | None) -> None:
    """Nobody who is known has no row to hold: theirs wait for the chain that their line goes to."""
    hold(individual or ChainHead.objects.get_or_create(chain=trail.INSTALL)[0])


@action
def say_it_came_in(*, complaint: Complaint, by: Actor) -> Complaint:
    """By email where they gave one; else the lead has rung or written, and this keeps it."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    hold(complaint)
    if complaint.said_at is None:
        complaint.said_at, complaint.said_by_id = clock.now(), account_of(by)
        complaint.save(update_fields=["said_at", "said_by"])
        _write(complaint, letters.CAME_IN)
        trail.record("complaint: came in", by=by, about=complaint, individual=complaint.individual)
    return complaint


@action
def answer_complaint(*, complaint: Complaint, words: str, by: Actor) -> Complaint:
    """What was found, and what is done about it."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    hold(complaint)
    refuse_if(rules.cannot_answer_complaint(complaint.ended_at is None, words))
    now, who = clock.now(), account_of(by)
    complaint.answer, complaint.ended_at, complaint.ended_by_id = words.strip(), now, who
    if complaint.said_at is None:
        complaint.said_at, complaint.said_by_id = now, who
    complaint.save(update_fields=["answer", "ended_at", "ended_by", "said_at", "said_by"])
    _write(complaint, words.strip())
    trail.record("complaint: answered", by=by, about=complaint, individual=complaint.individual)
    return complaint


def _write(complaint: Complaint, body: str) -> None:
    """To the address they gave, and to no other."""
    try:
        validate_email(complaint.reached_at)
    except ValidationError:
        return
    post(
        kind=letters.TO_COMPLAINANT,
        channel="email",
        to=complaint.reached_at,
        subject=subject_of("email"),
        body=body,
        cause=f"complaint {complaint.public_id}",
    )


@action
def tell_of_change(*, wanted: Request, copy: str, how: str, by: Actor) -> ToldOfChange:
    """Whoever had a copy knows that something in it was put right; or why there was no need."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    had = next((each for each in who_had_copies(wanted) if each.copy == copy), None)
    refuse_if(rules.cannot_go_on(wanted) or rules.cannot_tell_of_change(had is not None, how))
    assert had is not None  # what the rule has asked
    said = {"who": had.who, "how": how.strip(), "at": clock.now(), "by_id": account_of(by)}
    told, _ = wanted.told_of_change.update_or_create(copy=copy, defaults=said)
    trail.record("told of a change", by=by, about=wanted, individual=wanted.individual)
    return told
