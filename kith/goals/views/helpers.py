"""Who lends a hand with a goal, besides the worker."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.goals import actions, forms, queries
from kith.people.doors import individual_page

from .answers import found, go_back, went_well
from .one_goal import show_goal


@individual_page(Permission.WRITE_GOALS)
@require_POST
def lend_a_hand(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Somebody helps with this goal."""
    about = found(queries.goal_called(individual, goal))
    form = forms.HelperForm(request.POST)
    if not form.is_valid():
        return show_goal(request, individual, about, status=422, helper_form=form)
    went_well(request, actions.lend_a_hand, goal=about, **form.cleaned_data)
    return go_back(request, individual, about)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def stop_helping(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """They no longer help with this goal."""
    about = found(queries.goal_called(individual, goal))
    helper = queries.helper_called(individual, request.POST.get("helper", ""))
    if helper is not None:
        went_well(request, actions.stop_helping, goal=about, helper=helper)
    return go_back(request, individual, about)
