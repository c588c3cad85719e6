"""What Kith tells a worker, and when: their own page."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.design.pages import go_to, show
from kith.people import actions
from kith.people.doors import self_page
from kith.people.forms.hearing import Hears

from .answering import done, status_of


@self_page
def hears(request: HttpRequest) -> HttpResponse:
    """Each kind can be switched off. What stands on pages stays there."""
    if not request.actor.is_staff:
        raise Http404
    form = Hears(request.POST or None, user=request.user)
    if request.method == "POST":
        own = {"user": request.user, "by": request.actor}
        if done(form, lambda: actions.choose_what_to_hear(**own, **form.outcome())):
            messages.success(request, "Kept. It holds from now on.")
            return go_to(request, "people:hears")
    return show(request, "people/hears.html", {"form": form}, status=status_of(form))
