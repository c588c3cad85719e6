"""Open Referral UK, to be read by everybody. A listing that has ended is not in the lists, and its own address
answers 404: whoever reads the lists again sees at once that it has gone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from kith.directory.models import OpenListing

from . import finding, oruk
from .answers import answered, given_out, nothing_here, page, written
from .asked import LARGEST_PAGE, USUAL_PAGE, Asked, uuid_of
from .kept import kept
from .plain import here
from .taxonomies import TAXONOMIES, Named

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/"
PAGING = ("page", "per_page", "format")
CHOOSING = ("search", "taxonomy_term_id", "taxonomy_id", "organization_id", "modified_after", "full")
TIMES = ("day", "start_time", "end_time")
OF_SERVICES = (*PAGING, *CHOOSING, "minimal", *TIMES)
OF_PLACES = (*PAGING, *CHOOSING, *TIMES, "postcode", "proximity")
OF_TERMS = (*PAGING, "search", "taxonomy_id", "top_only", "parent_id")
OF_TAXONOMIES = (*PAGING, "search")
OF_ORGANISATIONS = (*PAGING, "search", "full", "full_service")


def _paged(asked: Asked, rows, as_json) -> HttpResponse:
    return page(asked, rows, USUAL_PAGE, LARGEST_PAGE, as_json)


@given_out
def about(request: HttpRequest) -> HttpResponse:
    """Which standard this is, and where it is described."""
    return answered({"version": VERSION, "profile": PROFILE, "openapi_url": here("/open/openapi.json")})


@given_out
def services(request: HttpRequest) -> HttpResponse:
    """What goes on."""
    return kept(request, _services)


def _services(request: HttpRequest) -> HttpResponse:
    asked = Asked.of(request.GET, OF_SERVICES)
    found = finding.services(asked)
    if asked.yes("full"):
        return _paged(asked, finding.in_full(found), lambda rows: [written(oruk.service(row)) for row in rows])
    if asked.yes("minimal"):
        return _paged(asked, found, lambda rows: [written(oruk.minimal(row)) for row in rows])
    return _paged(asked, found, lambda rows: list(rows.values_list("brief", flat=True)))


@given_out
def service(request: HttpRequest, open_id: str) -> HttpResponse:
    """One listing, with everything that belongs to it."""
    listing = _one(open_id, "open_id")
    return nothing_here() if listing is None else answered(oruk.service(listing))


def _one(written_id: str, name: str) -> OpenListing | None:
    open_id = uuid_of(written_id)
    if open_id is None:
        return None
    return finding.in_full(finding.open_listings().filter(**{name: open_id})).first()


@given_out
def at_locations(request: HttpRequest) -> HttpResponse:
    """Where things go on."""
    asked = Asked.of(request.GET, OF_PLACES)
    write = oruk.at_location_in_full if asked.yes("full") else oruk.at_location
    found = finding.in_full(finding.at_places(asked))
    return _paged(asked, found, lambda rows: [written(write(row)) for row in rows])


@given_out
def at_location(request: HttpRequest, open_id: str) -> HttpResponse:
    """One listing at its place."""
    listing = _one(open_id, "at_id")
    is_there = listing is not None and listing.has_place
    return answered(oruk.at_location(listing)) if is_there and listing else nothing_here()


@given_out
def organisations(request: HttpRequest) -> HttpResponse:
    """Who runs what goes on."""
    asked = Asked.of(request.GET, OF_ORGANISATIONS)
    in_full = asked.yes("full") or asked.yes("full_service")

    def as_json(rows) -> list[str]:
        if in_full:
            return [written(_organisation(row["run_by"], asked.yes("full_service"))) for row in rows]
        firsts = finding.with_names([row["first"] for row in rows])
        return [written(oruk.organisation(firsts[row["first"]], firsts[row["first"]].activity)) for row in rows]

    return _paged(asked, finding.organisations(asked), as_json)


@given_out
def organisation(request: HttpRequest, open_id: str) -> HttpResponse:
    """One of them, with what it runs."""
    asked, found = Asked.of(request.GET, ("full_service", "format")), uuid_of(open_id)
    told = _organisation(found, asked.yes("full_service")) if found else None
    return answered(told) if told else nothing_here()


def _organisation(run_by: UUID, has_full_services: bool) -> dict | None:
    listings = list(finding.of_organisation(run_by).order_by("pk"))
    if not listings:
        return None
    told = oruk.organisation(listings[0], listings[0].activity)
    write = oruk.service if has_full_services else oruk.without_organisation
    return told | {"services": [write(each) for each in listings]}


@given_out
def taxonomies(request: HttpRequest) -> HttpResponse:
    """The sets of terms."""
    asked = Asked.of(request.GET, OF_TAXONOMIES)
    words = asked.text("search").casefold()
    found = [each for each in TAXONOMIES.values() if words in each.name.casefold()]
    return _paged(asked, finding.Listed(found), lambda rows: [written(oruk.taxonomy(row)) for row in rows])


@given_out
def taxonomy(request: HttpRequest, open_id: str) -> HttpResponse:
    """One set of terms."""
    found = next((each for each in TAXONOMIES.values() if str(each.open_id) == open_id), None)
    return answered(oruk.taxonomy(found)) if found else nothing_here()


@given_out
def terms(request: HttpRequest) -> HttpResponse:
    """The terms in use."""
    asked = Asked.of(request.GET, OF_TERMS)
    return _paged(asked, finding.terms(asked), lambda rows: [written(oruk.term(_named(row))) for row in rows])


@given_out
def term(request: HttpRequest, open_id: str) -> HttpResponse:
    """One term."""
    found = uuid_of(open_id)
    row = finding.terms(Asked({})).filter(term=found).first() if found else None
    return answered(oruk.term(_named(row))) if row else nothing_here()


def _named(row: dict) -> Named:
    return Named(TAXONOMIES[row["taxonomy"]], row["term"], row["name"])
