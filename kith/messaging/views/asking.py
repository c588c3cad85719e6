"""“Ask me how it went”, on the page of a goal; and what is offered after two times “not this time”."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.goals.queries import goal_called
from kith.goals.views.answers import found, went_well
from kith.messaging.actions import answering, asking
from kith.messaging.forms.asking import AskForm
from kith.messaging.queries import asking as queries
from kith.people.doors import individual_page
from kith.people.queries import worker_of
from kith.people.writer import is_the_individual


@individual_page(Permission.READ_GOALS)
def part(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """How they are asked about this goal, for the goal's own page."""
    about = found(goal_called(individual, goal))
    return show(request, "messaging/asking/part.html", _context(request, individual, about))


@individual_page(Permission.WRITE_REMINDERS)
def ask_me(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """The few choices, and their button."""
    about = found(goal_called(individual, goal))
    is_own = is_the_individual(request.actor, individual)
    chosen = {"goal": about, "ask": queries.ask_of(about), "is_own": is_own}
    form = AskForm(request.POST if request.method == "POST" else None, **chosen)
    if request.method == "POST" and form.is_valid():
        try:
            asking.choose_asking(goal=about, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Kept. It can be changed or switched off whenever you like.")
            return _back(request, individual, about)
    context = _context(request, individual, about) | {"form": form}
    return show(request, "messaging/asking/ask_me.html", context, status=422 if form.errors else 200)


@individual_page(Permission.WRITE_REMINDERS)
@require_POST
def ask_no_more(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Off."""
    about = found(goal_called(individual, goal))
    if went_well(request, asking.stop_asking_about, goal=about):
        messages.success(request, "Nothing is asked about this any more.")
    return _back(request, individual, about)


@individual_page(Permission.WRITE_REMINDERS)
@require_POST
def ask_again(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """On again, as it was chosen before; where nothing was, to the choices."""
    about = found(goal_called(individual, goal))
    ask = queries.ask_of(about)
    if ask is None:
        return go_to(request, "asking:ask_me", individual=individual.public_id, goal=about.public_id)
    if went_well(request, asking.ask_again, ask=ask):
        messages.success(request, "The next question comes as before.")
    return _back(request, individual, about)


@individual_page(Permission.WRITE_REQUESTS)
@require_POST
def go_together(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """The worker is asked to come along."""
    about, worker = found(goal_called(individual, goal)), worker_of(individual)
    if went_well(request, answering.ask_to_go_together, goal=about):
        messages.success(request, f"Asked. {worker.first_name if worker else 'The team'} will see it.")
    return _back(request, individual, about)


def _context(request: HttpRequest, individual, goal) -> dict:
    ask = queries.ask_of(goal)
    return {
        "individual": individual,
        "goal": goal,
        "ask": ask,
        "next_words": queries.next_in_words(ask) if ask else "",
        "is_own": is_the_individual(request.actor, individual),
    }


def _back(request: HttpRequest, individual, goal) -> HttpResponse:
    place = way_back(request)
    if place:
        return go_to(request, place)
    return go_to(request, "goals:goal_page", individual=individual.public_id, goal=goal.public_id)
