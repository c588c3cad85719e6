"""The page about somebody, the same for both of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from . import actions, queries
from .forms import DoingForm, LineForm


@individual_page(Permission.READ_ABOUT_ME)
def about_page(request: HttpRequest, individual) -> HttpResponse:
    """Direction first, then everything else by what it is about."""
    return _page(request, individual, _form(request, individual))


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def add_line(request: HttpRequest, individual) -> HttpResponse:
    """Keeps what was typed, or shows it again with a word on what is missing."""
    form = _form(request, individual, request.POST)
    if form.is_valid():
        try:
            actions.add_line(individual=individual, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Kept. You can both see it.")
            return _back(request, individual)
    return _page(request, individual, form, status=422)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def add_doing(request: HttpRequest, individual) -> HttpResponse:
    """Something they do or did."""
    form = DoingForm(request.POST)
    if not form.is_valid():
        return _page(request, individual, _form(request, individual), status=422, doing_form=form)
    actions.add_doing(individual=individual, by=request.actor, **form.cleaned_data)
    messages.success(request, "Kept. You can both see it.")
    return _back(request, individual)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def stop_doing(request: HttpRequest, individual, doing: str) -> HttpResponse:
    """It has come to an end."""
    return _change_doing(request, individual, doing, actions.stop_doing)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def put_doing_away(request: HttpRequest, individual, doing: str) -> HttpResponse:
    """It was not right."""
    return _change_doing(request, individual, doing, actions.put_doing_away)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def make_direction(request: HttpRequest, individual, line: str) -> HttpResponse:
    """A hope becomes where they want to go."""
    hope = _found(queries.line_called(individual, line))
    return _pressed(request, individual, actions.make_direction, hope=hope)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def end_line(request: HttpRequest, individual, line: str) -> HttpResponse:
    """No longer true."""
    return _change(request, individual, line, actions.no_longer_true)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def hide_line(request: HttpRequest, individual, line: str) -> HttpResponse:
    """Keep this out of suggestions."""
    return _change(request, individual, line, actions.hide_from_matching)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def let_match_line(request: HttpRequest, individual, line: str) -> HttpResponse:
    """Use this for suggestions again."""
    return _change(request, individual, line, actions.let_match)


def _change(request: HttpRequest, individual, public_id: str, action) -> HttpResponse:
    return _pressed(request, individual, action, line=_found(queries.line_called(individual, public_id)))


def _change_doing(request: HttpRequest, individual, public_id: str, action) -> HttpResponse:
    return _pressed(request, individual, action, doing=_found(queries.doing_called(individual, public_id)))


def _pressed(request: HttpRequest, individual, action, **about) -> HttpResponse:
    try:
        action(by=request.actor, **about)
    except Refused as reason:
        messages.info(request, str(reason))
        return _back(request, individual)
    if request.htmx:
        return _page(request, individual, _form(request, individual))
    return _back(request, individual)


def _found(thing):
    if thing is None:
        raise Http404
    return thing


def _back(request: HttpRequest, individual) -> HttpResponse:
    if place := way_back(request):
        return go_to(request, place)
    return go_to(request, "about_me:about_page", individual=individual.public_id)


def _form(request: HttpRequest, individual, data=None) -> LineForm:
    is_own = is_the_individual(request.actor, individual)
    return LineForm(data, individual=individual, is_own=is_own)


def _page(request: HttpRequest, individual, form: LineForm, status: int = 200, **sent_back) -> HttpResponse:
    lines = queries.lines_of(individual)
    context = {
        "individual": individual,
        "directions": lines.pop("direction", []),
        "earlier": queries.earlier_directions(individual),
        "groups": [(found[0].get_kind_display(), found) for found in lines.values()],
        "doings": queries.doing_of(individual),
        "form": form,
        "doing_form": DoingForm(),
        **sent_back,
    }
    return show(request, "about_me/about_page.html", context, part="lines", status=status)
