"""The pocket card: printed, copied or sent. It needs both the introduction and the next meeting."""

from hashlib import sha256

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations import queries as conversations
from kith.conversations.wording import when_in_words
from kith.design.pages import show
from kith.introductions import actions
from kith.introductions import queries as introductions
from kith.introductions.card import pocket_card, their_card, whose_card, why_not_sent
from kith.people import handing
from kith.people.doors import individual_page


@individual_page(Permission.READ_INTRODUCTIONS, together=True)
def card_page(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The card, and the ways to take it along; or a second one, for whoever goes along."""
    found = _found(individual, introduction)
    return _second(request, found) if whose_card(found) and request.GET.get("for") == "along" else _page(request, found)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def send_card(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """As a message to the individual, in the words that were shown."""
    found = _found(individual, introduction)
    words = _card(found).text
    if request.POST.get("shown") != _digest(words):
        return _page(request, found, refusal="Something on it has changed. This is how it is now.", status=409)
    try:
        actions.send_card(introduction=found, words=words, by=request.actor)
    except Refused as refused:
        return _page(request, found, refusal=str(refused), status=409)
    messages.success(request, "The card is on its way.")
    return redirect("home:card_page", individual.public_id, found.public_id)


def _found(individual, public_id: str):
    found = introductions.introduction(individual, public_id)
    if found is None:
        raise Http404
    return found


def _digest(words: str) -> str:
    """So that no other words leave than those that stood on the page."""
    return sha256(words.encode()).hexdigest()


def _card(introduction):
    """Whoever meets today takes the card home: today is not when they meet next."""
    planned = conversations.next_meeting(introduction.individual)
    is_ahead = planned is not None and planned.day != clock.today()
    return pocket_card(introduction, next_meeting=when_in_words(planned) if is_ahead else "")


def _second(request: HttpRequest, introduction) -> HttpResponse:
    context = {
        "introduction": introduction,
        "individual": introduction.individual,
        "card": their_card(introduction),
        "whose": whose_card(introduction),
    }
    return show(request, "home/second_card.html", context)


def _page(request: HttpRequest, introduction, *, refusal: str = "", status: int = 200) -> HttpResponse:
    card = _card(introduction)
    context = {
        "introduction": introduction,
        "individual": introduction.individual,
        "card": card,
        "shown": _digest(card.text),
        "why_not_sent": why_not_sent(introduction.individual),
        "is_handed": bool(handing.in_the_hands_of(request)),
        "refusal": refusal,
        "whose": whose_card(introduction),
    }
    return show(request, "home/card.html", context, status=status)
