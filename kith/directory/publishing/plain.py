"""Small things that every open format shares: nothing empty, only addresses that are ones, moments with a zone."""

import re
from datetime import UTC, datetime

from django.conf import settings
from django.utils.encoding import iri_to_uri

from kith.directory.models import Activity, Place

ADDRESS = re.compile(r"https?://[A-Za-z0-9.\-\[\]:_~@]+(?:[/?#][A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]*)?")
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
MOBILE = re.compile(r"(?<!\d)(?:(?:\+|00)\s?44[\s(0).-]*|0)\s?7(?:[\s().-]*\d){5}")
EMPTY: tuple[object, ...] = (None, "", [], {})


def without_blanks(value):
    """The same without anything that has no value, at any depth."""
    if isinstance(value, dict):
        kept = {key: without_blanks(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each not in EMPTY}
    if isinstance(value, list):
        return [each for each in map(without_blanks, value) if each not in EMPTY]
    return value


def web_address(written: str) -> str:
    """The address as a URI, or "" where it is none."""
    address = iri_to_uri(written)
    return address if ADDRESS.fullmatch(address) else ""


def email_address(written: str) -> str:
    """The address, or "" where it is none."""
    return written if EMAIL.fullmatch(written) else ""


def moment(modified: int) -> str:
    """Milliseconds as a moment, such as 2026-11-26T09:00:00.000Z."""
    return datetime.fromtimestamp(modified / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(when: datetime) -> int:
    """The other way round."""
    return round(when.timestamp() * 1000)


def description_of(activity: Activity) -> str:
    """All it says of itself, as plain text."""
    return activity.long_text or activity.summary


def host_of(activity: Activity) -> str:
    """Who says hello, where anybody may know that name."""
    return activity.host_name if activity.contact_is_public else ""


def phone_of(activity: Activity) -> str:
    """The number. A mobile is often somebody's own: it is given out only where that was said to be right."""
    return activity.phone if activity.contact_is_public or not _is_mobile(activity.phone) else ""


def _is_mobile(number: str) -> bool:
    """Whether any number in it begins as mobiles do: 07, +447 or 00447."""
    return bool(MOBILE.search(number))


def pounds(activity: Activity) -> float | None:
    """What one time costs, in pounds; None where nobody knows."""
    if activity.is_free or activity.price_pence == 0:
        return 0
    return activity.price_pence / 100 if activity.price_pence else None


def address_of(place: Place) -> dict[str, str]:
    """Street, town, county and postcode of a place, where all four can be told: {} otherwise.

    A place keeps its address as people write it, such as “1 Mill Lane, Calderford”. The last part is the county; of
    two parts the last is the town, and stands for the county too, as the standards want one."""
    parts = [part.strip() for part in place.address.replace("\n", ",").split(",") if part.strip()]
    if len(parts) == 1 and place.name:
        parts.insert(0, place.name)
    if len(parts) < 2 or not place.postcode:
        return {}
    town, county = (parts[1], parts[1]) if len(parts) == 2 else (parts[-2], parts[-1])
    street = ", ".join(parts[: max(1, len(parts) - 2)])
    return {"street": street, "town": town, "county": county, "postcode": place.postcode}


def here(path: str) -> str:
    """The whole address of a page of this Kith."""
    return settings.PUBLIC_URL.rstrip("/") + path
