"""Somebody who is let in: the page that the letter leads to, and what makes it easier for them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.design.pages import go_to, show
from kith.people import actions, links, supporting
from kith.people.doors import public_page, self_page
from kith.people.forms.own_needs import OwnNeeds

from .answering import done, status_of


@public_page
def come_in(request: HttpRequest, held: str) -> HttpResponse:
    """Nothing about anybody: it says that somebody would like them to see something. Opening it does nothing."""
    share = supporting.invited_with(held)
    if share is None:
        return links.is_over(request)
    if request.method == "POST":
        actions.come_in(share=share, by=request.actor)
        messages.success(request, "Thank you. Now sign in with the email address that the letter came to.")
        return go_to(request, "home:front")
    return show(request, "people/come-in.html")


@self_page
def own_needs(request: HttpRequest) -> HttpResponse:
    """For whoever was let in by somebody."""
    if not supporting.was_let_in(request.user):
        raise Http404
    needs, own = supporting.needs_of(request.user), {"user": request.user, "by": request.actor}
    if needs and "nothing_changed" in request.POST:
        actions.say_own_needs(**own)
        messages.success(request, "Thank you. It stays as it is.")
        return go_to(request, "home:front")
    form = OwnNeeds(request.POST or None, needs=needs)
    if request.method == "POST" and done(form, lambda: actions.say_own_needs(**own, **form.said())):
        messages.success(request, "Kept.")
        return go_to(request, "people:own_needs")
    return show(request, "people/own-needs.html", {"form": form, "needs": needs}, status=status_of(form))
