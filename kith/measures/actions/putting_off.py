"""A short measure is put off, for any reason; that may be said in other words, or taken back."""

from typing import Any

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Deferral, Measure
from ..occasions import of_day

Why = Deferral.Why


@action
def put_off(
    *, measure: Measure, individual: Individual, why: str, by: Actor, words: str = "", occasion: str = ""
) -> Deferral:
    """Not today, or it does not fit. The first reason on one occasion stays until somebody changes it."""
    permit(by, Permission.WRITE_MEASURES, individual)
    hold(individual)
    told = _told(individual, why, words, by)
    deferral, is_new = individual.put_off.get_or_create(
        measure=measure,
        occasion=occasion or of_day(clock.today()),
        withdrawn_at=None,
        defaults=told | {"on": clock.today()},
    )
    if is_new:
        trail.record("measure put off", by=by, about=deferral, individual=individual)
    return deferral


@action
def put_off_in_other_words(*, deferral: Deferral, why: str, by: Actor, words: str = "") -> Deferral:
    """Another reason, or other words, of the same occasion. What was said before stays in the database, and is read by
    nobody."""
    individual = deferral.individual
    _may_change(deferral, by)
    told = _told(individual, why, words, by)
    if (deferral.why, deferral.words) == (told["why"], told["words"]):
        return deferral
    _withdraw(deferral, by)
    same = {"measure": deferral.measure, "occasion": deferral.occasion, "on": deferral.on}
    other = individual.put_off.create(**same, **told)
    trail.record("measure put off in other words", by=by, about=other, individual=individual)
    return other


@action
def take_back_put_off(*, deferral: Deferral, by: Actor) -> Deferral:
    """It was not put off after all: it may be offered and answered again, on that occasion too."""
    _may_change(deferral, by)
    _withdraw(deferral, by)
    trail.record("putting off a measure taken back", by=by, about=deferral, individual=deferral.individual)
    return deferral


def _may_change(deferral: Deferral, by: Actor) -> None:
    permit(by, Permission.WRITE_MEASURES, deferral.individual)
    hold(deferral)
    is_own, typed_it = is_the_individual(by, deferral.individual), deferral.recorded_by_id == account_of(by)
    refuse_if(rules.cannot_change_put_off(deferral, is_own=is_own, typed_it=typed_it))


def _told(individual: Individual, why: str, words: str, by: Actor) -> dict[str, Any]:
    """Words are the reason where nothing else is; without words there has to be another."""
    said = words.strip()
    if why in (Why.NOT_TODAY, Why.OWN_WORDS):
        why = Why.OWN_WORDS if said else Why.NOT_TODAY
    refuse_if(rules.cannot_put_off(why, words, Why.values))
    return {
        "why": why,
        "words": said,
        "recorded_by_id": account_of(by),
        "typed_by_individual": is_the_individual(by, individual),
        "recorded_at": clock.now(),
    }


def _withdraw(deferral: Deferral, by: Actor) -> None:
    deferral.withdrawn_at, deferral.withdrawn_by_id = clock.now(), account_of(by)
    deferral.save(update_fields=["withdrawn_at", "withdrawn_by"])
