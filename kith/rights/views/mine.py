"""Everything that is mine: what is in it, asking for it, and fetching it once they have shown that it is them."""

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

from .shared import as_archive, went_well

LATELY = timedelta(minutes=15)


@individual_page(Permission.TAKE_OWN_COPY)
def mine(request: HttpRequest, individual) -> HttpResponse:
    """In words first; then one press."""
    if request.method == "POST":
        went_well(request, actions.ask_for_own_copy, individual=individual)
        return go_to(request, "rights:mine", individual=individual.public_id)
    return show(request, "rights/mine.html", {"individual": individual, "copy": queries.own_copy_of(individual)})


@individual_page(Permission.TAKE_OWN_COPY)
@require_POST
def fetch(request: HttpRequest, individual) -> HttpResponse:
    """The file itself."""
    if not signed_in_lately(request, LATELY):
        again = reverse("rights:sign_in_again_for_mine", args=[individual.public_id])
        return show(request, "rights/sign_in_again.html", {"individual": individual, "again": again})
    got: list[bytes] = []
    if went_well(request, lambda **said: got.append(actions.fetch_own_copy(**said)), individual=individual):
        return as_archive(got[0])
    return go_to(request, "rights:mine", individual=individual.public_id)


@individual_page(Permission.TAKE_OWN_COPY)
@require_POST
def sign_in_again(request: HttpRequest, individual) -> HttpResponse:
    """Out, and in again, back to the page where it lies."""
    logout(request)
    return redirect_to_login(reverse("rights:mine", args=[individual.public_id]))
