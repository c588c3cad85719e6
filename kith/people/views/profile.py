"""A worker's own short profile: three interests at most, and what others will see of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.design.pages import go_to, show
from kith.people import actions
from kith.people.doors import self_page
from kith.people.forms.profile import Interests

from .answering import done, status_of

BOXES = ("first", "second", "third")


@self_page
def profile(request: HttpRequest) -> HttpResponse:
    """Everything about it is the worker's own choice."""
    if not request.actor.is_staff:
        raise Http404
    known = dict(zip(BOXES, request.user.interests, strict=False))
    form = Interests(request.POST or None, initial=known)
    if request.method == "POST":
        kept = done(form, lambda: actions.show_interests(user=request.user, interests=form.interests, by=request.actor))
        if kept:
            messages.success(request, "Kept. Below is what people see.")
            return go_to(request, "people:profile")
    return show(request, "people/profile.html", {"form": form, "worker": request.user}, status=status_of(form))
