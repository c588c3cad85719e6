"""The page about somebody, the same for both of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from . import actions, queries
from .forms import LineForm


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
            return go_to(request, "about_me:about_page", individual=individual.public_id)
    return _page(request, individual, form, status=422)


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
    line = queries.line_called(individual, public_id)
    if line is None:
        raise Http404
    try:
        action(line=line, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
        return go_to(request, "about_me:about_page", individual=individual.public_id)
    if request.htmx:
        return _page(request, individual, _form(request, individual))
    return go_to(request, "about_me:about_page", individual=individual.public_id)


def _form(request: HttpRequest, individual, data=None) -> LineForm:
    is_own = is_the_individual(request.actor, individual)
    return LineForm(data, individual=individual, is_own=is_own)


def _page(request: HttpRequest, individual, form: LineForm, status: int = 200) -> HttpResponse:
    lines = queries.lines_of(individual)
    context = {
        "individual": individual,
        "directions": lines.pop("direction", []),
        "earlier": queries.earlier_directions(individual),
        "groups": [(found[0].get_kind_display(), found) for found in lines.values()],
        "form": form,
    }
    return show(request, "about_me/about_page.html", context, part="lines", status=status)
