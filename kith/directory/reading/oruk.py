"""Open Referral UK: the flat list of version 1 and the nested services of 3.0, to entries.

Field names follow the HSDS-UK 3.0 profile; version 1's own (`fees`, `deliverable_type`, `pc_…`) are read too.
"""

import math
import re
from datetime import date

from kith.access import clock

from . import ours
from .contact import clock_of, cost_of, day_of, email_of, phone_of, postcode_told, sensible_day_of, url_of
from .entry import BadEntry, Entry, OrganisationDetails, PlaceDetails, Slot
from .finish import finished, name_of
from .points import point_told
from .setting import setting_told
from .text import one_line, plain_text

STATUSES = {"active": "live", "inactive": "closed", "defunct": "closed", "temporarily closed": "closed"}
DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
BYDAY = re.compile(r"(-?\d)?(MO|TU|WE|TH|FR|SA|SU)")
MOST_AUDIENCES = 6  # a list that ticks everything says nothing
SPECIALIST = re.compile(
    r"\b(?:support group|peer support|dementia|carers?|autism|mental health|disab|bereave|"
    r"stroke|addiction|recovery)",
    re.I,
)


def entry_of(service: object) -> Entry:
    """One service, or `BadEntry` with the reason."""
    if not isinstance(service, dict):
        raise BadEntry("It is not a service.")
    name = name_of(service.get("name"))
    place, noticed = _place(service)
    checked, doubt = _checked(_text(service, "assured_date"))
    fields: dict = {
        "name": name,
        "url": url_of(_text(service, "url")),
        "email": email_of(_text(service, "email")) or _first(_contacts(service), "email", email_of),
        "phone": _phone(service),
        "host_name": "",
        "status": STATUSES.get(_text(service, "status").casefold(), "live"),
        "categories": _categories(service),
        "access_words": _access(service),
        "what_to_expect": _expect(service),
        "audience": "specialist" if SPECIALIST.search(name) else "unknown",
    }
    entry = finished(
        external_id=_text(service, "id"),
        fields=fields | checked | _setting(service) | _cost(service) | ours.fields_in(service),
        record=service,
        description=_text(service, "description"),
        organisation=_organisation(service.get("organization")),
        place=ours.place_in(service, place),
        times=ours.times_in(service, _times),
        noticed=tuple(filter(None, (*noticed, doubt))),
    )
    return ours.completed(entry, service)


def _checked(written: str) -> tuple[dict, str]:
    """A day that is still to come, or lies before anybody kept such lists, was not the day of a check."""
    day = day_of(written)
    if day is None or (sensible_day_of(written) and day <= clock.today()):
        return {"last_checked_on": day, "last_checked_how": "checked by its source" if day else ""}, ""
    told = f"It says that it was checked on {written[:10]}, which cannot be."
    return {"last_checked_on": None, "last_checked_how": ""}, told


def _text(holder: dict, key: str) -> str:
    value = holder.get(key)
    return (
        value.strip()
        if isinstance(value, str)
        else ("" if value is None or isinstance(value, (dict, list)) else str(value))
    )


