"""A place's own form on a plain sheet, and how it will be paid for."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import show
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
