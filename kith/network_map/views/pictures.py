"""Then and now: a picture that was kept, and what is different since."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import show
from kith.network_map import actions, queries
from kith.network_map.circles import drawing_of
from kith.people.doors import individual_page

from .shared import about, found, to_map, went_well


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def keep_picture(request: HttpRequest, individual) -> HttpResponse:
    """As it is today."""
    if went_well(request, actions.keep_picture, individual=individual):
        messages.success(request, "Kept as it is today. You can look back at it.")
    return to_map(request, individual)


@individual_page(Permission.READ_NETWORK_MAP)
def then_and_now(request: HttpRequest, individual, picture: str) -> HttpResponse:
    """In words first, then both days, each drawn and as a list."""
    kept = found(queries.picture_called(individual, picture))
    context = about(request, individual)
    then, life = queries.pictured_in(kept, own=context["is_own"]), queries.life_of(individual, own=context["is_own"])
    context |= {
        "picture": kept,
        "sentences": queries.changes_since(then, [*life.here, *life.gone, *life.remembered]).sentences,
        "then": queries.Life.of(then),
        "now": life,
        "drawn_then": drawing_of([each for each in then if not each.end]),
        "drawn_now": drawing_of(life.here),
    }
    return show(request, "network_map/then_and_now.html", context)
