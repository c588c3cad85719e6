"""Invented pages of OpenActive's feeds, and a feed that answers as the standard says."""

import json

from .served import Served

CONTEXT = "https://openactive.io/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
FOOTBALL = "https://openactive.io/activity-list#0a5f732d-e806-4e51-ad40-0a7de0239c8c"
HALL = {
    "@type": "Place",
    "name": "Mill Hall",
    "address": {"streetAddress": "1 Mill Lane", "addressLocality": "Calderford", "postalCode": ""},
    "geo": {"@type": "GeoCoordinates", "latitude": 53.72, "longitude": -1.94},
}


def series(number: int = 1, **changes) -> dict:
    """One invented session series."""
    return {
        "@context": CONTEXT,
        "@type": "SessionSeries",
        "@id": f"https://calder.example/series/{number}",
        "name": f"Calder football {number}",
        "description": "<p>We play, and nobody minds how well.</p>",
        "url": f"https://calder.example/football/{number}",
        "activity": [{"@type": "Concept", "@id": FOOTBALL, "prefLabel": "Football"}],
        "organizer": {"@type": "Organization", "@id": "https://calder.example/#us", "name": "Calder Play"},
        "location": HALL,
        "offers": [{"@type": "Offer", "name": "Adult", "price": 3.5, "priceCurrency": "GBP"}],
        "eventSchedule": [{"byDay": ["https://schema.org/Tuesday"], "startTime": "18:30", "endTime": "20:00"}],
    } | changes


def session(number: int, of: int = 1, **changes) -> dict:
    """One time of a series."""
    return {
        "@type": "ScheduledSession",
        "@id": f"https://calder.example/sessions/{number}",
        "superEvent": f"https://calder.example/series/{of}",
        "startDate": "2026-12-01T10:00:00Z",
        "duration": "PT1H30M",
    } | changes


def item(key: object, data: dict | None, modified: object = 1, kind: str = "") -> dict:
    """As a feed tells of it; without data it is deleted."""
    told = {"kind": kind or (data or {}).get("@type", "SessionSeries"), "id": key, "modified": modified}
    return told | ({"state": "updated", "data": data} if data else {"state": "deleted"})


def page(items: list, following: str = "https://calder.example/feed?after=9") -> dict:
    return {"next": following, "items": items, "license": LICENCE}


def whole(*items: dict) -> list[dict]:
    """A feed to its end: everything in one page, and the empty one after it."""
    return [page(list(items)), page([])]


def serve_feed(served: Served, path: str, items: list[dict], per_page: int = 3) -> str:
    """Answers as the standard says, and gives its address."""
    inside = served.address + path
    in_order = sorted(items, key=lambda each: (each["modified"], str(each["id"])))

    def answer(query: dict[str, str]):
        last = (int(query["afterTimestamp"]), query["afterId"]) if "afterId" in query else (-1, "")
        later = [each for each in in_order if (each["modified"], str(each["id"])) > last][:per_page]
        seen = (later[-1]["modified"], later[-1]["id"]) if later else last
        following = f"{inside}?afterTimestamp={seen[0]}&afterId={seen[1]}" if seen[1] else inside
        return 200, json.dumps(page(later, following)).encode(), {}

    served.says[path] = answer
    return inside
