"""Looking together: the screen is handed over, and only pages made for two open until it is taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import way_back
from kith.ideas.looking import Looking, looking
from kith.people import handing
from kith.people.doors import anywhere_page, individual_page


@individual_page(Permission.WRITE_IDEAS)
@require_POST
def look_together(request: HttpRequest, individual) -> HttpResponse:
    """The worker hands the screen over, to this individual alone."""
    return _hand_over(request, looking(request, individual))


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def open_look_together(request: HttpRequest) -> HttpResponse:
    """The same with nobody chosen."""
    return _hand_over(request, looking(request))


def _hand_over(request: HttpRequest, who: Looking) -> HttpResponse:
    if who.may_look_together:
        handing.hand_over(request, who.individual)
    return redirect(way_back(request, who.table))
