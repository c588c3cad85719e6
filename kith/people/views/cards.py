"""A printed card: the page that prints it, and the page where its code is typed."""

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.design.pages import go_to, show, way_back
from kith.people import actions, cards, rules
from kith.people.doors import individual_page, public_page
from kith.people.forms.cards import CardForm
from kith.people.sign_in import go_on_signing_in
from kith.people.writer import is_the_individual

NOT_NOW = "This code does not open anything now. Please look at it once more, or ask for a new card."


@public_page
@never_cache
def use_card(request: HttpRequest) -> HttpResponse:
    """Signs in whoever holds a live card. Every other code gets the same answer."""
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="sign_in_card", key="everybody"):
            return show(request, "people/tried-too-often.html", status=429)
        card = actions.use_card(code=form.cleaned_data["code"], by=Actor.nobody())
        if card is not None:
            answer = go_on_signing_in(request, card.user, method="card")
            messages.success(request, f"You came in with the card that {card.printed_by.first_name} printed.")
            return answer
        form.add_error("code", NOT_NOW)
    context = {"form": form, "next": way_back(request)}
    return show(request, "people/use-card.html", context, status=422 if form.errors else 200)


@individual_page(Permission.INVITE_INDIVIDUAL)
@never_cache
def print_card(request: HttpRequest, individual) -> HttpResponse:
    """Says what a card is; a press prints one, shown this once."""
    if request.method == "POST":
        card, code = actions.print_card(individual=individual, by=request.actor)
        _stay_if_it_is_them(request, individual)
        address = cards.page_address()
        shown = {"card": card, "code": code, "address": address, "square": cards.square(address)}
        return show(
            request, "people/card.html", {"individual": individual, "ends_on": localtime(card.ends_at), **shown}
        )
    context = {"individual": individual, "why_not": rules.cannot_print_card(individual)}
    return show(request, "people/print-card.html", context | {"card": cards.card_of(individual)})


def _stay_if_it_is_them(request: HttpRequest, individual) -> None:
    """A card that ends signs out wherever it was used, but not whoever ends it."""
    if is_the_individual(request.actor, individual):
        update_session_auth_hash(request, individual.user)


@individual_page(Permission.INVITE_INDIVIDUAL)
@require_POST
def stop_card(request: HttpRequest, individual) -> HttpResponse:
    """The card they have ends now."""
    actions.stop_card(individual=individual, by=request.actor)
    _stay_if_it_is_them(request, individual)
    messages.success(request, "The card does not open anything any more.")
    return go_to(request, way_back(request, "") or "people:print_card", individual=individual.public_id)
