"""Somebody found out when the last bus leaves a place: typed once, and shown on every listing there."""

from collections.abc import Mapping
from datetime import date, time

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import rules
from kith.directory.models import LastBus, Place

from .kept import role_word


@action
def note_last_buses(
    *, place: Place, leaves: Mapping[str, time | None], by: Actor, words: str = "", noted_on: date | None = None
) -> Place:
    """`leaves`: by kind of day when the last one leaves, None where there is none at all. Days left out: not known.
    `noted_on`: when somebody found that out, where it was before today.

    What was known of the place gives way to it."""
    permit(by, Permission.CORRECT_LISTING)
    refuse_if(rules.cannot_note_last_buses(leaves, words))
    hold(place)
    place.last_buses.all().delete()
    same = {"place": place, "words": words.strip(), "noted_on": noted_on or clock.today(), "noted_by": role_word(by)}
    LastBus.objects.bulk_create([LastBus(days=days, leaves=at, **same) for days, at in leaves.items()])
    trail.record("last bus noted", by=by, about=place)
    return place
