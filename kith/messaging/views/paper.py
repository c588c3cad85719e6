"""The same on paper: a sheet to print, and the page for what came back on it or was told by phone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.goals.queries import helpers_of
from kith.messaging.actions import paper as actions
from kith.messaging.forms.paper import AsToldForm
from kith.messaging.queries import paper as queries
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual


@individual_page(Permission.READ_GOALS)
def on_paper(request: HttpRequest, individual) -> HttpResponse:
    """To print, write on, and give back."""
    context = {
        "individual": individual,
        "paper": queries.paper_for(individual),
        "is_own": is_the_individual(request.actor, individual),
    }
    return show(request, "messaging/asking/on_paper.html", context)


@individual_page(Permission.WRITE_GOALS)
def as_told(request: HttpRequest, individual) -> HttpResponse:
    """What stood on it, or was told."""
    form = _form(request, individual)
    if request.method == "POST" and form.is_valid():
        told = [actions.Told(*each) for each in form.told()]
        said = {"told_by": form.teller(), "question": form.cleaned_data["question"]}
        try:
            actions.keep_as_told(individual=individual, told=told, by=request.actor, **said)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Kept, as it was told.")
            return go_to(request, "goals:goals_page", individual=individual.public_id)
    is_own = is_the_individual(request.actor, individual)
    context = {"individual": individual, "form": form, "is_own": is_own}
    return show(request, "messaging/asking/as_told.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, individual) -> AsToldForm:
    return AsToldForm(
        request.POST if request.method == "POST" else None,
        individual=individual,
        days=queries.days_to_tell_of(individual),
        helpers=helpers_of(individual),
        is_own=is_the_individual(request.actor, individual),
    )
