"""One of them: what is said of it, what was said before, and what may be changed."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.network_map import actions, queries
from kith.network_map.forms import MoreForm, begins_with
from kith.network_map.rules import cannot_put_away
from kith.network_map.words import past_of, said_of
from kith.people.doors import individual_page

from .shared import about, connection_of, is_own, to_map, to_one, went_well


@individual_page(Permission.READ_NETWORK_MAP)
def connection_page(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """What is said of it now, and before."""
    return _page(request, individual, connection_of(request, individual, connection))


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def say_more(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """Keeps what was typed, or shows it again."""
    one = connection_of(request, individual, connection)
    form = _form(request, individual, one, request.POST)
    if form.is_valid():
        try:
            actions.say_more(connection=one, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Kept.")
            return to_one(request, one)
    return _page(request, individual, connection_of(request, individual, connection), form=form, status=422)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def move(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """One of three buttons."""
    one, circle = connection_of(request, individual, connection), request.POST.get("circle", "")
    went_well(request, actions.move, connection=one, circle=int(circle) if circle in ("1", "2", "3") else 0)
    return to_one(request, one)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def say_ended(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """Not here any more."""
    return _pressed(request, individual, connection, actions.say_ended)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def say_died(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """Died, and is remembered."""
    return _pressed(request, individual, connection, actions.say_died)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def bring_back(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """Here again, or it was pressed by mistake."""
    return _pressed(request, individual, connection, actions.bring_back)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def keep_to_oneself(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """The individual alone sees it."""
    return _pressed(request, individual, connection, actions.keep_to_oneself)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def let_be_seen(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """Others who read the page see it too."""
    return _pressed(request, individual, connection, actions.let_be_seen)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def put_away(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """It was a mistake."""
    one = connection_of(request, individual, connection)
    if went_well(request, actions.put_away, connection=one):
        messages.success(request, f"{one.name} is shown nowhere any more.")
    return to_map(request, individual)


@individual_page(Permission.WRITE_NETWORK_MAP)
@require_POST
def show_again(request: HttpRequest, individual, connection: str) -> HttpResponse:
    """It was put away and was no mistake: for the individual alone, who finds it on their list."""
    away = queries.put_away_of(individual) if is_own(request, individual) else []
    one = next((each for each in away if each.public_id == connection), None)
    if one is None and is_own(request, individual):
        connection_of(request, individual, connection)  # an old tab: it is back already
    elif one and went_well(request, actions.show_again, connection=one):
        messages.success(request, f"{one.name} is back.")
    return to_map(request, individual)


def _pressed(request: HttpRequest, individual, public_id: str, act: Callable) -> HttpResponse:
    one = connection_of(request, individual, public_id)
    went_well(request, act, connection=one)
    return to_one(request, one)


def _form(request: HttpRequest, individual, one, data=None) -> MoreForm:
    told = about(request, individual)
    known = queries.activities_known([*queries.who_is_here(individual, own=told["is_own"]), one])
    return MoreForm(data, known=known, initial=begins_with(one), is_own=told["is_own"], called=individual.called)


def _page(request: HttpRequest, individual, one, *, form: MoreForm | None = None, status: int = 200) -> HttpResponse:
    context = about(request, individual, connection=one, circles=queries.CIRCLES)
    context["said"] = said_of(one, own=context["is_own"], called=individual.called)
    context["past"] = past_of(one, queries.before_of(one), own=context["is_own"], called=individual.called)
    context["may_put_away"] = cannot_put_away(one, request.actor) is None
    context["form"] = form or (_form(request, individual, one) if context["may_write"] else None)
    return show(request, "network_map/connection_page.html", context, status=status)
