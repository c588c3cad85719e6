"""To an organisation's own sign-in and back. Where none is set up, these addresses do not exist."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kith.design.pages import show, way_back
from kith.people import organisation, staying
from kith.people.doors import public_page
from kith.people.sign_in import go_on_signing_in


@public_page
@never_cache
@require_POST
def to_organisation(request: HttpRequest) -> HttpResponse:
    """A page that leads on by itself. A redirect would be the answer to a form, and forms lead nowhere outside."""
    if not organisation.is_in_use():
        raise Http404
    staying.keep_choice(request)
    try:
        address = organisation.address_to_go_to(request, way_back(request))
    except organisation.UNREACHABLE:
        return organisation.trouble(request)
    response = show(request, "people/to-organisation.html", {"address": address})
    response["Refresh"] = f"0; url={address}"
    return response


@public_page
@never_cache
@require_safe
def back(request: HttpRequest) -> HttpResponse:
    """The organisation has said who it is."""
    if not organisation.is_in_use():
        raise Http404
    return organisation.way_back_from(request, _come_in)


def _come_in(request: HttpRequest, claims: dict, onwards: str) -> HttpResponse:
    user = organisation.account_in(claims)
    if user is None:
        return organisation.trouble(request, organisation.NOT_STAFF)
    return go_on_signing_in(request, user, method="organisation", onwards=onwards)
