"""A worker's messages in one place, short answers of their own, and what came from somebody nobody knows yet."""

from functools import partial

from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.messaging import actions, queries
from kith.messaging.forms.messages import PhraseForm
from kith.messaging.queries import letters, words_to_team
from kith.people import queries as people
from kith.people.doors import anywhere_page, self_page, team_page

from .sorting import sorted_out


@anywhere_page(Permission.SEE_CASELOAD)
def inbox(request: HttpRequest) -> HttpResponse:
    """What waits of everybody they work with, and where else something may wait."""
    individuals = list(people.caseload(request.user))
    teams, post = people.teams_of(request.user), letters.of_people(individuals)
    context = {
        "waiting": queries.waiting_for(individuals),
        "phrases": queries.phrases_of(request.user),
        "letters": post.to_see_to,
        "to_print": len(post.to_print),
        "told": list(words_to_team.words_waiting(individuals)),
        "unknown": [(team, queries.how_many_unknown(team)) for team in teams],
    }
    return show(request, "messaging/inbox.html", context)


@self_page
def phrases(request: HttpRequest) -> HttpResponse:
    """Short answers of one's own."""
    form, kept = PhraseForm(request.POST or None), queries.phrases_of(request.user)
    if form.is_valid() and form.cleaned_data["phrase"].strip() in [each.words for each in kept]:
        form.add_error("phrase", "You have that one already.")
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_phrase(user=request.user, words=form.cleaned_data["phrase"], by=request.actor)
        except Refused as reason:
            form.add_error("phrase", str(reason))
        else:
            return redirect("messaging:phrases")
    context = {"form": form, "phrases": kept}
    return show(request, "messaging/phrases.html", context, status=422 if form.errors else 200)


@self_page
@require_POST
def put_phrase_away(request: HttpRequest, phrase: str) -> HttpResponse:
    """One of them is no longer wanted."""
    found = queries.phrase_called(request.user, phrase)
    if found is None:
        raise Http404
    actions.put_phrase_away(phrase=found, by=request.actor)
    notices.success(request, f"Put away: {found.words}")
    return redirect("messaging:phrases")


@team_page(Permission.READ_UNMATCHED)
def unknown(request: HttpRequest, team) -> HttpResponse:
    """What came in from somebody we do not know yet."""
    context = {"team": team, "unknown": queries.not_yet_known(team), "individuals": list(people.caseload(request.user))}
    context["told"] = list(words_to_team.words_of_nobody(team))
    return show(request, "messaging/unknown.html", context)


@team_page(Permission.SORT_UNMATCHED)
@require_POST
def sort(request: HttpRequest, team, sent: str) -> HttpResponse:
    """Whose it is, or nobody's."""
    found = queries.unknown_called(team, sent)
    if found is None:
        raise Http404
    aside, know = partial(actions.set_aside, message=found), partial(actions.know_sender, message=found)
    return sorted_out(request, team, set_aside=aside, know=know)
