"""A listing as Open Referral UK 3.0 wants it (the profile HSDS-UK-3.0).

What has no field there stands in an extra one, `kith`, so that another Kith loses nothing; others pass over it.
Left out on purpose: who checked a listing and how, local edits beside their source, and what nobody has looked at yet.
"""

import json

from kith.directory.models import Activity, OpenListing, Place

from . import ids, schedules, taxonomies
from .plain import (
    address_of,
    description_of,
    email_address,
    host_of,
    moment,
    phone_of,
    pounds,
    web_address,
    without_blanks,
)

WRITTEN_AS = "5"  # raise it when the same listing would now be written or found differently, as by other stems
COUNTRY = "GB"
ITSELF = "A group that runs this by itself."


def brief(listing: OpenListing, activity: Activity) -> str:
    """What stands in lists, as JSON: what a listing says of itself, and who runs it."""
    return json.dumps(without_blanks(_of_itself(listing, activity)), ensure_ascii=False, separators=(",", ":"))


def minimal(listing: OpenListing) -> dict:
    """Which listing, and since when it is as it is; with the two fields that no service may be without."""
    told = json.loads(listing.brief)
    return {key: told[key] for key in ("id", "name", "status", "last_modified")}


def service(listing: OpenListing) -> dict:
    """All of it, with everything that belongs to it inside."""
    activity = listing.activity
    told = _of_itself(listing, activity) | {
        "schedules": schedules.of(activity, str(listing.open_id)),
        "cost_options": _costs(listing, activity),
        "contacts": _contacts(listing, activity),
        "phones": _phones(listing, activity),
        "service_at_locations": _places(listing, activity),
        "attributes": _attributes(listing, activity),
        "kith": _of_ours(activity),
    }
    return without_blanks(told)


def _of_itself(listing: OpenListing, activity: Activity) -> dict:
    return {
        "id": str(listing.open_id),
        "organization_id": str(listing.run_by),
        "name": activity.name,
        "description": description_of(activity),
        "url": web_address(activity.url),
        "email": email_address(activity.email),
        "status": "active",
        "fees": activity.cost_words,
        "application_process": _how_to_join(activity),
        "assured_date": activity.last_checked_on.isoformat() if activity.last_checked_on else "",
        "last_modified": moment(listing.modified),
        "organization": organisation(listing, activity),
    }


def _how_to_join(activity: Activity) -> str:
    """Until when a name is put down, and what the form asks."""
    by = f"Put your name down by {activity.apply_by:%-d %B %Y}." if activity.apply_by else ""
    return "\n".join(filter(None, (by, activity.form_asks)))


def organisation(listing: OpenListing, activity: Activity) -> dict:
    """Who runs it. The standard wants a description of everybody; where there is none, it is said who they are."""
    runs = activity.organisation
    if runs is None:
        return {"id": str(listing.run_by), "name": activity.name, "description": ITSELF}
    described = {"description": runs.about or f"{runs.name} runs things to do.", "website": web_address(runs.url)}
    return without_blanks({"id": str(listing.run_by), "name": runs.name} | described)


def at_location(listing: OpenListing) -> dict:
    """A listing at its place, with both."""
    place = listing.activity.place
    told = _at(listing, place) | {"service": json.loads(listing.brief)}
    return without_blanks(told)


def at_location_in_full(listing: OpenListing) -> dict:
    """The same, with everything that belongs to the listing."""
    return at_location(listing) | {"service": service(listing)}


def without_organisation(listing: OpenListing) -> dict:
    """What stands in lists, for a place that says already who runs it."""
    return {key: value for key, value in json.loads(listing.brief).items() if key != "organization"}


def _places(listing: OpenListing, activity: Activity) -> list[dict]:
    return [_at(listing, activity.place)] if activity.place else []


def _at(listing: OpenListing, place: Place | None) -> dict:
    if place is None:
        return {}
    located = _location(listing, place)
    return {
        "id": str(listing.at_id),
        "service_id": str(listing.open_id),
        "location_id": located["id"],
        "location": located,
    }


