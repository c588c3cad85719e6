"""Somebody at a place is worried about somebody. Their link is enough, and nothing is read back but that it arrived."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from kith.access.actor import Role
from kith.design.pages import show
from kith.introductions import hosting
from kith.introductions import queries as introductions
from kith.introductions.human import human_of
from kith.people import links
from kith.people.doors import link_page
from kith.people.views.answering import done, status_of
from kith.safety import actions, forms, queries

ARRIVED = "arrived"  # in the address, after it was sent


@csrf_exempt  # the address itself is the secret, as on the page that it hangs from
@link_page("host", Role.HOST)
def worried(request: HttpRequest, link) -> HttpResponse:
    """One form. What was typed while the page stood open still arrives when the visit was called off meanwhile."""
    found = _about(request, link)
    if found is None:
        return links.is_over(request)
    form = forms.PlaceForm(request.POST or None, worker=hosting.worker_of(found))
    about = {"individual": link.individual, "by": request.actor}
    if form.is_bound and done(form, lambda: actions.raise_from_place(**about, **_said(form, found))):
        return redirect(f"{request.path}?{ARRIVED}")
    context = {"form": form, "ring": queries.ring_about(link.individual), "human": human_of(found)}
    context |= {"has_arrived": ARRIVED in request.GET, "page": request.path.removesuffix("worried/")}
    return show(request, "safety/from-place.html", context, status=status_of(form))


def _about(request: HttpRequest, link):
    if request.method == "POST":
        return introductions.introduction(link.individual, link.about)
    return introductions.introduction_of_link(link)


def _said(form, introduction) -> dict:
    """Who wrote it, as they say themselves, and from which place."""
    who = form.cleaned_data["said_by"] or "Somebody"
    return form.cleaned_data | {"said_by": f"{who} ({introduction.activity.name})"}
