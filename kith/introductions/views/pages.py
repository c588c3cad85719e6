"""The page of one introduction, and what is pressed on it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.introductions import actions, forms, queries, states
from kith.people.doors import individual_page

from .answers import call_form, do_and_go_on, found_or_nothing, page, said_yes, visit_form


@individual_page(Permission.READ_INTRODUCTIONS)
def introduction_page(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Where it stands, the words that were agreed, and what was said of it since."""
    return page(request, found_or_nothing(individual, introduction))


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def yes(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The individual's yes to the words as they were shown."""
    found = found_or_nothing(individual, introduction)
    about = {"introduction": found, "shown": request.POST.get("shown", ""), "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.agree(**about), told=said_yes)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def not_now(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Not now: nothing is said to anybody."""
    found = found_or_nothing(individual, introduction)
    return do_and_go_on(
        request, found, lambda: actions.not_now(introduction=found, by=request.actor), told=_said_not_now
    )


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def call(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """What they said when rung."""
    found = found_or_nothing(individual, introduction)
    form = call_form(request, found, request.POST)
    if not form.is_valid():
        return page(request, found, call=form, status=422)
    note = {"introduction": found, "by": request.actor, **form.said}
    return do_and_go_on(request, found, lambda: actions.note_call(**note), call=form)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def report(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """How it went: one tap, and words if they like."""
    found = found_or_nothing(individual, introduction)
    form = forms.HowItWent(request.POST)
    if not form.is_valid():
        return page(request, found, how=form, status=422)
    said = {"kind": request.POST.get("kind", ""), "words": form.cleaned_data["words"], "by": request.actor}
    return do_and_go_on(
        request, found, lambda: actions.report(introduction=found, **said), how=form, told=_said_how_it_went
    )


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def visit(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """A day for the first visit, or another one."""
    found = found_or_nothing(individual, introduction)
    form = visit_form(request, found, request.POST)
    if not form.is_valid():
        return page(request, found, visit=form, status=422)
    planned = {"introduction": found, "by": request.actor, **form.planned}
    return do_and_go_on(request, found, lambda: actions.plan_visit(**planned), visit=form)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def send(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The letter to the place leaves, as it was shown."""
    found = found_or_nothing(individual, introduction)
    about = {"introduction": found, "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.send_message(**about), told=_said_sent)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def in_writing(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Two lines after a call, because they asked for them."""
    found = found_or_nothing(individual, introduction)
    about = {"introduction": found, "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.put_in_writing(**about), told=_said_in_writing)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def seen(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The place's answer was read."""
    found = found_or_nothing(individual, introduction)
    return do_and_go_on(request, found, lambda: actions.see_answer(introduction=found, by=request.actor))


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def pass_on(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """What the place wrote beside its answer, as it was read."""
    found = found_or_nothing(individual, introduction)
    about = {"introduction": found, "mark": request.POST.get("shown", ""), "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.pass_on_beside(**about), told=_said_passed_on)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def their_form(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The place has a form of its own to be filled in: a small step, from whoever may set one."""
    found = found_or_nothing(individual, introduction)
    about = {"introduction": found, "owner": request.POST.get("owner", ""), "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.add_their_form(**about))


def _said_not_now(request: HttpRequest, introduction) -> str:
    return "Not now. That is fine. Nothing is said."


def _said_sent(request: HttpRequest, introduction) -> str:
    return "On its way. Their answer comes back here."


def _said_in_writing(request: HttpRequest, introduction) -> str:
    return "On its way, with nothing to press."


def _said_passed_on(request: HttpRequest, introduction) -> str:
    return f"Passed on. {introduction.individual.called} can read it now."


def _said_how_it_went(request: HttpRequest, introduction) -> str:
    if request.POST.get("kind") != "ended":
        return "Kept."
    went = queries.has(introduction, *states.WENT)
    return "Ended. That is fine." if went else "Ended. That is fine. Nobody there is told."
