"""A copy is looked through kind by kind, passages are covered or rows held back with their reasons, and it goes."""

import io
from datetime import date, timedelta

from django.db.models import QuerySet

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.encryption import seal, unseal
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.writer import account_of
from kith.rights import covering, letters, rules
from kith.rights.bundle import write_bundle
from kith.rights.copies import place_of
from kith.rights.gathering import gather, part_of
from kith.rights.models import Copy, Delivery, Held, OwnCopy, Request
from kith.rights.queries import review
from kith.rights.queries.requests import is_there, open_request_of
from kith.rights.register import entries

from .requests import ask, tell, tell_leads

THERE_FOR = timedelta(hours=24)


@action
def cover(*, wanted: Request, mark: str, passage: str, reason: str, by: Actor) -> Held:
    """One passage is somebody else's business, and does not go out."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_go_on(wanted) or rules.cannot_cover(_words_of(wanted, mark), passage, reason))
    return _hold_back(wanted, by, kind=Held.Kind.COVERED, mark=mark, passage=passage.strip(), reason=reason.strip())


@action
def hold_back(  # noqa: PLR0913 - the law asks for each of these
    *, wanted: Request, mark: str, reason: str, harm: str, evidence: str, review_on: date | None, by: Actor
) -> Held:
    """One row could do serious harm. It stays out with all that the law asks for, or it goes."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_go_on(wanted) or rules.cannot_be_unknown(_words_of(wanted, mark)))
    refuse_if(rules.cannot_hold_back(reason, harm, evidence, review_on, clock.today()))
    said = {"reason": reason.strip(), "harm": harm.strip(), "evidence": evidence.strip(), "review_on": review_on}
    return _hold_back(wanted, by, kind=Held.Kind.BACK, mark=mark, **said)


def _hold_back(wanted: Request, by: Actor, *, kind: str, mark: str, **said) -> Held:
    held = wanted.held.create(kind=kind, mark=mark, decided_by_id=account_of(by), decided_at=clock.now(), **said)
    trail.record(f"of a copy: {kind}", by=by, about=held, individual=wanted.individual)
    return held


def _words_of(wanted: Request, mark: str) -> list[str]:
    """All that the row says; nothing where it is not theirs."""
    entry = entries().get(mark.rsplit(" ", 1)[0])
    rows = part_of(entry, wanted.individual).records if entry and entry.about else []
    found = next((each for each in rows if each.mark == mark), None)
    return list(found.values.values()) if found else []


@action
def lift(*, held: Held, by: Actor) -> Held:
    """It is told after all."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, held.request.individual)
    hold(held)
    if held.lifted_at is None:
        held.lifted_at = clock.now()
        held.save(update_fields=["lifted_at"])
        trail.record("of a copy: told after all", by=by, about=held, individual=held.request.individual)
    return held


@action
def look_through(*, wanted: Request, record_class: str, digest: str, by: Actor) -> None:
    """All of one kind was read, as it stood on the page."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    now = review.digest_of(review.parts_of(wanted.individual, record_class))
    refuse_if(rules.cannot_go_on(wanted) or rules.cannot_have_looked(digest, now))
    said = {"digest": digest, "by_id": account_of(by), "at": clock.now()}
    wanted.looked_through.update_or_create(record_class=record_class, defaults=said)
    trail.record("of a copy: looked through", by=by, about=wanted, individual=wanted.individual)


@action
def make_copy(*, wanted: Request, by: Actor) -> Copy:
    """The copy lies ready for a day, and they are told. A day too short, it is made anew."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, wanted.individual)
    hold(wanted)
    refuse_if(rules.cannot_go_on(wanted) or rules.cannot_be_ready(review.to_look_through(wanted)))
    now = clock.now()
    copy = wanted.copies.create(made_by_id=account_of(by), made_at=now, ends_at=now + THERE_FOR)
    place_of(copy).write_bytes(seal(_archive(wanted)))
    tell(wanted, letters.COPY_IS_READY)
    trail.record("copy ready", by=by, about=copy, individual=wanted.individual)
    return copy


def _archive(wanted: Request) -> bytes:
    held, made = list(review.held_for(wanted)), io.BytesIO()
    parts = covering.as_told(gather(wanted.individual), held)
    without = {each.mark for each in held}
    write_bundle(made, wanted.individual, parts, held=covering.in_words(held), without_files=without)
    return made.getvalue()


@action
def fetch(*, copy: Copy, by: Actor) -> bytes:
    """The individual takes it. What they asked for is done by that."""
    permit(by, Permission.READ_REQUESTS, copy.request.individual)
    hold(copy)
    refuse_if(rules.cannot_fetch(is_there(copy) and place_of(copy).exists()))
    content = unseal(place_of(copy).read_bytes())
    _went(copy, Delivery.How.FETCHED, by)
    return content


@action
def hand_over(*, copy: Copy, how: str, by: Actor) -> bytes:
    """For somebody without a page: the lead takes the file to print it or to put it on a stick."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, copy.request.individual)
    hold(copy)
    refuse_if(rules.cannot_hand_over(how) or rules.cannot_fetch(is_there(copy) and place_of(copy).exists()))
    content = unseal(place_of(copy).read_bytes())
    _went(copy, how, by)
    return content


def _went(copy: Copy, how: str, by: Actor) -> None:
    wanted = copy.request
    copy.deliveries.create(how=how, at=clock.now(), by_id=account_of(by))
    if wanted.is_open:
        wanted.outcome, wanted.ended_at = Request.Outcome.DONE, clock.now()
        wanted.save(update_fields=["outcome", "ended_at"])
    trail.record(f"copy {how}", by=by, about=copy, individual=wanted.individual)


@action
def ask_once_more(*, copy: Copy, by: Actor) -> Copy:
    """It was gone before they came, or they want it again: it waits once more, with what was decided."""
    wanted, individual = copy.request, copy.request.individual
    permit(by, Permission.ASK_ABOUT_INFORMATION, individual)
    for each in (individual, copy, wanted):
        hold(each)
    if copy.asked_again_at is None and not is_there(copy):
        _wait_once_more(wanted, by)
        copy.asked_again_at = clock.now()
        copy.save(update_fields=["asked_again_at"])
        tell_leads(f"copy {copy.public_id}")
        trail.record("copy asked for once more", by=by, about=copy, individual=individual)
    return copy


def _wait_once_more(wanted: Request, by: Actor) -> None:
    """But where they asked anew meanwhile: that is the one that waits. What was taken back or not done stays so."""
    if wanted.outcome in (Request.Outcome.TAKEN_BACK, Request.Outcome.NOT):
        ask(individual=wanted.individual, kind=Request.Kind.COPY, by=by)
    elif open_request_of(wanted.individual, Request.Kind.COPY) is None:
        wanted.outcome, wanted.ended_at = "", None
        wanted.save(update_fields=["outcome", "ended_at"])


@action
def remove_ended_copies(*, by: Actor) -> int:
    """Files whose day is over. Killed between the two, the file is gone and the row is put right next time."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    return sum(take_files_away(kind.objects.filter(ends_at__lte=clock.now())) for kind in (Copy, OwnCopy))


def take_files_away(copies: QuerySet) -> int:
    """Of these that are there still, a few hundred at a time."""
    there = list(copies.filter(removed_at=None).order_by("pk")[:200])
    for copy in there:
        place_of(copy).unlink(missing_ok=True)
    copies.model.objects.filter(pk__in=[each.pk for each in there]).update(removed_at=clock.now())
    return len(there)
