"""What gets in the way of a goal: noted in a sentence, with more to say only for whoever likes."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.goals import actions, forms, queries
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from .answers import found
from .one_goal import show_goal


@individual_page(Permission.WRITE_BARRIERS)
@require_POST
def note_barrier(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """What gets in the way."""
    about = found(queries.goal_called(individual, goal))
    form = forms.BarrierForm(request.POST, is_own=is_the_individual(request.actor, individual))
    if _did(form, actions.note_barrier, goal=about, by=request.actor):
        return _to_barriers(request, individual, about)
    return show_goal(request, individual, about, status=422, barrier_form=form)


@individual_page(Permission.WRITE_BARRIERS)
def barrier_page(request: HttpRequest, individual, goal: str, barrier: str) -> HttpResponse:
    """One thing that gets in the way, and what may be added."""
    told = found(queries.barrier_called(individual, goal, barrier))
    is_own = is_the_individual(request.actor, individual)
    form = forms.MoreOfBarrierForm(request.POST or None, initial=forms.chosen_of(told), is_own=is_own)
    if request.method == "POST" and _did(form, actions.say_more_of_barrier, barrier=told, by=request.actor):
        return _to_barriers(request, individual, told.goal)
    context = {"individual": individual, "goal": told.goal, "told": told, "form": form, "is_own": is_own}
    return show(request, "goals/barrier_page.html", context, status=422 if form.errors else 200)


def _did(form, act, **about) -> bool:
    """Whether it was kept; where a rule says no, its sentence stands on the form."""
    if not form.is_valid():
        return False
    try:
        act(**about, **form.cleaned_data)
    except Refused as reason:
        form.add_error(None, str(reason))
    return not form.errors


def _to_barriers(request: HttpRequest, individual, goal) -> HttpResponse:
    """The goal's page is long: back to where it stands."""
    return go_to(request, f"{reverse('goals:goal_page', args=[individual.public_id, goal.public_id])}#in-the-way")
