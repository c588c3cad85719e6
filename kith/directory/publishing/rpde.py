"""The two feeds of OpenActive, as Realtime Paged Data Exchange 1.0 has them: by `modified`, then by id.

Whoever has read to the end asks again from the last thing they saw, and gets what has changed since. What has left
is told as deleted. Pages are never counted off by number, so nothing is missed while the directory changes.
"""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import urlencode

from kith.access import clock
from kith.design import looks
from kith.directory.models import OpenListing, OpenSession

from . import openactive
from .answers import given_out, written
from .asked import BadQuestion, uuid_of
from .credits import sources_given_out
from .dataset import LICENCE, as_script, feeds

PER_PAGE = 500
MEDIA_TYPE = "application/vnd.openactive.rpde+json; version=1"
AN_HOUR, SHORTLY = "public, max-age=3600", "public, max-age=8"
LARGEST = 2**63 - 1
TAKES = ("afterTimestamp", "afterId")


@given_out
def session_series(request: HttpRequest) -> HttpResponse:
    """What goes on regularly and is physical."""
    listings = OpenListing.objects.filter(was_series=True)
    listings = listings.select_related("activity__organisation", "activity__place").prefetch_related("activity__times")
    return _feed(request, listings, "SessionSeries", _series_of)


def _series_of(listing: OpenListing) -> dict | None:
    is_on = listing.is_series and listing.is_open
    return openactive.series(listing) if is_on else None


@given_out
def scheduled_sessions(request: HttpRequest) -> HttpResponse:
    """The single times of the same, some weeks ahead."""
    held = OpenSession.objects.select_related("listing")
    return _feed(request, held, "ScheduledSession", lambda each: None if each.is_gone else openactive.session(each))


def _feed(request: HttpRequest, rows: QuerySet, kind: str, data_of: Callable) -> HttpResponse:
    page = list(_after(request, rows).order_by("modified", "open_id")[:PER_PAGE])
    items = [_item(row, kind, data_of(row)) for row in page]
    seen = {"afterTimestamp": page[-1].modified, "afterId": str(page[-1].open_id)} if page else {}
    own = request.build_absolute_uri(request.path)
    following = f"{own}?{urlencode(seen)}" if seen else request.build_absolute_uri()
    body = written({"next": following, "items": items, "license": LICENCE})
    response = HttpResponse(body, content_type=MEDIA_TYPE)
    # What has changed since is told again after it, so a page with something on it may be kept; the end may not.
    response["Cache-Control"] = AN_HOUR if page else SHORTLY
    return response


def _item(row: OpenListing | OpenSession, kind: str, data: dict | None) -> dict:
    item = {"state": "updated" if data else "deleted", "kind": kind, "id": str(row.open_id), "modified": row.modified}
    return item | {"data": data} if data else item


def _after(request: HttpRequest, rows: QuerySet) -> QuerySet:
    """Without anything asked, from the beginning of time."""
    written_time, written_id = request.GET.get("afterTimestamp"), request.GET.get("afterId")
    if written_time is None:
        if written_id is not None:
            raise BadQuestion("afterId needs afterTimestamp beside it.")
        return rows
    time = _time(written_time)
    later = Q(modified__gt=time)
    return rows.filter(later | Q(modified=time, open_id__gt=_id(written_id)) if written_id is not None else later)


def _time(written_time: str) -> int:
    if not (written_time.isascii() and written_time.isdigit()) or int(written_time[:20]) > LARGEST:
        raise BadQuestion("afterTimestamp is a whole number, as it stands in “next”.")
    return int(written_time[:20])


def _id(written_id: str) -> UUID:
    if (found := uuid_of(written_id)) is None:
        raise BadQuestion("afterId is an id, as it stands in “next”.")
    return found


@given_out
def everything(request: HttpRequest) -> HttpResponse:
    """The page for people that says what is given out, under which licence, and how to ask for it."""
    return _open_data(request)


@given_out
def dataset(request: HttpRequest) -> HttpResponse:
    """The page that says what is there, for people and, inside it, for machines."""
    return _open_data(request, data=as_script(clock.today()))


def _open_data(request: HttpRequest, **more) -> HttpResponse:
    context = {
        "look": looks.for_now(request),
        "feeds": feeds(),
        "licence": LICENCE,
        "sources": sources_given_out(),
    } | more
    return HttpResponse(render_to_string("directory/open_data.html", context))