def _location(listing: OpenListing, place: Place) -> dict:
    open_id = ids.of_place(place)
    access = listing.activity.access_words
    accessible = {"id": str(ids.made_from("access", listing.open_id)), "description": access}
    return {
        "id": str(open_id),
        "location_type": "physical",
        "name": place.name,
        "description": listing.activity.getting_there,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "addresses": _addresses(place),
        "accessibility": [accessible | {"location_id": str(open_id)}] if access else [],
    }


def _addresses(place: Place) -> list[dict]:
    written = address_of(place)
    if not written:
        return []
    return [
        {
            "id": str(ids.made_from("address", place.key)),
            "location_id": str(ids.of_place(place)),
            "address_1": written["street"],
            "city": written["town"],
            "state_province": written["county"],
            "postal_code": written["postcode"],
            "country": COUNTRY,
            "address_type": "physical",
        }
    ]


def _costs(listing: OpenListing, activity: Activity) -> list[dict]:
    amount = pounds(activity)
    if amount is None:
        return []
    named = {"option": "Free"} if amount == 0 else {"option": "One time", "amount_description": "pounds"}
    return [_part(listing, "cost") | named | {"amount": amount}]


def _contacts(listing: OpenListing, activity: Activity) -> list[dict]:
    host = host_of(activity)
    return [_part(listing, "contact") | {"name": host}] if host else []


def _phones(listing: OpenListing, activity: Activity) -> list[dict]:
    number = phone_of(activity)
    return [_part(listing, "phone") | {"number": number}] if number else []


def _part(listing: OpenListing, what: str) -> dict:
    return {"id": str(ids.made_from(what, listing.open_id)), "service_id": str(listing.open_id)}


def _attributes(listing: OpenListing, activity: Activity) -> list[dict]:
    own = str(listing.open_id)
    return [
        {
            "id": str(ids.made_from("attribute", own, named.open_id)),
            "link_id": own,
            "link_type": "service",
            "taxonomy_term_id": str(named.open_id),
            "taxonomy_term": term(named),
        }
        for named in taxonomies.terms_of(activity)
    ]


def term(named: taxonomies.Named) -> dict:
    """A term. The standard wants a description of every one; ours say which set they belong to."""
    told = {
        "id": str(named.open_id),
        "name": named.name,
        "description": f"{named.name} ({named.taxonomy.name})",
        "taxonomy": named.taxonomy.name,
        "taxonomy_id": str(named.taxonomy.open_id),
        "term_uri": named.uri,
    }
    return without_blanks(told)


def taxonomy(found: taxonomies.Taxonomy) -> dict:
    told = {"id": str(found.open_id), "name": found.name, "description": found.description, "uri": found.uri}
    return without_blanks(told)


def _of_ours(activity: Activity) -> dict:
    """What the standard has no field for."""
    place = activity.place
    return {
        "kind": activity.kind,
        "audience": activity.audience,
        "summary": activity.summary,
        "is_short": not activity.long_text,
        "is_free": activity.is_free,
        "price_pence": activity.price_pence,
        "needs_funding": activity.needs_funding,
        "taster": activity.taster,
        "host_name": host_of(activity),
        "access_words": activity.access_words,
        "getting_there": activity.getting_there,
        "what_to_expect": activity.what_to_expect,
        "form_asks": activity.form_asks,
        "kit_words": activity.kit_words,
        "travel_words": activity.travel_words,
        "setting": activity.setting,
        "on_date": activity.on_date.isoformat() if activity.on_date else "",
        "apply_by": activity.apply_by.isoformat() if activity.apply_by else "",
        "runs_itself": activity.organisation is None,
        "address": place.address if place else "",
        "postcode": place.postcode if place else "",
        "times": [schedules.as_kept(row) for row in activity.times.all()],
    }
