"""A notebook is opened, and the person invited to it, if and when that is right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.public_ids import new_public_id
from kith.design.pages import go_to, show
from kith.people import actions, queries, reaching
from kith.people.doors import anywhere_page, individual_page
from kith.people.forms.notebooks import Invite, NewNotebook
from kith.people.writer import is_the_individual

from .answering import done, status_of


@anywhere_page(Permission.OPEN_NOTEBOOK)
def new_notebook(request: HttpRequest) -> HttpResponse:
    """One page, and only the name is needed. Nobody is told."""
    teams = queries.teams_where(request.actor, Permission.OPEN_NOTEBOOK)
    form = NewNotebook(request.POST or None, teams=teams, initial={"opened_from": new_public_id()})
    if request.method == "POST":
        opened = done(form, lambda: actions.open_notebook(by=request.actor, **form.about()))
        if opened:
            messages.success(request, f"{opened.individual.called}’s notebook is open. Nobody was told.")
            return go_to(request, "people:invite", individual=opened.individual.public_id)
    return show(request, "people/new-notebook.html", {"form": form}, status=status_of(form))


def has_address(individual) -> bool:
    """Whether they sign in with an address already."""
    return individual.user is not None and bool(individual.user.email)


@individual_page(Permission.INVITE_INDIVIDUAL)
def invite(request: HttpRequest, individual) -> HttpResponse:
    """By email, by text, with a printed code, or not now. The exact words are shown before they go."""
    form = Invite(request.POST or None, initial={"email": individual.written_to_at})
    channel = request.POST.get("do", "")
    if channel in ("email", "text") and not is_the_individual(request.actor, individual):
        sent = {"individual": individual, "channel": channel, "by": request.actor}
        if done(form, lambda: actions.invite_individual(email=form.cleaned_data["email"], **sent)):
            messages.success(request, _told(individual, channel))
            return go_to(request, "people:invite", individual=individual.public_id)
    return show(request, "people/invite.html", _invitation(request, individual, form), status=status_of(form))


def _told(individual, channel: str) -> str:
    if channel == "email":
        return f"The letter to {individual.called} is on its way."
    is_sent = reaching.texts_have_a_way_out() and individual.phone
    return f"The text to {individual.called} is on its way." if is_sent else "Now copy the words into your own phone."


def _invitation(request: HttpRequest, individual, form: Invite) -> dict:
    """The words as they will go. `is_in`: they have signed in already."""
    account = individual.user
    return {
        "individual": individual,
        "form": form,
        "letter": reaching.invitation(individual, request.user),
        "text": reaching.text_invitation(individual, request.user, individual.written_to_at),
        "subject": reaching.SUBJECT,
        "sends_texts": reaching.texts_have_a_way_out() and bool(individual.phone),
        "is_invited": has_address(individual),
        "is_in": has_address(individual) and account.last_login is not None,
        "is_own": is_the_individual(request.actor, individual),
    }
