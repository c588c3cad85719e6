"""The filled form as the individual reads it, on the screen or on paper, and what they say to it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused, refuse_if
from kith.design.pages import go_to, show
from kith.paperwork import actions, queries
from kith.paperwork.editions import is_current, latest_edition
from kith.paperwork.filled import filled
from kith.paperwork.on_paper import on_paper
from kith.people.doors import individual_page
from kith.people.printing import size_for
from kith.people.writer import is_the_individual

from .filling import found

AS_TOLD = "as_told"
PRESS_AGAIN = "Please press one of the answers below."


@individual_page(Permission.READ_FORMS, together=True)
def read(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """What was shown last, in plain words."""
    return _page(request, individual, found(queries.filling_called(individual, filling)))


def _page(request: HttpRequest, individual, filling, status: int = 200, **sent_back) -> HttpResponse:
    edition = found(latest_edition(filling))
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "filling": filling,
        "edition": edition,
        "showing": getattr(edition, "showing", None),
        "outcome": queries.latest_outcome(edition),
        "taken": queries.latest_taken(edition),
        "otherwise": queries.otherwise_of(filling),
        "is_current": is_current(edition),
    }
    return show(request, "paperwork/read.html", context | sent_back, status=status)


@individual_page(Permission.READ_FORMS)
def paper(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """The form to print, with the same numbers as on the screen, as far as it is filled in."""
    form = filled(found(queries.filling_called(individual, filling)))
    context = {
        "individual": individual,
        "filling": form.filling,
        "form": form,
        "sheet": on_paper(form),
        "was_shown": queries.was_shown_as_it_is(form),
        "otherwise": queries.otherwise_of(form.filling),
        "print_size": size_for(individual),
    }
    return show(request, "paperwork/paper.html", context)


@individual_page(Permission.WRITE_FORMS)
@require_POST
def show_it(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """From now on the individual can look at it."""
    form = found(queries.filling_called(individual, filling))
    try:
        actions.show_it(filling=form, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
        return go_to(request, "paperwork:filling", individual=individual.public_id, filling=filling)
    return _to_reading(request, individual, filling)


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def was_shown(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """How it was looked at, or that it was not to be."""
    how = request.POST.get("how", "")
    return _told(request, individual, filling, actions.was_shown, how=how, as_told=_as_told(request))


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def say(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """That’s right, or something should be different."""
    more = {"says": request.POST.get("says", ""), "words": request.POST.get("words", "")}
    return _told(request, individual, filling, actions.say, as_told=_as_told(request), **more)


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def see_differently(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """Words of their own, which go with the form."""
    form = found(queries.filling_called(individual, filling))
    words = request.POST.get("words", "")
    try:
        actions.see_differently(filling=form, words=words, by=request.actor, as_told=_as_told(request))
    except Refused as reason:
        return _page(request, individual, form, 422, differently=words, differently_error=str(reason))
    messages.success(request, "Kept. It goes with the form wherever it goes.")
    return _to_reading(request, individual, filling)


def _told(request: HttpRequest, individual, public_id: str, action, **more) -> HttpResponse:
    form = found(queries.filling_called(individual, public_id))
    edition = queries.edition_called(form, request.POST.get("edition", ""))
    try:
        refuse_if(None if edition else PRESS_AGAIN)
        action(edition=edition, by=request.actor, **more)
    except Refused as reason:
        return _page(request, individual, form, 422, error=str(reason), typed=more.get("words", ""))
    except ValueError:
        return _page(request, individual, form, 422, error=PRESS_AGAIN, typed=more.get("words", ""))
    messages.success(request, f"Kept. {edition.made_by.first_name} sees it beside the form.")
    return _to_reading(request, individual, public_id)


def _to_reading(request: HttpRequest, individual, filling: str) -> HttpResponse:
    return go_to(request, "paperwork:read", individual=individual.public_id, filling=filling)


def _as_told(request: HttpRequest) -> bool:
    return request.POST.get(AS_TOLD) == "yes"
