"""What is pressed beside one thing the team knows of a place: may be named, what was agreed, taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to
from kith.people import queries as people
from kith.people.doors import anywhere_page

from . import actions, forms, pages, queries
from .views import listing_page


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def named(request: HttpRequest, activity: str, known: str) -> HttpResponse:
    """Whoever is named was asked."""
    found = _found(request, activity, known)
    return _pressed(request, activity, lambda: actions.may_be_named(known=found, by=request.actor), "Kept.")


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def back(request: HttpRequest, activity: str, known: str) -> HttpResponse:
    """It is not so any more."""
    found = _found(request, activity, known)
    return _pressed(request, activity, lambda: actions.take_back(known=found, by=request.actor), "Taken back.")


@anywhere_page(Permission.NOTE_KNOWLEDGE)
@require_POST
def agreed(request: HttpRequest, activity: str, known: str) -> HttpResponse:
    """What was agreed about a worry."""
    found, form = _found(request, activity, known), forms.Agreed(request.POST, about=known)
    if form.is_valid():
        try:
            actions.agree_about(known=found, **form.cleaned_data, by=request.actor)
        except Refused as refused:
            form.add_error("agreed", str(refused))
        else:
            messages.success(request, "Kept. It is told without the worry.")
            return go_to(request, "local_knowledge:listing", activity=activity)
    return listing_page(request, pages.found_or_nothing(activity), forms.Note(), status=422, agreed=form)


def _found(request: HttpRequest, activity: str, public_id: str):
    """Of this place, and known to the visitor's own team."""
    place = pages.found_or_nothing(activity)
    found = queries.one_known(place, people.team_around(request.user), public_id)
    if found is None:
        raise Http404
    return found


def _pressed(request: HttpRequest, activity: str, act, told: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        messages.info(request, str(refused))
    else:
        messages.success(request, told)
    return go_to(request, "local_knowledge:listing", activity=activity)
