"""Introducing: one page of three choices, and the words that follow."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.directory import queries as directory
from kith.ideas import queries as ideas
from kith.introductions import actions, choosing, helping, queries
from kith.people import handing
from kith.people.doors import individual_page

from .answers import address_of, found_or_nothing, go_on, said_yes, together_address

NEW = "introductions/new.html"
SHOWN = ("yes", "hand")  # these go on with the words as they were shown


@individual_page(Permission.WRITE_INTRODUCTIONS)
def new(request: HttpRequest, individual) -> HttpResponse:
    """Three choices, and the words that follow. Nothing is kept until a button says so."""
    activity = directory.activity(request.POST.get("activity") or request.GET.get("activity", ""))
    if activity is None:
        return go_to(request, "ideas:table", individual=individual.public_id)
    if already := _begun_before(request, individual, activity):
        return redirect(address_of(already))
    about = {"individual": individual, "activity": activity, "helps": _what_helps(request, individual)}
    page = choosing.begin(user=request.user, data=request.POST, **about)
    do = request.POST.get("do", "")
    if do not in ("later", *SHOWN):
        return _choosing(request, page)
    if not page.is_ready(request.POST.get("shown", "") if do in SHOWN else None):
        return _choosing(request, page, status=422)
    return _prepare(request, page, do)


@individual_page(Permission.WRITE_INTRODUCTIONS)
def change(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Other choices, while it still waits for the yes."""
    found = found_or_nothing(individual, introduction)
    if found.share_id:
        return redirect(address_of(found))
    helps = _what_helps(request, individual)
    about = {"individual": individual, "activity": found.activity, "introduction": found, "helps": helps}
    page = choosing.begin(user=request.user, data=request.POST, **about)
    if request.POST.get("do") != "save":
        return _choosing(request, page, introduction=found)
    if not page.is_ready(None):
        return _choosing(request, page, introduction=found, status=422)
    change = {"introduction": found, "by": request.actor, **page.chosen}
    return _keep(request, page, lambda: actions.change(**change), introduction=found)


def _what_helps(request: HttpRequest, individual) -> list[str]:
    """Lines they may pick from, for whoever may read what they said about themselves."""
    return helping.lines_to_pick(individual) if Permission.READ_ABOUT_ME in request.may else []


def _begun_before(request: HttpRequest, individual, activity):
    """The introduction to this place that is there already, unless they choose to begin again."""
    is_asked = request.method == "POST" or "again" in request.GET
    return None if is_asked else queries.latest_to(individual, activity)


def _prepare(request: HttpRequest, page, do: str) -> HttpResponse:
    """Keeps the choices: with a yes, for the individual to press on this screen, or for later."""
    about = {"individual": page.individual, "activity": page.activity, "by": request.actor, **page.chosen}
    about["idea"] = ideas.latest_word(page.individual, page.activity)
    about["opened_from"] = page.form.cleaned_data["opened_from"]
    if do == "yes":
        shown = request.POST["shown"]
        return _keep(request, page, lambda: actions.prepare_with_a_yes(shown=shown, **about), told=said_yes)
    if do == "later":
        return _keep(request, page, lambda: actions.prepare(**about))
    return _hand_over(request, page, about)


def _hand_over(request: HttpRequest, page, about: dict) -> HttpResponse:
    """From here on the screen is in the individual's hands."""
    try:
        introduction = actions.prepare(**about)
    except Refused as refused:
        page.form.add_error(None, str(refused))
        return _choosing(request, page, status=409)
    handing.hand_over(request, page.individual)
    return redirect(together_address(introduction))


def _choosing(request: HttpRequest, page, *, introduction=None, status: int = 200) -> HttpResponse:
    """The page of choices; only its words when a choice changed."""
    context = {"page": page, "individual": page.individual, "form": page.form, "introduction": introduction}
    part = "words" if request.POST.get("do") == "show" else None
    return show(request, NEW, context, part=part, status=status)


def _keep(request: HttpRequest, page, act, *, introduction=None, told=None) -> HttpResponse:
    """Keeps what was chosen and goes on; a refusal shows the choices again, as they were made."""
    try:
        return go_on(request, act(), told)
    except Refused as refused:
        page.form.add_error(None, str(refused))
        return _choosing(request, page, introduction=introduction, status=409)
