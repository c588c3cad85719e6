"""The page before a meeting, for whoever holds its link: this visit only, and a box to ask something first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.access.actor import Role
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.forms.before import AskForm
from kith.conversations.queries import before
from kith.design.pages import show
from kith.people.doors import link_page
from kith.people.links import is_over


@link_page("visit", Role.VISITOR)
def visit(request: HttpRequest, link) -> HttpResponse:
    """Opening it changes nothing, however often; only the button asks."""
    meeting = before.meeting_of_link(link)
    if meeting is None:
        return is_over(request)
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            words = form.cleaned_data["question"]
            actions.ask(individual=link.individual, words=words, meeting=meeting, by=request.actor)
        except Refused as reason:
            form.add_error("question", str(reason))
        else:
            return redirect(reverse("visit:arrived", args=[request.resolver_match.kwargs["link"]]))
    return _page(request, meeting, form, status=422 if form.errors else 200)


@link_page("visit", Role.VISITOR)
def arrived(request: HttpRequest, link) -> HttpResponse:
    """The same page, saying first that the question has arrived."""
    meeting = before.meeting_of_link(link)
    return is_over(request) if meeting is None else _page(request, meeting, AskForm(), has_arrived=True)


def _page(request: HttpRequest, meeting, form, *, has_arrived: bool = False, status: int = 200) -> HttpResponse:
    context = {
        "before": before.before_we_meet(meeting, anybody_may_read=True),
        "asked": before.asked_about(meeting, through_link=True),
        "form": form,
        "has_arrived": has_arrived,
        "page": reverse("visit:visit", args=[request.resolver_match.kwargs["link"]]),
    }
    return show(request, "conversations/visit.html", context, status=status)
