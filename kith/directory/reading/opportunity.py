"""OpenActive's Modelling Opportunity Data 2.0, to entries: session series, events, courses, and facilities to hire.

What a series takes from what it is part of (its organiser, its words, its activity) is read as its own.
"""

import math

from kith.directory.search.vocabulary import concepts, worked_out_once

from .contact import email_of, phone_of, postcode_told, url_of
from .entry import BadEntry, Entry, OrganisationDetails, PlaceDetails, Slot
from .finish import finished, name_of
from .opportunity_times import Session, times_of
from .oruk import SPECIALIST
from .points import point_told
from .text import one_line, plain_text

LISTED = ("SessionSeries", "Event", "HeadlineEvent", "CourseInstance", "FacilityUse")
ABOVE = ("superEvent", "instanceOfCourse")  # what a thing is a part of
OWN = {"@context", "@id", "id", "@type", "type", "identifier", "url", *ABOVE}
OWN |= {"startDate", "endDate", "duration", "eventSchedule", "subEvent", "eventStatus"}
FOR_WHOM = {"FemaleOnly": "For women and girls.", "MaleOnly": "For men and boys."}
MOST_POUNDS, MOST_OFFERS, MOST_WORDS = 100_000, 30, 30
Prices = frozenset[float]


def type_of(data: dict) -> str:
    """ "SessionSeries" and the like, however it is written; "" where it is not told."""
    told = data.get("@type") or data.get("type")
    told = told[0] if isinstance(told, list) and told else told
    return told.rpartition("/")[2].rpartition(":")[2] if isinstance(told, str) else ""


def address_of(data: object) -> str:
    """The address by which others name it, or ""."""
    told = (data.get("@id") or data.get("id")) if isinstance(data, dict) else data
    return told if isinstance(told, str) else ""


def entry_of(known_as: str, data: dict, sessions: list[Session], of_slots: Prices) -> Entry:
    """One listing, with the times and prices that other items tell of it. `BadEntry` with the reason against it."""
    if type_of(data) not in LISTED:
        raise BadEntry(f"It is a kind of thing that is not read ({one_line(type_of(data), 40) or 'not told'}).")
    whole = _with_what_is_above(data)
    name = name_of(whole.get("name"))
    place, noticed = _place(whole)
    times, on_date = times_of(data, sessions)
    organiser = _organiser(whole)
    fields: dict = {
        "name": name,
        "host_name": "",
        "status": "closed" if _text(data, "eventStatus").endswith("EventCancelled") else "live",
        "categories": _categories(whole),
        "access_words": _access(whole),
        "what_to_expect": _expect(whole),
        "getting_there": plain_text(_text(whole, "meetingPoint")),
        "audience": "specialist" if SPECIALIST.search(name) else "unknown",
        "on_date": on_date,
    }
    return finished(
        external_id=known_as,
        fields=fields | _reached_by(whole, organiser) | _cost(whole, of_slots),
        record=_as_it_came(data, times, of_slots),
        description=_text(whole, "description"),
        organisation=_run_by(organiser),
        place=place,
        times=times,
        noticed=noticed,
    )


def _reached_by(whole: dict, organiser: dict) -> dict[str, str]:
    phones = (_text(each, "telephone") for each in (organiser, _first(whole, "location")))
    return {
        "url": url_of(_text(whole, "url")),
        "email": email_of(_text(organiser, "email")),
        "phone": next(filter(None, map(phone_of, phones)), ""),
    }


def _with_what_is_above(data: dict) -> dict:
    above = next((data[key] for key in ABOVE if isinstance(data.get(key), dict)), None)
    if above is None:
        return data
    given = {key: value for key, value in _with_what_is_above(above).items() if key not in OWN or key == "url"}
    return given | {key: value for key, value in data.items() if value not in (None, "", [])}


def _as_it_came(data: dict, times: tuple[Slot, ...], of_slots: Prices) -> dict:
    """What others tell of it is a part of the record: when that changes, the listing does. A series that tells its own
    times does not change with every session that is added."""
    more: dict = {} if data.get("eventSchedule") else {"times": [slot.as_json() for slot in times]}
    return {"data": data, **more, **({"prices": sorted(of_slots)} if of_slots else {})}


def _text(holder: object, key: str) -> str:
    value = holder.get(key) if isinstance(holder, dict) else None
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).strip()


def _rows(holder: dict, key: str) -> list:
    value = holder.get(key)
    return value if isinstance(value, list) else ([] if value is None else [value])


def _first(holder: dict, key: str) -> dict:
    return next((row for row in _rows(holder, key) if isinstance(row, dict)), {})


def _organiser(whole: dict) -> dict:
    return _first(whole, "organizer") or _first(whole, "provider")


def _run_by(organiser: dict) -> OrganisationDetails | None:
    """A person who runs something by themselves is not kept as an organisation."""
    if not organiser or type_of(organiser) == "Person":
        return None
    name, about = one_line(_text(organiser, "name")), plain_text(_text(organiser, "description"))
    return OrganisationDetails(name, about, url_of(_text(organiser, "url")), one_line(address_of(organiser), 200))


