"""Letting somebody in: choosing, looking at their very page, yes or not now; and what they see then."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import trail
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.home.forms import LetInForm
from kith.home.queries import shown
from kith.people import actions, supporting
from kith.people import queries as people
from kith.people.doors import individual_page, self_page
from kith.people.views.answering import done, status_of
from kith.people.writer import is_the_individual

NOT_NOW = "Nothing was shown to anybody."
LET_IN = "Done. {name} gets a short email, and sees this once they have signed in."


@individual_page(Permission.WRITE_SHARES)
def let_in(request: HttpRequest, individual) -> HttpResponse:
    """Who, what, and until when; then what they would see, with a yes and a not now of the same size."""
    is_own, does = is_the_individual(request.actor, individual), request.POST.get("do", "")
    if does == "not now":
        messages.info(request, NOT_NOW)
        return _to_shares(request, individual)
    offered = shown.all_parts(individual)
    form = LetInForm(request.POST or None, individual=individual, offered=offered, is_own=is_own)
    if does == "yes" and done(form, lambda: _let_see(request, individual, form)):
        return _to_shares(request, individual)
    context = {"individual": individual, "form": form, "is_own": is_own}
    if does != "change" and form.is_valid():
        share = shown.in_preview(individual, form.lets())
        return show(request, "home/let-in-preview.html", context | {"share": share, "parts": shown.shown_to(share)})
    return show(request, "home/let-in.html", context, status=200 if does == "change" else status_of(form))


def _let_see(request: HttpRequest, individual, form: LetInForm):
    share = actions.let_see(individual=individual, lets=form.lets(), by=request.actor)
    messages.success(request, LET_IN.format(name=share.recipient))
    return share


@individual_page(Permission.READ_SHARES)
def one_share(request: HttpRequest, individual, share: str) -> HttpResponse:
    """What one person sees now; what may be held back, and whether it goes on."""
    found = _found(individual, share)
    every = shown.all_parts(individual)
    context = {"individual": individual, "share": found, "parts": shown.shown_to(found, every)}
    context |= {"held": shown.held_back_of(found, every), "left_out": shown.left_out_of(found, every)}
    context["is_own"] = is_the_individual(request.actor, individual)
    return show(request, "home/one-share.html", context)


@individual_page(Permission.WRITE_SHARES)
@require_POST
def hold_back(request: HttpRequest, individual, share: str) -> HttpResponse:
    """One thing is left out, or shown again."""
    found, again = _found(individual, share), "again" in request.POST
    key = request.POST.get("again") or request.POST.get("thing", "")
    _said(request, lambda: actions.hold_back(share=found, key=key, shown_again=again, by=request.actor))
    return go_to(request, "home:one_share", individual=individual.public_id, share=share)


@individual_page(Permission.WRITE_SHARES)
@require_POST
def go_on(request: HttpRequest, individual, share: str) -> HttpResponse:
    """For as long again."""
    found, alone = _found(individual, share), bool(request.POST.get("alone"))
    if _said(request, lambda: actions.let_go_on(share=found, talked_alone=alone, by=request.actor)):
        messages.success(request, "Kept. It goes on for six months more.")
    return go_to(request, "home:one_share", individual=individual.public_id, share=share)


def _said(request: HttpRequest, act) -> bool:
    try:
        act()
    except Refused as reason:
        messages.info(request, str(reason))
        return False
    return True


def _found(individual, public_id: str):
    """One that lets somebody see parts of the record, and still does."""
    found = people.shares_of(individual).filter(public_id=public_id).exclude(sections=[]).first()
    if found is None:
        raise Http404
    return found


def _to_shares(request: HttpRequest, individual) -> HttpResponse:
    return go_to(request, "people:shares", individual=individual.public_id)


@self_page
def let_see(request: HttpRequest, share: str) -> HttpResponse:
    """What one individual shows to the visitor. Ended, stopped and made up look alike."""
    found = supporting.shares_for(request.user).filter(public_id=share).first()
    if found is None:
        raise Http404
    with trail.recorded():
        trail.record(supporting.LOOKED, by=request.actor, about=found, individual=found.individual, reading=True)
    return show(request, "home/let-see.html", {"share": found, "parts": shown.shown_to(found)})
