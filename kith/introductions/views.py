"""Introducing: one page of three choices, and the page of each introduction."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.directory import queries as directory
from kith.ideas import queries as ideas
from kith.people.doors import individual_page

from . import actions, choosing, forms, queries, shown, stages, states

NEW = "introductions/new.html"


@individual_page(Permission.WRITE_INTRODUCTIONS)
def new(request: HttpRequest, individual) -> HttpResponse:
    """Three choices, and the words that follow. Nothing is kept until a button says so."""
    asked_for = request.POST.get("activity") or request.GET.get("activity", "")
    activity = directory.activity(asked_for)
    if activity is None:
        return go_to(request, "ideas:table", individual=individual.public_id)
    page = choosing.begin(individual=individual, activity=activity, user=request.user, data=request.POST)
    do = request.POST.get("do", "")
    if do not in ("yes", "later"):
        return _choosing(request, page)
    if not page.is_ready(request.POST.get("shown", "") if do == "yes" else None):
        return _choosing(request, page, status=422)
    about = {"individual": individual, "activity": activity, "by": request.actor, **page.chosen}
    about["idea"] = ideas.latest_word(individual, activity)
    about["opened_from"] = page.form.cleaned_data["opened_from"]
    if do == "yes":
        about["shown"] = request.POST["shown"]
    make = actions.prepare_with_a_yes if do == "yes" else actions.prepare
    return _keep(request, page, lambda: make(**about), told=_said_yes if do == "yes" else None)


@individual_page(Permission.WRITE_INTRODUCTIONS)
def change(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Other choices, while it still waits for the yes."""
    found = _found(individual, introduction)
    if found.share_id:
        return redirect(_address(found))
    about = {"individual": individual, "activity": found.activity, "introduction": found}
    page = choosing.begin(user=request.user, data=request.POST, **about)
    if request.POST.get("do") != "save":
        return _choosing(request, page, introduction=found)
    if not page.is_ready(None):
        return _choosing(request, page, introduction=found, status=422)
    change = {"introduction": found, "by": request.actor, **page.chosen}
    return _keep(request, page, lambda: actions.change(**change), introduction=found)


@individual_page(Permission.READ_INTRODUCTIONS)
def introduction_page(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Where it stands, the words that were agreed, and what was said of it since."""
    return _page(request, _found(individual, introduction))


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def yes(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """The individual's yes to the words as they were shown."""
    found, words = _found(individual, introduction), request.POST.get("shown", "")
    return _try(
        request, found, lambda: actions.agree(introduction=found, shown=words, by=request.actor), told=_said_yes
    )


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def not_now(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Not now: nothing is said to anybody."""
    found = _found(individual, introduction)
    return _try(request, found, lambda: actions.not_now(introduction=found, by=request.actor), told=_not_now)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def call(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """What they said when rung."""
    found = _found(individual, introduction)
    form = forms.Call(request.POST, host_name=found.host_name)
    if not form.is_valid():
        return _page(request, found, call=form, status=422)
    said = {"words": form.cleaned_data["words"], "welcoming": bool(form.cleaned_data["welcoming"])}
    said["is_answered"] = not form.cleaned_data["answer"]
    note = {"introduction": found, "by": request.actor, **said}
    return _try(request, found, lambda: actions.note_call(**note), call=form)


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def report(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """How it went: one tap, and words if they like."""
    found = _found(individual, introduction)
    form = forms.HowItWent(request.POST)
    if not form.is_valid():
        return _page(request, found, how=form, status=422)
    said = {"kind": request.POST.get("kind", ""), "words": form.cleaned_data["words"]}
    return _try(
        request, found, lambda: actions.report(introduction=found, by=request.actor, **said), how=form, told=_reported
    )


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def visit(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """A day for the first visit, or another one."""
    found, form = _found(individual, introduction), forms.Visit(request.POST)
    if not form.is_valid():
        return _page(request, found, visit=form, status=422)
    planned = {"introduction": found, "by": request.actor, **form.cleaned_data}
    return _try(request, found, lambda: actions.plan_visit(**planned), visit=form)


def _found(individual, public_id: str):
    found = queries.introduction(individual, public_id)
    if found is None:
        raise Http404
    return found


def _choosing(request: HttpRequest, page, *, introduction=None, status: int = 200) -> HttpResponse:
    """The page of choices; only its words when a choice changed."""
    context = {"page": page, "individual": page.individual, "form": page.form, "introduction": introduction}
    part = "words" if request.POST.get("do") == "show" else None
    return show(request, NEW, context, part=part, status=status)


def _keep(request: HttpRequest, page, act, *, introduction=None, told=None) -> HttpResponse:
    """Keeps what was chosen and goes on; a refusal shows the choices again, as they were made."""
    try:
        return _go_on(request, act(), told)
    except Refused as refused:
        page.form.add_error(None, str(refused))
        return _choosing(request, page, introduction=introduction, status=409)


def _try(request: HttpRequest, introduction, act, *, told=None, **typed) -> HttpResponse:
    """Does it and goes on; a refusal shows the page again, with what was typed."""
    try:
        act()
    except Refused as refused:
        for form in typed.values():
            form.add_error(None, str(refused))
        return _page(request, introduction, status=409, refusal="" if typed else str(refused), **typed)
    return _go_on(request, introduction, told)


def _go_on(request: HttpRequest, introduction, told=None) -> HttpResponse:
    """`told` finds the words about what was done; otherwise it is simply kept."""
    otherwise = _address(introduction)
    messages.success(request, told(request, introduction) if told else "Kept.")
    return redirect(way_back(request, otherwise))


def _said_yes(request: HttpRequest, introduction) -> str:
    return states.after_the_yes(introduction, to_individual=_is_theirs(request, introduction))


def _not_now(request: HttpRequest, introduction) -> str:
    return "Not now. That is fine. Nothing is said."


def _reported(request: HttpRequest, introduction) -> str:
    if request.POST.get("kind") != "ended":
        return "Kept."
    went = queries.has(introduction, *states.WENT)
    return "Ended. That is fine." if went else "Ended. That is fine. Nobody there is told."


def _is_theirs(request: HttpRequest, introduction) -> bool:
    return request.user.pk == introduction.individual.user_id


def _address(introduction) -> str:
    names = (introduction.individual.public_id, introduction.public_id)
    return reverse("introductions:introduction_page", args=names)


def _page(request: HttpRequest, introduction, *, status: int = 200, refusal: str = "", **typed) -> HttpResponse:
    """The page of one introduction. `typed` holds the form that did not go through, if one did not."""
    is_theirs = _is_theirs(request, introduction)
    page = shown.page_of(introduction, to_individual=is_theirs)
    open_form = stages.form_of(introduction, to_individual=is_theirs)
    page |= {
        "call": forms.Call(host_name=introduction.host_name),
        "how": forms.HowItWent(),
        "visit": forms.Visit(),
        "refusal": refusal,
        "may_write": Permission.WRITE_INTRODUCTIONS in request.may,
        "is_elsewhere": any(form.errors for name, form in typed.items() if name != open_form),
    }
    return show(request, "introductions/introduction_page.html", page | typed, status=status)
