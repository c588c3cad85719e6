"""Full, and room again: pressed on the page of a listing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.people.doors import anywhere_page

from . import actions, forms, pages
from .views import listing_page


@anywhere_page(Permission.SET_ON_TABLE)
@require_POST
def full(request: HttpRequest, activity: str) -> HttpResponse:
    """There is no room, until a day where they know it."""
    found, form = pages.found_or_nothing(activity), forms.Until(request.POST)
    if form.is_valid():
        try:
            actions.say_full(activity=found, told_by="team", **form.cleaned_data, by=request.actor)
        except Refused as refused:
            form.add_error("opens_on", str(refused))
        else:
            messages.success(request, "Kept. It lies behind the others while it is full.")
            return pages.go_on(request, found)
    return listing_page(request, found, forms.Note(), status=422, until=form)


@anywhere_page(Permission.SET_ON_TABLE)
@require_POST
def room(request: HttpRequest, activity: str) -> HttpResponse:
    """There is room again."""
    found = pages.found_or_nothing(activity)
    actions.say_room(activity=found, by=request.actor)
    messages.success(request, "Kept. It is on the table as before.")
    return pages.go_on(request, found)
