"""A leaflet is photographed, and put away again."""

from datetime import date

from django.db import transaction

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import queries, rules
from kith.directory.models import Activity, Leaflet
from kith.directory.reading.pictures import leaflet_from


@action
def photograph(*, activity: Activity, picture: bytes, by: Actor, until: date | None = None) -> Leaflet:
    """Keeps the picture in place of the one before. `until` is the last day that it holds. Raises `Refused`."""
    permit(by, Permission.CORRECT_LISTING)
    refuse_if(rules.cannot_end_on(until, clock.today()))
    made, (width, height) = leaflet_from(picture)
    hold(activity)
    activity.leaflets.filter(put_away_on__isnull=True).update(put_away_on=clock.today())
    leaflet = Leaflet.objects.create(activity=activity, taken_on=clock.today(), until=until, width=width, height=height)
    queries.file_of(leaflet).write_bytes(made)
    trail.record("leaflet photographed", by=by, about=leaflet)
    return leaflet


@action
def put_leaflet_away(*, leaflet: Leaflet, by: Actor) -> Leaflet:
    """It leaves the table. The picture itself goes, as nothing points to it any more."""
    permit(by, Permission.CORRECT_LISTING)
    leaflet.put_away_on = clock.today()
    leaflet.save(update_fields=["put_away_on"])
    transaction.on_commit(lambda: queries.file_of(leaflet).unlink(missing_ok=True))
    trail.record("leaflet put away", by=by, about=leaflet)
    return leaflet
