"""When both are there: the individual presses yes on the worker's screen, and gives it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.introductions import actions, shown
from kith.people import handing
from kith.people.doors import individual_page

from .answers import found_or_nothing, together_address


@individual_page(Permission.WRITE_SHARES)
@require_POST
def hand(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The screen goes into the individual's hands; the worker unlocks it afterwards."""
    found = found_or_nothing(individual, introduction)
    handing.hand_over(request, individual)
    return redirect(together_address(found))


@individual_page(Permission.WRITE_SHARES, together=True)
def together(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The words, and Yes and Not now of one size. Nothing else about anybody."""
    found = found_or_nothing(individual, introduction)
    if request.method != "POST":
        return _words(request, found)
    try:
        _answer(request, found)
    except Refused as refused:
        return _words(request, found, refusal=str(refused), status=409)
    return redirect(together_address(found))


def _answer(request: HttpRequest, introduction) -> None:
    """Their own press, where the screen was handed to them; otherwise somebody wrote it down."""
    by = request.actor
    if request.POST.get("answer") != "yes":
        actions.not_now(introduction=introduction, by=by)
        return
    was_handed = handing.in_the_hands_of(request) == introduction.individual.public_id
    actions.agree(introduction=introduction, shown=request.POST.get("shown", ""), was_handed=was_handed, by=by)


def _words(request: HttpRequest, introduction, *, refusal: str = "", status: int = 200) -> HttpResponse:
    context = shown.page_of(introduction, to_individual=True) | {"refusal": refusal}
    return show(request, "introductions/together.html", context, status=status)
