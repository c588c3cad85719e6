"""How pages look: chosen by anybody, signed in or not."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kith.design import looks as kept
from kith.design.pages import go_to, show, way_back
from kith.people import actions, handing, looks
from kith.people.doors import public_page
from kith.people.forms import LookForm


@public_page
def choose(request: HttpRequest) -> HttpResponse:
    """The page, and its one button."""
    now, back = looks.look_for(request), way_back(request, "/")
    is_here_too = bool(now.chosen) and kept.on_this_device(request) == now
    initial = now.chosen | {"here_too": ["yes"] if is_here_too else []}
    form = LookForm(request.POST or None, initial=initial, offers_here=_is_their_own_device(request))
    if request.method == "POST" and form.is_valid():
        response = go_to(request, f"{reverse('people:looks')}?{urlencode({'kept': 'yes', 'next': back})}")
        _keep(request, response, form, is_here_too)
        return response
    context = {"form": form, "back": back, "is_kept": "kept" in request.GET}
    return show(request, "people/looks.html", context, status=422 if form.errors else 200)


def _is_their_own_device(request: HttpRequest) -> bool:
    is_with_somebody = bool(handing.in_the_hands_of(request))
    return request.user.is_authenticated and not is_with_somebody and not looks.is_shared(request)


def _keep(request: HttpRequest, response: HttpResponse, form: LookForm, was_here_too: bool) -> None:
    """With the person; or on the device, when nobody is signed in or they want it there as well."""
    chosen, here_too = form.look(), form.cleaned_data.get("here_too")
    if handing.in_the_hands_of(request):
        looks.keep_in_these_hands(request, chosen)
    elif not request.user.is_authenticated:
        kept.keep(response, chosen)
    else:
        actions.choose_look(user=request.user, look=chosen, by=request.actor)
        if here_too or was_here_too:
            kept.keep(response, chosen if here_too else kept.Look())
