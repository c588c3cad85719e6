"""A half-formed wish, its options, and what was chosen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.goals import actions, forms, queries
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from .answers import found, went_well
from .pages import show_goals, wish_form


@individual_page(Permission.WRITE_GOALS)
@require_POST
def keep_wish(request: HttpRequest, individual) -> HttpResponse:
    """Keeps it as it is."""
    form = wish_form(request, individual, request.POST)
    if not form.is_valid():
        return show_goals(request, individual, status=422, wish_form=form)
    wish = actions.keep_wish(individual=individual, by=request.actor, **form.cleaned_data)
    messages.success(request, "Kept as it is. It can stay like this.")
    if place := way_back(request):
        return go_to(request, place)
    return _to(request, wish)


@individual_page(Permission.READ_BARRIERS)
def wish_page(request: HttpRequest, individual, wish: str) -> HttpResponse:
    """One wish, for the two of them: it is not a goal yet, so whoever was let in to see goals does not see it."""
    return _show(request, individual, found(queries.wish_called(individual, wish)))


@individual_page(Permission.WRITE_GOALS)
@require_POST
def add_option(request: HttpRequest, individual, wish: str) -> HttpResponse:
    """One way it could come about."""
    about = found(queries.wish_called(individual, wish))
    form = _option_form(request, individual, request.POST)
    if not form.is_valid():
        return _show(request, individual, about, status=422, option_form=form)
    actions.add_option(wish=about, by=request.actor, **form.cleaned_data)
    return _to(request, about)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def choose_option(request: HttpRequest, individual, option: str) -> HttpResponse:
    """It becomes a goal; when three are going on, one of them is paused from here."""
    chosen, kind = found(queries.option_called(individual, option)), request.POST.get("kind", "")
    paused = request.POST.get("pause")
    pausing = found(queries.goal_called(individual, paused)) if paused else None
    try:
        goal = actions.choose_option(option=chosen, kind=kind, by=request.actor, pausing=pausing)
    except Refused as reason:
        about = queries.wish_called(individual, chosen.wish.public_id)
        return _show(request, individual, about, status=422, chosen=chosen, kind=kind, refused=str(reason))
    messages.success(request, "Now it is a goal. You can both see it.")
    return go_to(request, "goals:goal_page", individual=individual.public_id, goal=goal.public_id)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def set_option_aside(request: HttpRequest, individual, option: str) -> HttpResponse:
    """Not this one. It stays on the page."""
    aside = found(queries.option_called(individual, option))
    form = forms.AsideForm(request.POST, auto_id=f"aside_{aside.public_id}_%s")
    if not form.is_valid():
        about = queries.wish_called(individual, aside.wish.public_id)
        return _show(request, individual, about, status=422, returned=form)
    went_well(request, actions.set_option_aside, option=aside, **form.cleaned_data)
    return _to(request, aside.wish)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def open_option_again(request: HttpRequest, individual, option: str) -> HttpResponse:
    """It may be chosen after all."""
    aside = found(queries.option_called(individual, option))
    went_well(request, actions.open_option_again, option=aside)
    return _to(request, aside.wish)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def put_wish_away(request: HttpRequest, individual, wish: str) -> HttpResponse:
    """No longer wished for, or wished for again."""
    about = found(queries.wish_called(individual, wish))
    act = actions.bring_wish_back if about.put_away_on else actions.put_wish_away
    went_well(request, act, wish=about)
    return _to(request, about)


def _to(request: HttpRequest, wish) -> HttpResponse:
    return go_to(request, "goals:wish_page", individual=wish.individual.public_id, wish=wish.public_id)


def _option_form(request: HttpRequest, individual, data=None) -> forms.OptionForm:
    is_own = is_the_individual(request.actor, individual)
    return forms.OptionForm(data, owners=queries.owners_of(individual), is_own=is_own)


def _show(request: HttpRequest, individual, wish, *, status=200, returned=None, **sent_back) -> HttpResponse:
    owners = queries.owners_of(individual)
    for option in wish.options_in_order:
        option.idea_by = getattr(owners, option.idea_of, option.get_idea_of_display())
        option.aside_form = _aside_form(option, returned)
    context = {
        "individual": individual,
        "owners": owners,
        "wish": wish,
        "option_form": _option_form(request, individual),
        "to_pause": queries.goals_to_pause(individual) if "chosen" in sent_back else [],
        **sent_back,
    }
    return show(request, "goals/wish_page.html", context, status=status)


def _aside_form(option, returned) -> forms.AsideForm:
    """Several stand on one page, so each is called by its option."""
    form = forms.AsideForm(auto_id=f"aside_{option.public_id}_%s")
    return returned if returned is not None and returned.auto_id == form.auto_id else form
