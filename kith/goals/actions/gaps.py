"""Somebody of a team looks into what is missing round here, under their own name."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Team
from kith.people.writer import account_of

from .. import rules
from ..models import LookingInto


@action
def look_into_gap(*, team: Team, about: str, by: Actor) -> LookingInto:
    """“I will look into it.” Only one at a time does; pressed twice, it is one press."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=team)
    hold(team)
    there = LookingInto.objects.filter(team=team, about=about, done_on__isnull=True).select_related("by").first()
    if there and there.by_id == by.user_id:
        return there
    refuse_if(rules.cannot_look_into(about, there))
    looking = LookingInto.objects.create(team=team, about=about, by_id=account_of(by), since=clock.today())
    trail.record("gap looked into", by=by, about=looking)
    return looking


@action
def gap_is_done(*, looking: LookingInto, by: Actor) -> LookingInto:
    """Whoever of the team says so: they may be away who took it on."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=looking.team)
    hold(looking)
    if looking.done_on:
        return looking
    looking.done_on = clock.today()
    looking.save(update_fields=["done_on"])
    trail.record("gap is done", by=by, about=looking)
    return looking
