"""A listing as a SessionSeries of OpenActive, and its times as ScheduledSessions (Modelling Opportunity Data 2.0).

Given out is what is on OpenActive's list and can be told in full: a regular day and time, a place that can be found,
and what one time costs. A choir or a chess club is never there, and nothing is made up to get something in.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from kith.directory.models import Activity, Frequency, OpenListing, OpenSession, Place, Times
from kith.directory.occurrences import CODES

from . import ids
from .plain import address_of, description_of, here, pounds, web_address, without_blanks
from .taxonomies import LIST, OpenActivity, open_activity

CONTEXT = "https://openactive.io/"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERY = {Frequency.WEEKLY: "P1W", Frequency.FORTNIGHTLY: "P2W", Frequency.MONTHLY: "P1M"}


def is_series(activity: Activity) -> bool:
    """Whether it belongs in the feed now."""
    return (
        activity.is_given_out
        and activity.on_date is None
        and pounds(activity) is not None
        and _can_be_found(activity.place)
        and any(_is_regular(row) for row in activity.times.all())
        and open_activity(activity) is not None
    )


def _can_be_found(place: Place | None) -> bool:
    return place is not None and bool(_name_of(place)) and bool(place.point or address_of(place))


def _name_of(place: Place) -> str:
    return place.name or place.address.split(",")[0].strip() or place.postcode


def _is_regular(row: Times) -> bool:
    return row.weekday is not None and row.starts is not None


def series(listing: OpenListing) -> dict | None:
    """The series of a listing, or None where it is none any more."""
    activity = listing.activity
    physical = open_activity(activity)
    if physical is None or activity.place is None:
        return None
    told = {
        "@context": CONTEXT,
        "@type": "SessionSeries",
        "@id": series_id(listing),
        "identifier": str(listing.open_id),
        "name": activity.name,
        "description": description_of(activity),
        "url": _page_of(listing),
        "activity": [_concept(physical)],
        "organizer": _organizer(listing),
        "location": _location(activity.place),
        "eventSchedule": [_schedule(row) for row in activity.times.all() if _is_regular(row)],
    }
    return without_blanks(told) | {"offers": [_offer(listing)]}


def session(held: OpenSession) -> dict:
    """One time, which hangs from its series."""
    listing, ends = held.listing, held.ends
    told = {
        "@context": CONTEXT,
        "@type": "ScheduledSession",
        "@id": here(f"/open/openactive/scheduled-sessions#{held.open_id}"),
        "identifier": str(held.open_id),
        "superEvent": series_id(listing),
        "startDate": _local(held.starts),
        "endDate": _local(ends) if ends else "",
        "duration": _lasts(ends - held.starts) if ends else "",
        "eventStatus": "https://schema.org/EventScheduled",
    }
    return without_blanks(told)


def series_id(listing: OpenListing) -> str:
    return here(f"/open/openactive/session-series#{listing.open_id}")


def _page_of(listing: OpenListing) -> str:
    """Its own page, or what we give out of it."""
    return web_address(listing.activity.url) or here(f"/open/oruk/services/{listing.open_id}")


def _concept(physical: OpenActivity) -> dict:
    return {"@type": "Concept", "@id": physical.uri, "prefLabel": physical.label, "inScheme": LIST}


def _organizer(listing: OpenListing) -> dict:
    runs, address = listing.activity.organisation, here(f"/open/oruk/organizations/{listing.run_by}")
    url = web_address(runs.url) if runs else ""
    name = runs.name if runs else listing.activity.name
    return {"@type": "Organization", "@id": address, "name": name, "url": url or address}


def _location(place: Place) -> dict:
    told: dict = {"@type": "Place", "@id": here(f"/open/oruk/locations#{ids.of_place(place)}"), "name": _name_of(place)}
    if written := address_of(place):
        told["address"] = {
            "@type": "PostalAddress",
            "streetAddress": written["street"],
            "addressLocality": written["town"],
            "addressRegion": written["county"],
            "postalCode": written["postcode"],
            "addressCountry": "GB",
        }
    if place.point:
        told["geo"] = {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
    return told


def _offer(listing: OpenListing) -> dict:
    price = pounds(listing.activity)
    return {
        "@type": "Offer",
        "@id": f"{series_id(listing)}-one-time",
        "name": "One time" if price else "Free",
        "price": price,
        "priceCurrency": "GBP",
        "url": _page_of(listing),
    }


def _schedule(row: Times) -> dict:
    week = row.week_of_month if row.frequency == Frequency.MONTHLY else None
    weekday = row.weekday or 0  # whoever has none is not regular, and never comes here
    day = f"{week}{CODES[weekday]}" if week else f"https://schema.org/{DAYS[weekday]}"
    return {
        "@type": "PartialSchedule",
        "startTime": f"{row.starts:%H:%M}",
        "endTime": f"{row.ends:%H:%M}" if row.ends else "",
        "startDate": row.valid_from.isoformat() if row.valid_from else "",
        "endDate": row.valid_until.isoformat() if row.valid_until else "",
        "byDay": [day],
        "repeatFrequency": EVERY[Frequency(row.frequency)],
        "scheduleTimezone": settings.TIME_ZONE,
    }


def _local(when: datetime) -> str:
    return timezone.localtime(when).isoformat(timespec="seconds")


def _lasts(length: timedelta) -> str:
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
