"""The community, without anybody in particular in mind."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.directory import actions as directory_actions
from kith.directory import queries as directory
from kith.people import queries as people
from kith.people.doors import anywhere_page

from . import actions, buses, differences, filling, forms, listings, queries


@anywhere_page(Permission.READ_LISTINGS)
def listing(request: HttpRequest, activity: str) -> HttpResponse:
    """One thing to do, with what is sure, what is not, and what the team knows."""
    return _listing_page(request, _found(activity), forms.Note())


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def note(request: HttpRequest, activity: str) -> HttpResponse:
    """Adds one thing the team knows."""
    found, form = _found(activity), forms.Note(request.POST)
    if form.is_valid():
        try:
            actions.note(activity=found, team=people.team_around(request.user), by=request.actor, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept for the team.")
            return go_to(request, "local_knowledge:listing", activity=activity)
    return _listing_page(request, found, form, status=422)


@anywhere_page(Permission.CONFIRM_LISTING)
@require_POST
def still_true(request: HttpRequest, activity: str) -> HttpResponse:
    """One tap: this listing is still true."""
    how = dict(forms.HOWS).get(request.POST.get("how", ""))
    if how is None:
        return go_to(request, "local_knowledge:listing", activity=activity)
    actions.confirm_still_true(activity=_found(activity), how=request.POST["how"], by=request.actor)
    messages.success(request, "Thank you. Checked today.")
    return go_to(request, "local_knowledge:listing", activity=activity)


@anywhere_page(Permission.CORRECT_LISTING)
def fill_in(request: HttpRequest, activity: str) -> HttpResponse:
    """A listing is filled in bit by bit: whatever is known now, and nothing is required but its name."""
    found = _found(activity)
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
        directory_actions.take_from_source(activity=_found(activity), fields=fields, by=request.actor)
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, "It says what its source says now.")
    return go_to(request, "local_knowledge:listing", activity=activity)


def _listing_page(request: HttpRequest, activity, form, status: int = 200) -> HttpResponse:
    page = (
        _known(request, activity)
        | _told_of(activity)
        | {
            "activity": activity,
            "icon": listings.icon_of(activity),
            "web": listings.web_address(activity),
            "web_words": listings.web_words(activity.url),
            "freshness": listings.freshness(activity),
            "over": listings.over_words(activity),
            "unsure": directory.unsure_about(activity),
            "photo": directory.leaflet_of(activity, clock.today()),
            "form": form,
            "hows": forms.HOWS,
            "back": way_back(request, name="back"),
        }
    )
    return show(request, "local_knowledge/listing.html", page, status=status)


def _told_of(activity) -> dict:
    """What is known of it by everybody here, and where its source says something else."""
    last_buses = directory.last_buses([activity]).get(activity.pk, {})
    differs = differences.differences_of(activity)
    return {
        "facts": listings.facts_of(activity, last_bus=buses.bus_words(last_buses)),
        "missed": buses.missed_buses(activity, last_buses),
        "differences": differs,
        "ours_alone": [each for each in differs if each.is_ours_alone],
    }


def _known(request: HttpRequest, activity) -> dict:
    """What the team knows of it, as far as the visitor may read; the rest is left out."""
    team = people.team_around(request.user)
    known = {"team": team, "warm": queries.warm_words(activity, team), "seen_by": queries.who_sees_knowledge()}
    if Permission.READ_KNOWLEDGE in request.may:
        known |= {"known": queries.known_of(activity, team), "is_staff": True}
        known["last_check"] = queries.last_check(activity)
    return known


def _found(public_id: str):
    found = directory.activity(public_id)
    if found is None:
        raise Http404
    return found
