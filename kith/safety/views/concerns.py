"""Raising a worry about safety in one press, and the page of one for the few who read it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.forms import KithForm
from kith.design.pages import go_to, show
from kith.people.doors import anywhere_page
from kith.people.queries import teams_of
from kith.people.views.answering import done, status_of
from kith.safety import actions, forms, queries
from kith.safety.queries import MayRead

from .shared import about_whom

DOES: dict[str, tuple[type, Callable]] = {
    "take-on": (KithForm, actions.take_on),
    "note": (forms.NoteForm, actions.note_done),
    "put-on": (forms.PutOnForm, actions.put_on),
    "pass-on": (forms.PassOnForm, actions.pass_on),
    "told": (forms.ToldForm, actions.say_told),
    "untold": (forms.UntoldForm, actions.wait_to_tell),
    "close": (forms.CloseForm, actions.close),
}


@anywhere_page(Permission.SAY_WORRIED)
def worried(request: HttpRequest) -> HttpResponse:
    """What was seen or heard. Whom it is about is known where it begins from a page of theirs."""
    individual = about_whom(request, Permission.SAY_WORRIED)
    readers = _readers(request, individual)
    form = forms.WorriedForm(request.POST or None, is_named=individual is not None, seen_by=_seen_by(readers))
    about = {"individual": individual, "by": request.actor}
    concern = done(form, lambda: actions.raise_concern(**about, **form.cleaned_data)) if form.is_bound else None
    if concern:
        return go_to(request, "safety:concern", concern=concern.public_id)
    context = {"individual": individual, "form": form, "readers": readers}
    context["own"] = queries.own_concerns(request.actor)
    return show(request, "safety/worried.html", context, status=status_of(form))


def _readers(request: HttpRequest, individual) -> list:
    team = individual.team if individual else teams_of(request.user).first()
    return queries.who_reads(team, individual)


def _seen_by(readers: list) -> str:
    names = [each.name for each in readers]
    many = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    return f"{many} see{'' if len(names) > 1 else 's'} this." if names else "Whoever looks after safety sees this."


@anywhere_page(Permission.SAY_WORRIED)
def concern_page(request: HttpRequest, concern: str) -> HttpResponse:
    """All of it for whoever sees to it or is on it; their own words for whoever raised it."""
    found = _or_nothing(request, concern, MayRead.OWN_WORDS)
    actions.open_concern(concern=found, by=request.actor)
    return _page(request, found)


def _page(request: HttpRequest, concern, **failed) -> HttpResponse:
    reads = queries.may_read(request.actor, concern)
    if reads is MayRead.OWN_WORDS:
        return show(request, "safety/own.html", {"concern": concern})
    context = {"concern": concern, "sees_to_it": reads is MayRead.SEES_TO_IT, "opened": queries.who_opened(concern)}
    context |= {"is_mine": concern.taken_by_id == request.user.pk, "failed_form": next(iter(failed.values()), None)}
    context |= {what.replace("-", "_"): _form(what, concern) for what in DOES} if reads is MayRead.SEES_TO_IT else {}
    return show(request, "safety/concern.html", context | failed, status=422 if failed else 200)


def _form(what: str, concern, typed=None):
    more = {"who": queries.may_be_put_on(concern)} if what == "put-on" else {}
    more |= {"called": concern.about} if what == "told" else {}
    return DOES[what][0](typed, **more)


@anywhere_page(Permission.SEE_TO_WORRIES)
@require_POST
def see_to(request: HttpRequest, concern: str, what: str) -> HttpResponse:
    """One of the things that can be done about it; or the page again, with the reason against."""
    found = _or_nothing(request, concern, MayRead.SEES_TO_IT)
    if what not in DOES:
        raise Http404
    form = _form(what, found, request.POST)
    if done(form, lambda: DOES[what][1](concern=found, by=request.actor, **form.cleaned_data)) is None:
        return _page(request, found, **{what.replace("-", "_"): form})
    return go_to(request, "safety:concern", concern=concern)


@anywhere_page(Permission.SEE_TO_WORRIES)
@require_POST
def take_off(request: HttpRequest, concern: str) -> HttpResponse:
    """Somebody reads it no more."""
    found = _or_nothing(request, concern, MayRead.SEES_TO_IT)
    actions.take_off(concern=found, user=request.POST.get("user", ""), by=request.actor)
    return go_to(request, "safety:concern", concern=concern)


def _or_nothing(request: HttpRequest, public_id: str, least: MayRead):
    found = queries.concern_called(public_id)
    if found is None or queries.may_read(request.actor, found) < least:
        raise Http404
    return found
