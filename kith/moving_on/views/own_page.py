"""From the individual's own page, once they have moved on: longer, back, reminded or quiet."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.moving_on import actions
from kith.people.doors import individual_page

from .shared import to_talk, went_well


@individual_page(Permission.ASK_ABOUT_PAGE)
@require_POST
def longer(request: HttpRequest, individual) -> HttpResponse:
    """They would like their page for longer."""
    went_well(request, actions.ask_for_longer, "Asked. Somebody of the team answers.", individual=individual)
    return to_talk(request, individual)


@individual_page(Permission.ASK_ABOUT_PAGE)
@require_POST
def back(request: HttpRequest, individual) -> HttpResponse:
    """They would like somebody to work with them again."""
    words = request.POST.get("words", "")[:500]
    went_well(
        request,
        actions.ask_to_come_back,
        "Asked. Somebody of the team gets in touch.",
        individual=individual,
        words=words,
    )
    return to_talk(request, individual)


@individual_page(Permission.ASK_ABOUT_PAGE)
@require_POST
def reminders(request: HttpRequest, individual) -> HttpResponse:
    """Reminded as before, or quiet."""
    wants = request.POST.get("wants") == "reminders"
    act, says = (
        (actions.be_reminded, "Reminders come again.") if wants else (actions.be_quiet, "Nothing comes by itself.")
    )
    went_well(request, act, says, individual=individual)
    return to_talk(request, individual)
