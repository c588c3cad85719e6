"""A worker's first day: names and next dates are pasted, looked at line by line, and opened in one press."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.permit import may
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.actions.bringing_in import NewPerson
from kith.conversations.first_day import LINES_AT_MOST, Line, read_paste, without_blanks
from kith.conversations.forms.first_day import OldNotesForm, PasteForm
from kith.conversations.queries import brought_in as queries
from kith.design.pages import go_to, show
from kith.people import queries as people
from kith.people.audience import who_sees
from kith.people.doors import anywhere_page, individual_page, team_page


@anywhere_page(Permission.OPEN_NOTEBOOK)
def begin(request: HttpRequest) -> HttpResponse:
    """Straight to the one team; with several, which one?"""
    teams = [team for team in people.teams_of(request.user) if may(request.actor, Permission.OPEN_NOTEBOOK, team=team)]
    if len(teams) == 1:
        return go_to(request, "first_day:paste", team=teams[0].public_id)
    return show(request, "conversations/first_day_teams.html", {"teams": teams})


@team_page(Permission.OPEN_NOTEBOOK)
def paste(request: HttpRequest, team) -> HttpResponse:
    """The box, and what was understood of it. Nothing is opened here."""
    form = PasteForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or request.POST.get("do") == "again" or not form.is_valid():
        status = 422 if request.method == "POST" and request.POST.get("do") != "again" else 200
        form = PasteForm(initial={"paste": request.POST.get("paste", "")}) if status == 200 else form
        return show(request, "conversations/first_day.html", {"team": team, "form": form}, status=status)
    return _look(request, team, _read(request, form.cleaned_data["paste"]))


@team_page(Permission.OPEN_NOTEBOOK)
@require_POST
def open_all(request: HttpRequest, team) -> HttpResponse:
    """Opens every line that was looked at; or shows them once more when something was changed."""
    typed = _typed_lines(request)
    lines = _read(request, "\n".join(typed), left_out=_left_out(request))
    if request.POST.get("do") == "back":
        return show(
            request,
            "conversations/first_day.html",
            {"team": team, "form": PasteForm(initial={"paste": without_blanks("\n".join(typed))})},
        )
    if request.POST.get("do") != "open" or request.POST.get("shown") != _mark(lines):
        return _look(request, team, lines)
    if any(line.trouble and not line.is_left_out for line in lines):
        return _look(request, team, lines, trouble="Put these lines right, or leave them out.", status=422)
    return _open(request, team, lines)


def _open(request: HttpRequest, team, lines: list[Line]) -> HttpResponse:
    found = [NewPerson(line.name, line.when, line.place) for line in lines if line.opens]
    try:
        opened = actions.bring_in(team=team, found=found, by=request.actor)
    except Refused as reason:
        return _look(request, team, lines, trouble=str(reason), status=422)
    messages.success(request, _opened_words(len(opened)))
    return go_to(request, "home:people")


def _opened_words(count: int) -> str:
    if count == 0:
        return "Nothing new to open. Nobody was written to."
    return f"{count} notebook{'s' if count > 1 else ''} opened. Nobody was written to."


def _look(request: HttpRequest, team, lines: list[Line], *, trouble: str = "", status: int = 200) -> HttpResponse:
    today = clock.today()
    context = {
        "team": team,
        "lines": [(line, line.understood(today)) for line in lines],
        "opens": sum(line.opens for line in lines),
        "to_look_at": sum(not line.is_sure and not line.is_left_out for line in lines),
        "shown": _mark(lines),
        "trouble": trouble,
    }
    return show(request, "conversations/first_day_lines.html", context, status=status)


def _read(request: HttpRequest, typed: str, left_out: tuple[int, ...] = ()) -> list[Line]:
    known = [individual.called for individual in people.caseload(request.user)]
    return read_paste(typed, today=clock.today(), known=known, left_out=left_out)


def _typed_lines(request: HttpRequest) -> list[str]:
    """Each line as it stands on the page now, in its place; one that was emptied leaves its place empty."""
    numbers = range(1, LINES_AT_MOST + 1)
    return [" ".join(request.POST.get(f"line_{each}", "").splitlines()) for each in numbers]


def _left_out(request: HttpRequest) -> tuple[int, ...]:
    numbers = range(1, LINES_AT_MOST + 1)
    return tuple(each for each in numbers if request.POST.get(f"leave_{each}"))


def _mark(lines: list[Line]) -> str:
    """A short mark of exactly what was understood: what is opened is what was looked at."""
    seen = [(line.typed, line.opens, line.when, line.place) for line in lines]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:24]


@individual_page(Permission.WRITE_BROUGHT_IN)
def old_notes(request: HttpRequest, individual) -> HttpResponse:
    """Old notes from before, pasted as they are."""
    form = OldNotesForm(request.POST if request.method == "POST" else None)
    form.fields["notes"].seen_by = who_sees("brought_in", individual, request.user)
    if request.method == "POST" and form.is_valid():
        actions.bring_in_notes(individual=individual, words=form.cleaned_data["notes"], by=request.actor)
        messages.success(request, "Brought in. You see it before you meet.")
        return go_to(request, "conversations:old_notes", individual=individual.public_id)
    brought = queries.brought_in_by(individual, request.user.pk)
    context = {"individual": individual, "form": form, "brought": brought}
    return show(request, "conversations/brought_in.html", context, status=422 if form.errors else 200)


@individual_page(Permission.WRITE_BROUGHT_IN)
@require_POST
def put_away(request: HttpRequest, individual, brought: str) -> HttpResponse:
    """No longer shown."""
    found = queries.brought_in_called(individual, brought)
    if found is None:
        raise Http404
    actions.put_away_notes(brought=found, by=request.actor)
    messages.success(request, "Put away.")
    return go_to(request, "conversations:old_notes", individual=individual.public_id)
