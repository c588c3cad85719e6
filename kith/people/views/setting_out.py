"""Where somebody sets out from: their own page, and their worker's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.access.permissions import Permission
from kith.design.pages import show, way_back
from kith.people import actions
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.forms.setting_out import SetsOutFrom
from kith.people.writer import is_the_individual

from .answering import done, status_of


@individual_page(Permission.INVITE_INDIVIDUAL)
def sets_out(request: HttpRequest, individual) -> HttpResponse:
    """One box; a name that means several places brings them to choose from."""
    onwards = way_back(request, reverse("ideas:table", args=[individual.public_id]))
    form = SetsOutFrom(
        request.POST or None,
        initial={"where": individual.sets_out_from},
        seen_by=who_sees("name_and_contact", individual, request.user),
    )
    act = {"individual": individual, "by": request.actor}
    if request.method == "POST" and done(form, lambda: actions.set_out_from(spot=form.spot, **act)):
        messages.success(request, f"Measured from {form.spot.words}." if form.spot else "Forgotten.")
        return redirect(onwards)
    is_own = is_the_individual(request.actor, individual)
    context = {"individual": individual, "form": form, "is_own": is_own, "onwards": onwards}
    return show(request, "people/sets-out.html", context, status=status_of(form))
