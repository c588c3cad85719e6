"""The individual fetches their copy, once they have shown a moment ago that it is them."""

from datetime import timedelta

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.sign_in import signed_in_lately
from kith.rights import actions, queries

from .shared import as_archive, is_own, request_or_nothing, went_well

LATELY = timedelta(minutes=15)


@individual_page(Permission.READ_REQUESTS)
@require_POST
def fetch(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """The file itself, for the individual alone."""
    found = request_or_nothing(individual, wanted)
    copy, got = queries.copy_of(found), []
    if copy and is_own(request, individual):
        if not signed_in_lately(request, LATELY):
            again = reverse("rights:sign_in_again", args=[individual.public_id, found.public_id])
            return show(request, "rights/sign_in_again.html", {"individual": individual, "again": again})
        if went_well(request, lambda **said: got.append(actions.fetch(**said)), copy=copy):
            return as_archive(got[0])
    return go_to(request, "rights:information", individual=individual.public_id)


@individual_page(Permission.READ_REQUESTS)
@require_POST
def sign_in_again(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """Out, and in again, back to the page where it lies."""
    request_or_nothing(individual, wanted)
    logout(request)
    return redirect_to_login(reverse("rights:information", args=[individual.public_id]))


@individual_page(Permission.READ_REQUESTS)
@require_POST
def once_more(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """It was gone before they came."""
    copy = queries.copy_of(request_or_nothing(individual, wanted))
    if copy:
        went_well(request, actions.ask_once_more, "Asked. You hear when it is ready again.", copy=copy)
    return go_to(request, "rights:information", individual=individual.public_id)
