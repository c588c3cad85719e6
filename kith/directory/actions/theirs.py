"""A local edit is given up: what the source says is in force again."""

from collections.abc import Iterable
from datetime import date

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import from_place, rules
from kith.directory.models import Activity, Organisation, Overlay
from kith.directory.reading.entry import PlaceDetails, Slot

from .index import index_again
from .listings import set_part


@action
def take_from_source(*, activity: Activity, fields: Iterable[str], by: Actor) -> Activity:
    """These parts say what the source says now, and follow it from here on."""
    permit(by, Permission.CORRECT_LISTING)
    hold(activity)
    overlays = list(activity.overlays.filter(field__in=list(fields)))
    refuse_if(rules.cannot_take_from_source(activity, overlays))
    for overlay in overlays:
        _follow(activity, overlay)
    _public_again(activity)
    index_again([activity.pk])
    trail.record("source followed again", by=by, about=activity, detail=", ".join(one.field for one in overlays))
    return activity


def _follow(activity: Activity, overlay: Overlay) -> None:
    """What the place itself has added stays beside it."""
    value = overlay.imported_value
    if overlay.field == from_place.FIELD:
        value = from_place.beside(value or "", overlay.value or "")
    _take(activity, overlay.field, value)
    if value == overlay.imported_value:
        overlay.delete()
    else:
        overlay.value = value
        overlay.save(update_fields=["value"])


def _public_again(activity: Activity) -> None:
    """Once nothing typed here is left of name and number, they are given out as the source gives them out."""
    typed = activity.overlays.filter(field__in=("host_name", "phone"))
    said = activity.overlays.filter(field="contact_is_public").first()
    if said is not None and not typed.exists():
        _take(activity, said.field, said.imported_value)
        said.delete()


def _take(activity: Activity, field: str, value) -> None:
    if field == "organisation":
        activity.organisation = Organisation.objects.filter(source=activity.source, name=value or "").first()
        activity.save(update_fields=["organisation"])
    elif field == "times":
        set_part(activity, field, tuple(Slot.from_json(slot) for slot in value or ()))
    elif field == "place":
        set_part(activity, field, PlaceDetails(**value) if value else None)
    else:
        set_part(activity, field, date.fromisoformat(value) if field in rules.DAYS and value else value)
