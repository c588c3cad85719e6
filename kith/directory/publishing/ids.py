"""The UUIDs by which other programs know things: the source's own where it has one, else made from what it is."""

from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID, uuid5

from kith.directory.models import Activity, Place
from kith.directory.reading.finish import OURS


def made_from(*parts: object) -> UUID:
    """Version 5: the same for the same parts, here and in every other install."""
    return uuid5(OURS, "\x1f".join(str(part) for part in parts))


def own_id(written: str) -> UUID | None:
    """The UUID that a source wrote, if it is one."""
    try:
        return UUID(written) if len(written) == 36 else None
    except ValueError:
        return None


def of_service(activity: Activity) -> UUID:
    """Of a listing, as far as the listing alone can tell: two sources may use one UUID."""
    return own_id(activity.external_id) or made_of_service(activity)


def made_of_service(activity: Activity) -> UUID:
    """The same, never the source's own."""
    source = activity.source.name if activity.source else ""
    return made_from("service", source, activity.known_as)


def of_organisation(activity: Activity, open_id: UUID) -> UUID:
    """Of whoever runs a listing; a listing without an organisation is run by a group of its own."""
    if activity.organisation is None:
        return made_from("runs itself", open_id)
    organisation = activity.organisation
    source = organisation.source.name if organisation.source else ""
    return own_id(organisation.external_id) or _made_of_organisation(source, organisation.external_id)


@lru_cache(maxsize=2000)
def _made_of_organisation(source: str, external_id: str) -> UUID:
    """Kept at hand: whoever runs one listing runs others."""
    return made_from("organisation", source, external_id)


def of_place(place: Place) -> UUID:
    return made_from("place", place.key)


def of_session(open_id: UUID, starts: datetime) -> UUID:
    """Of one time at which a series is on."""
    return made_from("session", open_id, starts.astimezone(UTC).isoformat())
