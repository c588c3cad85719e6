"""What a worker tells the team of a place, from the page of an introduction."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.introductions import actions, place_forms
from kith.people.doors import individual_page

from .answers import do_and_go_on, found_or_nothing, page


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def tell(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Of the place alone: it goes to the team, without whose introduction it was."""
    found, form = found_or_nothing(individual, introduction), place_forms.OfThePlace(request.POST)
    if not form.is_valid():
        return page(request, found, place=form, status=422)
    about = {"introduction": found, "by": request.actor, **form.told}
    return do_and_go_on(request, found, lambda: actions.tell_of_the_place(**about), place=form, told=_said)


def _said(request: HttpRequest, introduction) -> str:
    return "Kept for the team, without whose introduction it was."
