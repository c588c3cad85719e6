"""Every open address: its view, what may be asked there, and what it answers. The description of the interface
(`openapi.py`) is written from this, so that the two cannot part."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from . import rpde, views
from .answers import answered, given_out
from .openapi import description


@dataclass(frozen=True)
class Address:
    """`path` is below /open/, as Django writes it; `answers` names a schema, with [] for a page of them."""

    path: str
    name: str
    view: Callable[..., HttpResponse]
    answers: str
    takes: tuple[str, ...] = ()


ORUK = (
    Address("oruk/", "oruk", views.about, "ApiDetails"),
    Address("oruk/services", "services", views.services, "Service[]", views.OF_SERVICES),
    Address("oruk/services/<open_id>", "service", views.service, "Service"),
    Address("oruk/taxonomies", "taxonomies", views.taxonomies, "Taxonomy[]", views.OF_TAXONOMIES),
    Address("oruk/taxonomies/<open_id>", "taxonomy", views.taxonomy, "Taxonomy"),
    Address("oruk/taxonomy_terms", "terms", views.terms, "TaxonomyTerm[]", views.OF_TERMS),
    Address("oruk/taxonomy_terms/<open_id>", "term", views.term, "TaxonomyTerm"),
    Address("oruk/service_at_locations", "at_locations", views.at_locations, "ServiceAtLocation[]", views.OF_PLACES),
    Address("oruk/service_at_locations/<open_id>", "at_location", views.at_location, "ServiceAtLocation"),
    Address("oruk/organizations", "organisations", views.organisations, "Organization[]", views.OF_ORGANISATIONS),
    Address(
        "oruk/organizations/<open_id>", "organisation", views.organisation, "Organization", ("full_service", "format")
    ),
)
OPENACTIVE = (
    Address("openactive/", "dataset", rpde.dataset, "page"),
    Address("openactive/session-series", "session_series", rpde.session_series, "Feed", rpde.TAKES),
    Address("openactive/scheduled-sessions", "scheduled_sessions", rpde.scheduled_sessions, "Feed", rpde.TAKES),
)


@given_out
def describe(request: HttpRequest) -> HttpResponse:
    """What may be asked of all of this, as OpenAPI."""
    return answered(description(ADDRESSES))


ADDRESSES = (
    Address("", "open", rpde.everything, "page"),
    *ORUK,
    *OPENACTIVE,
    Address("openapi.json", "openapi", describe, "OpenAPI"),
)
