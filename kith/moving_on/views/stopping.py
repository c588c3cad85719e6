"""Before we stop: what is open, and what becomes of it; then the last press."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.conversations import queries as meetings
from kith.design.pages import go_to, show
from kith.moving_on import actions, queries
from kith.people import queries as people
from kith.people.doors import individual_page

from .shared import went_well


@individual_page(Permission.OPEN_PARTNERSHIP)
def before_we_stop(request: HttpRequest, individual) -> HttpResponse:
    """What somebody would wait for, each with what can become of it."""
    talk = queries.talk_of(individual)
    context = {
        "individual": individual,
        "talk": talk,
        "partnership": people.partnership_with(individual),
        "still_open": queries.still_open(individual, queries.open_talk(individual)),
        "planned": meetings.next_meeting(individual),
        "keeping": queries.keeping_of(individual.team),
        "is_begun": _is_begun(individual, request.user.pk),
        "may_settle": Permission.WRITE_CARRY_ON in request.may,
    }
    return show(request, "moving_on/before_we_stop.html", context)


def _is_begun(individual, user_id: int) -> bool:
    """Whether whoever looks has half a page about them, that nobody would finish."""
    draft = meetings.draft_of(individual, user_id)
    return draft is not None and bool(draft.typed)


@individual_page(Permission.WRITE_CARRY_ON)
@require_POST
def settle(request: HttpRequest, individual) -> HttpResponse:
    """What becomes of one thing."""
    talk = queries.open_talk(individual)
    if talk is None and people.partnership_with(individual):
        talk = actions.begin(individual=individual, by=request.actor)
    if talk:
        said = {name: request.POST.get(name, "")[:200] for name in ("about", "becomes", "to_whom")}
        went_well(request, actions.settle, "Kept.", talk=talk, **said)
    to_stop = Permission.OPEN_PARTNERSHIP in request.may
    page = "moving_on:before_we_stop" if to_stop else "moving_on:talk"
    return go_to(request, page, individual=individual.public_id)


@individual_page(Permission.OPEN_PARTNERSHIP)
@require_POST
def stop(request: HttpRequest, individual) -> HttpResponse:
    """They stop working together, now."""
    if not went_well(request, actions.stop, individual=individual):
        return go_to(request, "moving_on:before_we_stop", individual=individual.public_id)
    messages.success(request, f"You do not work with {individual.called} any more. Their page stays with them.")
    return go_to(request, "home:front")  # whoever stopped may not open this notebook any more
