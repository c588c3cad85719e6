"""Saying why, before something is read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.access.permissions import Permission
from kith.design.pages import go_to, show, way_back
from kith.people import actions, saying_why
from kith.people.doors import individual_page
from kith.people.forms.saying_why import IN_A_PRESS, SomethingElse

from .answering import done, status_of


@individual_page(Permission.SAY_WHY)
def say_why(request: HttpRequest, individual) -> HttpResponse:
    """One press for each of the usual reasons; then on to what they came for."""
    came_for = way_back(request, reverse("home:person", args=[individual.public_id]))
    pressed = request.POST.get("purpose", "")
    given = {"individual": individual, "by": request.actor}
    if pressed in dict(IN_A_PRESS):
        actions.say_why(purpose=pressed, **given)
        return go_to(request, came_for)
    form = SomethingElse(request.POST or None, called=individual.called)
    if form.is_bound and done(form, lambda: actions.say_why(purpose="other", **form.cleaned_data, **given)):
        return go_to(request, came_for)
    context = {"individual": individual, "form": form, "purposes": IN_A_PRESS, "next": came_for}
    context["opens"] = saying_why.opens(request.actor, individual)
    return show(request, "people/say-why.html", context, status=status_of(form))