def _rows(holder: object, key: str) -> list[dict]:
    rows = holder.get(key) if isinstance(holder, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _contacts(service: dict) -> list[dict]:
    at_locations = [contact for row in _rows(service, "service_at_locations") for contact in _rows(row, "contacts")]
    return [*_rows(service, "contacts"), *at_locations]


def _phone(service: dict) -> str:
    phones = [*_rows(service, "phones")]
    phones += [phone for contact in _contacts(service) for phone in _rows(contact, "phones")]
    for row in _rows(service, "service_at_locations"):
        phones += [*_rows(row, "phones"), *_rows(row.get("location"), "phones")]
    return _first(phones, "number", phone_of)


def _first(rows: list[dict], key: str, clean) -> str:
    return next((found for row in rows if (found := clean(_text(row, key)))), "")


def _categories(service: dict) -> list[str]:
    words = [
        _text(row.get("taxonomy_term") or {}, "name")
        for row in _rows(service, "attributes")
        if isinstance(row.get("taxonomy_term"), dict) and not ours.is_of_a_set_of_ours(row["taxonomy_term"])
    ]
    words += [_text(service, "deliverable_type"), _text(service, "attending_type")]
    return list(dict.fromkeys(one_line(word, 100) for word in words if word))[:30]


def _access(service: dict) -> str:
    described = [
        _text(row, "description") or _text(row, "accessibility")
        for at in _rows(service, "service_at_locations")
        for row in _rows(at.get("location"), "accessibility")
    ]
    kinds = dict.fromkeys(
        one_line(_text(row, "audienceType").split(">")[-1], 60) for row in _rows(service, "pc_targetAudience")
    )
    if 0 < len(kinds) <= MOST_AUDIENCES:
        described.append("For: " + ", ".join(kind for kind in kinds if kind))
    return "\n".join(dict.fromkeys(plain_text(words) for words in described if words))


def _expect(service: dict) -> str:
    parts = [
        _text(service, key)
        for key in ("attending_access", "pc_attendingAccess_additionalInfo", "application_process", "alert")
    ]
    return "\n".join(plain_text(part) for part in parts if part)


def _setting(service: dict) -> dict:
    """As it says of itself, of its times, or of where it is: version 1 and 3.0 each have their own place for it."""
    places = [at.get("location") for at in _rows(service, "service_at_locations")]
    locations = [_text(place, "location_type") for place in places if isinstance(place, dict)]
    ways = [_text(row, "attending_type") for row in _rows(service, "schedules")]
    return {"setting": setting_told(_text(service, "attending_type"), *ways, *locations)}


def _cost(service: dict) -> dict:
    words = plain_text(_text(service, "fees_description") or _text(service, "fees"))
    options = [
        row
        for row in _rows(service, "cost_options")
        if isinstance(row.get("amount"), (int, float)) and not isinstance(row.get("amount"), bool)
    ]
    amounts = {row["amount"] for row in options if math.isfinite(row["amount"]) and 0 <= row["amount"] < 100_000}
    described = [
        " ".join(
            part
            for part in (
                one_line(_text(row, "option")),
                f"£{row['amount']:g}",
                one_line(_text(row, "amount_description")),
            )
            if part
        )
        for row in options
    ]
    cost = cost_of(words)
    if len(amounts) == 1 and len(options) == 1:
        pence = round(amounts.pop() * 100)
        cost |= {"price_pence": pence, "is_free": pence == 0}
    return cost | {"cost_words": "\n".join(part for part in (words, *described) if part)}


def _organisation(written: object) -> OrganisationDetails | None:
    if not isinstance(written, dict):
        return None
    url = url_of(_text(written, "website") or _text(written, "url"))
    return OrganisationDetails(
        one_line(written.get("name")),
        plain_text(written.get("description")),
        url,
        one_line(_text(written, "id"), 200),
    )


def _place(service: dict) -> tuple[PlaceDetails | None, tuple[str, ...]]:
    """The first physical location; numbers off the globe are left out. What was odd about it is told."""
    for at in _rows(service, "service_at_locations"):
        location = at.get("location")
        if not isinstance(location, dict) or _text(location, "location_type") == "virtual":
            continue
        address = next(iter(_rows(location, "addresses")), {})
        parts = [_text(address, key) for key in ("address_1", "address_2", "city", "state_province")]
        written = ", ".join(dict.fromkeys(one_line(part) for part in parts if part))
        point, doubt = point_told(location.get("latitude"), location.get("longitude"))
        postcode, doubted = postcode_told(_text(address, "postal_code"))
        return PlaceDetails(one_line(location.get("name")), written, postcode, *point), (doubt, doubted)
    return None, ()


def _times(service: dict) -> tuple[Slot, ...]:
    schedules = _rows(service, "schedules") or [
        row for at in _rows(service, "service_at_locations") for row in _rows(at, "schedules")
    ]
    return tuple(dict.fromkeys(slot for schedule in schedules for slot in _slots(schedule)))[:60]


def _slots(schedule: dict) -> list[Slot]:
    starts, ends = clock_of(_text(schedule, "opens_at")), clock_of(_text(schedule, "closes_at"))
    monthly = _text(schedule, "freq").upper() == "MONTHLY"
    fortnightly = _text(schedule, "interval") == "2" and not monthly
    frequency = "monthly" if monthly else ("fortnightly" if fortnightly else "weekly")
    words = one_line(schedule.get("description"))
    days = BYDAY.findall(_text(schedule, "byday").upper())
    span = _span(schedule)
    return [
        Slot(DAYS[day], starts, ends, frequency, int(week) if week and monthly else None, words, *span)
        for week, day in days
    ]


def _span(schedule: dict) -> tuple[date | None, date | None]:
    """Its first day and its last, where they are told. A first day after the last is a slip of the pen: neither."""
    first = sensible_day_of(_text(schedule, "valid_from")) or sensible_day_of(_text(schedule, "dtstart"))
    last = sensible_day_of(_text(schedule, "valid_to")) or sensible_day_of(_text(schedule, "until"))
    return (None, None) if first and last and last < first else (first, last)
