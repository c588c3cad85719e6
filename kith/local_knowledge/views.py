"""The community, without anybody in particular in mind."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.directory import actions as directory_actions
from kith.people import queries as people
from kith.people.doors import anywhere_page

from . import actions, differences, filling, forms, pages, queries
from .keeping.forms import Changed
from .known import rows_for


@anywhere_page(Permission.READ_LISTINGS)
def listing(request: HttpRequest, activity: str) -> HttpResponse:
    """One thing to do, with what is sure, what is not, and what the team knows."""
    return listing_page(request, pages.found_or_nothing(activity), forms.Note())


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def note(request: HttpRequest, activity: str) -> HttpResponse:
    """Adds one thing the team knows."""
    found, form = pages.found_or_nothing(activity), forms.Note(request.POST)
    if form.is_valid():
        try:
            actions.note(activity=found, team=people.team_around(request.user), by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept for the team.")
            return go_to(request, "local_knowledge:listing", activity=activity)
    return listing_page(request, found, form, status=422)


@anywhere_page(Permission.CONFIRM_LISTING)
@require_POST
def still_true(request: HttpRequest, activity: str) -> HttpResponse:
    """One tap: this listing is still true."""
    found, how = pages.found_or_nothing(activity), request.POST.get("how", "")
    if how not in dict(pages.HOWS):
        return go_to(request, "local_knowledge:listing", activity=activity)
    try:
        actions.confirm_still_true(activity=found, how=how, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "Thank you. Checked today.")
        if Permission.SET_ON_TABLE in request.may and queries.full_now(found):
            messages.info(request, "It still says that they are full. Is there room again?")
            return go_to(request, "local_knowledge:listing", activity=activity)
    return pages.go_on(request, found)


@anywhere_page(Permission.CORRECT_LISTING)
def fill_in(request: HttpRequest, activity: str) -> HttpResponse:
    """A listing is filled in bit by bit: whatever is known now, and nothing is required but its name."""
    found = pages.found_or_nothing(activity)
    form = filling.Fill(request.POST or None, activity=found)
    if request.method == "POST" and form.is_valid():
        try:
            directory_actions.fill_in(activity=found, parts=form.changes(), by=request.actor)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. Everybody here sees it now.")
            return go_to(request, "local_knowledge:listing", activity=activity)
    status = 422 if request.method == "POST" else 200
    return show(request, "local_knowledge/fill_in.html", {"activity": found, "form": form}, status=status)


@anywhere_page(Permission.CORRECT_LISTING)
@require_POST
def take_theirs(request: HttpRequest, activity: str) -> HttpResponse:
    """One press: this part says again what the list says that it came from."""
    fields = differences.fields_of(request.POST.get("part", ""))
    try:
        directory_actions.take_from_source(activity=pages.found_or_nothing(activity), fields=fields, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "It says what its source says now.")
    return go_to(request, "local_knowledge:listing", activity=activity)


def listing_page(request: HttpRequest, activity, form, status: int = 200, **typed) -> HttpResponse:
    """The page of one listing. `typed`: another form on it that did not go through."""
    differs = differences.differences_of(activity)
    page = pages.in_full(activity) | _known(request, activity, typed.get("agreed"))
    page |= {"differences": differs, "ours_alone": [each for each in differs if each.is_ours_alone], "form": form}
    page |= {"changed": Changed(), "hows": pages.HOWS, "back": way_back(request, name="back")}
    page |= {"until": forms.Until()}
    return show(request, "local_knowledge/listing.html", page | typed, status=status)


def _known(request: HttpRequest, activity, agreed: forms.Agreed | None) -> dict:
    """What the team knows of it, as far as the visitor may read; the rest is left out. `agreed`: what was typed about
    one thing and did not go through."""
    team = people.team_around(request.user)
    known = {"team": team, "warm": queries.warm_words(activity, team), "seen_by": queries.who_sees_knowledge()}
    known["heard_of"] = queries.unproven_words(activity, team)
    if Permission.READ_KNOWLEDGE in request.may:
        rows = rows_for(queries.known_of(activity, team), request.user.pk)
        known |= {"known": [(each, _agreed_form(each, agreed)) for each in rows], "is_staff": True}
        known["asked"] = queries.heard_of(activity, team)
        known["last_check"] = queries.last_check(activity)
    return known


def _agreed_form(row, typed: forms.Agreed | None) -> forms.Agreed | None:
    """The box for what was agreed about it, where there may be one."""
    if not row.may_agree:
        return None
    return typed if typed and typed.about == row.public_id else forms.Agreed(about=row.public_id)
