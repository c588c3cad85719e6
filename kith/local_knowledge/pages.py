"""What the pages of one listing have in common."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse

from kith.access import clock
from kith.design.pages import go_to, way_back
from kith.directory import queries as directory
from kith.directory.last_bus import Buses
from kith.directory.waiting import Waiting, said_of, silent_words

from . import buses, listings, queries
from .cautions import doubts_told
from .freshness import freshness, warning
from .warmth import full_words

HOWS = (("rang them", "I rang them"), ("went there", "I went"), ("saw their page", "I saw their page"))


def found_or_nothing(public_id: str):
    """The listing, whatever its status."""
    found = directory.activity(public_id)
    if found is None:
        raise Http404
    return found


def go_on(request: HttpRequest, activity) -> HttpResponse:
    """Back to where they came from, or to the listing."""
    return go_to(request, way_back(request, f"/community/{activity.public_id}/"))


def about(
    activity,
    miles: float | None = None,
    last_buses: Buses | None = None,
    said: list[Waiting] | None = None,
    full: Iterable[str] = (),
) -> dict:
    """What anybody may read of it, wherever it is shown in full. `last_buses`, and `said` of it what nobody has looked
    at yet: where they are at hand already. `full`: that it has no room."""
    said = said_of([activity]).get(activity.pk, []) if said is None else said
    last = directory.last_buses([activity]).get(activity.pk, {}) if last_buses is None else last_buses
    return {
        "activity": activity,
        "icon": listings.icon_of(activity),
        "facts": listings.facts_of(activity, miles, buses.bus_words(last)),
        "missed": [*full, *doubts_told(said), *buses.missed_buses(activity, last)],
        "said": said,
        "web": listings.web_address(activity),
        "web_words": listings.web_words(activity.url),
        "freshness": freshness(activity),
        "warning": warning(activity),
        "over": listings.over_words(activity),
        "unsure": directory.unsure_about(activity),
    }


def in_full(activity, miles: float | None = None) -> dict:
    """The same with its photograph, whether its website is silent, and whether it has room: three looks more."""
    full = queries.full_now(activity)
    more = {"photo": directory.leaflet_of(activity, clock.today()), "silent": silent_words(activity)}
    return about(activity, miles, full=[full_words(full.opens_on)] if full else []) | more | {"full": full}
