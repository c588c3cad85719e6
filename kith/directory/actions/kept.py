"""Rows that listings share (organisations, places), how a listing's values are kept as plain JSON,
and who acts, in a word."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from kith.access.actor import Actor
from kith.directory.models import Activity, Organisation, Place, Source, Times
from kith.directory.reading.entry import OrganisationDetails, PlaceDetails, Slot
from kith.directory.reading.finish import id_from
from kith.directory.search.places import points_of_postcodes


def organisations_for(
    details: Iterable[OrganisationDetails], source: Source | None
) -> dict[OrganisationDetails, Organisation]:
    """One row for each organisation of a source; what the source now says of it is taken over. Where entries say
    different things of one, the first that says most counts."""
    told = list(details)
    wanted: dict[str, OrganisationDetails] = {}
    for one in told:
        known = wanted.setdefault(_organisation_id(one), one)
        if (bool(one.about), bool(one.url)) > (bool(known.about), bool(known.url)):
            wanted[_organisation_id(one)] = one
    held = {row.external_id: row for row in Organisation.objects.filter(source=source, external_id__in=wanted)}
    changed = [row for key, row in held.items() if _take_over(row, wanted[key])]
    Organisation.objects.bulk_update(changed, ["name", "about", "url"])
    new = [
        Organisation(source=source, external_id=key, name=one.name, about=one.about, url=one.url)
        for key, one in wanted.items()
        if key not in held
    ]
    held |= {row.external_id: row for row in Organisation.objects.bulk_create(new)}
    return {one: held[_organisation_id(one)] for one in told}


def _organisation_id(details: OrganisationDetails) -> str:
    return details.external_id or id_from("organisation " + details.name.casefold())


def _take_over(row: Organisation, details: OrganisationDetails) -> bool:
    new = {"name": details.name, "about": details.about or row.about, "url": details.url or row.url}
    changed = any(getattr(row, key) != value for key, value in new.items())
    for key, value in new.items():
        setattr(row, key, value)
    return changed


def places_for(details: Iterable[PlaceDetails]) -> dict[PlaceDetails, Place]:
    """One row for each place. A place with only a postcode gets the middle of it, where we know that."""
    wanted = {_place_key(one): one for one in details}
    held = {row.key: row for row in Place.objects.filter(key__in=wanted)}
    new = [one for key, one in wanted.items() if key not in held]
    points = points_of_postcodes({one.postcode for one in new if one.postcode and one.latitude is None})
    Place.objects.bulk_create([_new_place(one, points) for one in new], ignore_conflicts=True)
    held |= {row.key: row for row in Place.objects.filter(key__in=[_place_key(one) for one in new])}
    return {one: held[key] for key, one in wanted.items()}


def _place_key(details: PlaceDetails) -> str:
    parts = (details.name, details.address, details.postcode, details.latitude, details.longitude)
    return sha256("\x1f".join(str(part).casefold() for part in parts).encode()).hexdigest()


def _new_place(details: PlaceDetails, points: dict[str, tuple[float, float]]) -> Place:
    point = (details.latitude, details.longitude)
    if details.latitude is None:
        point = points.get(details.postcode, (None, None))
    return Place(
        name=details.name,
        address=details.address,
        postcode=details.postcode,
        latitude=point[0],
        longitude=point[1],
        key=_place_key(details),
    )


def as_json(value: object) -> object:
    """A field's value as plain JSON, for an overlay."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, OrganisationDetails | Organisation):
        return value.name
    if isinstance(value, PlaceDetails | Place):
        return {key: getattr(value, key) for key in ("name", "address", "postcode", "latitude", "longitude")}
    if isinstance(value, tuple | list):
        return [one.as_json() if isinstance(one, Slot) else one for one in value]
    return value


def slots_of(activity: Activity) -> list[dict]:
    """The times in force, as plain JSON."""
    return [Slot.of(row).as_json() for row in activity.times.all()]


def times_rows(activity: Activity, slots: Iterable[Slot]) -> list[Times]:
    """Unsaved rows for these slots."""
    return [
        Times(
            activity=activity,
            weekday=slot.weekday,
            starts=slot.starts,
            ends=slot.ends,
            frequency=slot.frequency,
            week_of_month=slot.week_of_month,
            words=slot.words[:300],
            valid_from=slot.valid_from,
            valid_until=slot.valid_until,
            not_on=[day.isoformat() for day in slot.not_on],
            term_times_only=slot.term_times_only,
        )
        for slot in slots
    ]


def role_word(by: Actor) -> str:
    """As which role somebody acts, in a word: what is kept of who checked a listing."""
    return by.ties[0].role.value.replace("_", " ") if by.ties else ""
