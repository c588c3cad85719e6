"""One tap to say how it went, and results."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import way_back
from kith.goals import actions, forms, queries
from kith.people.doors import individual_page

from .answers import found, go_back, went_well
from .one_goal import show_goal

MORE_ELSEWHERE = "Thank you. You can say more about it on <a href='{}'>the page of the goal</a>."


@individual_page(Permission.WRITE_GOALS)
@require_POST
def check_in(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """Went, or not this time."""
    about = found(queries.goal_called(individual, goal))
    form = forms.CheckInForm(request.POST)
    if form.is_valid() and _is_kept(request, form, actions.check_in, about):
        messages.success(request, _thanks(individual, about) if way_back(request) else "Thank you. It is written down.")
        return go_back(request, individual, about)
    return show_goal(request, individual, about, status=422, check_in_form=form)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def add_result(request: HttpRequest, individual, goal: str) -> HttpResponse:
    """How it turned out."""
    about = found(queries.goal_called(individual, goal))
    form = forms.ResultForm(request.POST, goal=about)
    if form.is_valid() and _is_kept(request, form, actions.add_result, about):
        messages.success(request, "That is written down.")
        return go_back(request, individual, about)
    return show_goal(request, individual, about, status=422, result_form=form)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def take_back_result(request: HttpRequest, individual, goal: str, result: str) -> HttpResponse:
    """It was mistyped."""
    about = found(queries.goal_called(individual, goal))
    taken = found(queries.result_called(about, result))
    if went_well(request, actions.take_back_result, result=taken):
        messages.success(request, f"Taken out: {taken.value_words}.")
    return go_back(request, individual, about)


def _thanks(individual, goal) -> str:
    """Pressed elsewhere, where there are no more words to be typed."""
    return format_html(MORE_ELSEWHERE, reverse("goals:goal_page", args=[individual.public_id, goal.public_id]))


def _is_kept(request: HttpRequest, form, act, goal) -> bool:
    """Keeps it, or puts the rule's sentence on top of the form."""
    try:
        act(goal=goal, by=request.actor, **form.cleaned_data)
    except Refused as reason:
        form.add_error(None, str(reason))
        return False
    return True
