"""“Tell the team something”: open to anybody, and it never says whether the team knows the person."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import trail
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.help_now import help_now
from kith.design.pages import go_to, show
from kith.messaging import actions
from kith.messaging.forms.words_to_team import TellForm
from kith.messaging.queries import words_to_team as queries
from kith.people import supporting
from kith.people.doors import individual_page, public_page, team_page
from kith.people.wishes import wishes_of

from .sorting import sorted_out


@public_page
def tell(request: HttpRequest) -> HttpResponse:
    """Without signing in. Somebody who was let in chooses by name."""
    user = request.user if request.user.is_authenticated else None
    shares = list(supporting.shares_for(user)) if user else []
    form = TellForm(request.POST or None, shares=shares, name=user.name if user else "")
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_team(by=request.actor, **form.said())
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            return go_to(request, "telling:thank_you")
    context = {"form": form, "help": help_now()}
    return show(request, "messaging/tell.html", context, status=422 if form.errors else 200)


@public_page
def thank_you(request: HttpRequest) -> HttpResponse:
    """What happens next, whoever it was about."""
    return show(request, "messaging/told_thanks.html")


@individual_page(Permission.READ_WORDS, trails=False)
def words_page(request: HttpRequest, individual) -> HttpResponse:
    """What others told the team about one person. That it was read is kept where the individual does not see it."""
    with trail.recorded():
        trail.record("read what the team was told", by=request.actor, about=individual, reading=True)
    context = {"individual": individual, "words": queries.words_about(individual)}
    context["if_worried"] = wishes_of(individual).if_worried
    return show(request, "messaging/words.html", context)


@individual_page(Permission.SEE_TO_WORDS)
@require_POST
def read(request: HttpRequest, individual, word: str) -> HttpResponse:
    """Somebody has read it."""
    found = queries.word_about(individual, word)
    if found is None:
        raise Http404
    actions.read_word(word=found, by=request.actor)
    messages.success(request, "Kept: you have read it.")
    return go_to(request, "telling:words_page", individual=individual.public_id)


@team_page(Permission.SORT_UNMATCHED)
@require_POST
def sort(request: HttpRequest, team, word: str) -> HttpResponse:
    """About whom it is, or nobody here."""
    found = queries.word_of_nobody(team, word)
    if found is None:
        raise Http404
    aside, know = partial(actions.set_word_aside, word=found), partial(actions.know_whom, word=found)
    return sorted_out(request, team, set_aside=aside, know=know)
