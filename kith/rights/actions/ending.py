"""How long records are kept is said; a hold begins and ends; what goes is said by one and confirmed by another."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of
from kith.rights import rules
from kith.rights.models import LegalHold, Period, Removal
from kith.rights.queries.ending import due_to_go, open_hold
from kith.rights.queries.requests import open_request_of

from .removing import remove_rows


@action
def keep_for(*, record_class: str, months: int, by: Actor) -> Period:
    """For how long this organisation keeps one kind of record."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    refuse_if(rules.cannot_keep_for(record_class, months))
    said = {"months": months, "set_by_id": account_of(by), "set_at": clock.now()}
    period, _ = Period.objects.update_or_create(record_class=record_class, defaults=said)
    trail.record("how long records are kept", by=by, detail=f"{record_class}: {months} months")
    return period


@action
def begin_hold(*, individual: Individual, why: str, by: Actor) -> LegalHold:
    """Nothing goes from now on. Nobody but a lead sees it, the trail of the record included."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    hold(individual)
    refuse_if(rules.cannot_hold(open_hold(individual) is not None, why))
    begun = individual.legal_holds.create(why=why.strip(), begun_by_id=account_of(by), begun_at=clock.now())
    trail.record("legal hold began", by=by, about=begun)
    return begun


@action
def end_hold(*, individual: Individual, by: Actor) -> None:
    """It may go again, once its time is over or they ask."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    hold(individual)
    if found := open_hold(individual):
        found.ended_by_id, found.ended_at = account_of(by), clock.now()
        found.save(update_fields=["ended_by", "ended_at"])
        trail.record("legal hold ended", by=by, about=found)


@action
def propose_removal(*, individual: Individual, what: str, reason: str, by: Actor) -> Removal:
    """What is being written and people and places go at once where the individual asked; all of it waits for another
    lead."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    hold(individual)
    is_asked = open_request_of(individual, "remove") is not None
    is_due = individual.pk in {each.individual.pk for each in due_to_go()}
    refuse_if(rules.cannot_remove(open_hold(individual), what, reason, is_asked=is_asked, is_due=is_due))
    why = Removal.Why.ASKED if is_asked else Removal.Why.TIME
    said = {"why": why, "what": what, "reason": reason.strip(), "said_by_id": account_of(by), "said_at": clock.now()}
    removal, _ = Removal.objects.get_or_create(
        individual_ref=individual.public_id, what=what, confirmed_at=None, taken_back_at=None, defaults=said
    )
    trail.record(f"removal said: {what}", by=by, about=removal, individual=individual)
    if what != Removal.What.ALL:
        _remove(removal, individual, by)
    return removal


@action
def confirm_removal(*, removal: Removal, individual: Individual, by: Actor) -> Removal:
    """A second lead has seen the preview. A hold that began meanwhile keeps it all."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    hold(removal)
    refuse_if(rules.cannot_confirm_removal(removal, open_hold(individual), account_of(by)))
    _remove(removal, individual, by)
    return removal


@action
def take_back_removal(*, removal: Removal, individual: Individual, by: Actor) -> Removal:
    """It stays after all."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    hold(removal)
    refuse_if(rules.cannot_take_back_removal(removal))
    removal.taken_back_at = clock.now()
    removal.save(update_fields=["taken_back_at"])
    trail.record("removal taken back", by=by, about=removal, individual=individual)
    return removal


def _remove(removal: Removal, individual: Individual, by: Actor) -> None:
    removal.confirmed_by_id, removal.confirmed_at = account_of(by), clock.now()
    removal.counts = remove_rows(removal, individual)
    removal.save(update_fields=["confirmed_by", "confirmed_at", "counts"])
    trail.record(f"removed: {removal.what}", by=by, about=removal, individual=individual)
