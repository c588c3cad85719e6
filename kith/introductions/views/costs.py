"""A place's own form on a plain sheet, and how it will be paid for."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show, way_back
from kith.directory import queries as directory
from kith.introductions import actions, costs
from kith.people.doors import individual_page

from .answers import do_and_go_on, found_or_nothing


@individual_page(Permission.READ_INTRODUCTIONS)
def form_on_paper(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """What their form asks, with room to write: notes for home. Nothing that is written is kept here."""
    found = found_or_nothing(individual, introduction)
    address, site = costs.own_page(found.activity)
    context = {"individual": individual, "introduction": found, "lines": costs.lines_of(found.activity.form_asks)}
    context |= {"told": costs.told_of(found), "address": address, "site": site}
    return show(request, "introductions/their_form_paper.html", context)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def ask_how_it_is_paid(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """“How will this be paid for?”: a small step, from whoever may set one."""
    found = found_or_nothing(individual, introduction)
    about = {"introduction": found, "owner": request.POST.get("owner", ""), "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.ask_how_it_is_paid(**about))


@individual_page(Permission.WRITE_GOALS)
@require_POST
def ask_how_a_listing_is_paid(request: HttpRequest, individual, activity: str) -> HttpResponse:
    """The same from a listing that they keep."""
    listed = directory.activity(activity)
    if listed is None:
        raise Http404
    about = {"individual": individual, "activity": listed, "owner": request.POST.get("owner", "")}
    try:
        actions.ask_how_a_listing_is_paid(**about, by=request.actor)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "Kept, as a small step.")
    return redirect(way_back(request, reverse("ideas:leaflet", args=[individual.public_id, listed.public_id])))
