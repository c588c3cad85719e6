"""Support that began or ended."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import SupportChange


@action
def note_support(
    *, individual: Individual, kind: str, who: str, on: date, by: Actor, then_words: str = ""
) -> SupportChange:
    """Who or what came or went, on which day, and what has been so from then on. No money is in it, so that it asks for
    what is written about somebody and no more."""
    permit(by, Permission.WRITE_ABOUT_ME, individual)
    hold(individual)
    refuse_if(rules.cannot_note_support(kind, who, then_words, on, clock.today()))
    told = {"kind": kind, "who": who.strip(), "then_words": then_words.strip(), "on": on}
    told |= {"recorded_by_id": account_of(by)}
    if kept := SupportChange.objects.filter(individual=individual, **told).first():
        return kept
    is_own = is_the_individual(by, individual)
    change = SupportChange.objects.create(individual=individual, typed_by_individual=is_own, **told)
    trail.record("change of support noted", by=by, about=change, individual=individual)
    return change