def _place(whole: dict) -> tuple[PlaceDetails | None, tuple[str, ...]]:
    """Where it is, and what was odd about that."""
    location = _first(whole, "location")
    if not location or type_of(location) == "VirtualLocation":
        return None, ()
    told = location.get("address")
    address = told if isinstance(told, dict) else {"streetAddress": told}
    parts = [_text(address, key) for key in ("streetAddress", "addressLocality", "addressRegion")]
    written = ", ".join(dict.fromkeys(part for each in parts if (part := one_line(each).strip(" ,"))))
    geo = _first(location, "geo")
    point, doubt = point_told(geo.get("latitude"), geo.get("longitude"))
    postcode, doubted = postcode_told(_text(address, "postalCode"))
    noticed = tuple(filter(None, (doubt, doubted)))
    return PlaceDetails(one_line(_text(location, "name")), written, postcode, *point), noticed


@worked_out_once
def _ideas() -> dict[str, tuple[str, str]]:
    """By its address in OpenActive's list: what it is called there, and the idea of ours that is the same. Of several
    ideas with one link the first is the widest."""
    found = [(link, (label, each.name)) for each in concepts().values() for label, link in each.openactive]
    return dict(reversed(found))


def _categories(whole: dict) -> list[str]:
    words = [
        word for key in ("activity", "facilityType", "category") for row in _rows(whole, key) for word in _say(row)
    ]
    return list(dict.fromkeys(found for word in words if (found := one_line(word, 100))))[:MOST_WORDS]


def _say(row: object) -> tuple[str, ...]:
    """A concept by its label there, and by our own name for it."""
    if isinstance(row, str):
        return _ideas().get(row, ()) if row.startswith("https://") else (row,)
    label, idea = _ideas().get(address_of(row), ("", ""))
    return _text(row, "prefLabel") or label, idea


def _access(whole: dict) -> str:
    supports = [label for row in _rows(whole, "accessibilitySupport") if (label := one_line(_text(row, "prefLabel")))]
    lines = [f"Support with: {', '.join(supports)}." if supports else ""]
    lines += [plain_text(_text(whole, "accessibilityInformation")), _ages(whole.get("ageRange"))]
    lines.append(FOR_WHOM.get(_text(whole, "genderRestriction").rpartition("/")[2], ""))
    return "\n".join(filter(None, lines))


def _ages(told: object) -> str:
    least, most = (
        (_number(told.get(key)) for key in ("minValue", "maxValue")) if isinstance(told, dict) else (None,) * 2
    )
    if least and most:
        return f"Ages {least:g} to {most:g}."
    return f"From {least:g} years." if least else (f"Up to {most:g} years." if most else "")


def _number(value: object) -> float | None:
    is_one = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if is_one and 0 <= value < MOST_POUNDS else None  # type: ignore[operator,arg-type]  # checked above


def _expect(whole: dict) -> str:
    levels = [
        word for row in _rows(whole, "level") for word in (row if isinstance(row, str) else _text(row, "prefLabel"),)
    ]
    told = [one_line(word, 60) for word in levels[:MOST_WORDS] if word]
    lines = [f"Level: {', '.join(told)}." if told else "", plain_text(_text(whole, "attendeeInstructions"))]
    return "\n".join(filter(None, lines))


def _cost(whole: dict, of_slots: Prices) -> dict:
    """The price of one time only where there is just one. A course costs what it costs in all."""
    offers = [row for row in _rows(whole, "offers")[:MOST_OFFERS] if isinstance(row, dict) and _in_pounds(row)]
    amounts = {price for row in offers if (price := _number(row.get("price"))) is not None} | of_slots
    words = "\n".join(dict.fromkeys(_offer(row) for row in offers))
    if whole.get("isAccessibleForFree") is True or amounts == {0.0}:
        return {"cost_words": words, "is_free": True, "price_pence": 0}
    if len(amounts) != 1 or type_of(whole) == "CourseInstance":
        return {"cost_words": words}
    return {"cost_words": words or _pounds(min(amounts)), "is_free": False, "price_pence": round(min(amounts) * 100)}


def prices_of(data: dict) -> Prices:
    """What a slot or a session asks for."""
    found = [_number(row.get("price")) for row in _rows(data, "offers") if isinstance(row, dict) and _in_pounds(row)]
    return frozenset(price for price in found if price is not None)


def _in_pounds(offer: dict) -> bool:
    return _text(offer, "priceCurrency") in ("GBP", "") and _number(offer.get("price")) is not None


def _offer(row: dict) -> str:
    return f"{one_line(_text(row, 'name'), 100)} {_pounds(_number(row.get('price')) or 0.0)}".strip()


def _pounds(amount: float) -> str:
    return f"£{amount:.2f}".removesuffix(".00")
