"""Saying that something went wrong with information, and looking into it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import refuse_if
from kith.design.pages import go_to, show
from kith.people.doors import anywhere_page
from kith.people.keeping_away import for_staff
from kith.people.known_by import rights_leads
from kith.people.views.answering import done, status_of
from kith.safety import actions, forms, queries, rules

from .shared import about_whom

DOES: dict[str, tuple[type, Callable]] = {
    "note": (forms.WhatWasDoneForm, actions.note_on_breach),
    "describe": (forms.DescribeForm, actions.describe),
    "commissioner": (forms.CommissionerForm, actions.decide_commissioner),
    "people": (forms.PeopleForm, actions.decide_people),
    "close": (forms.LearntForm, actions.close_breach),
}


@anywhere_page(Permission.SAY_WENT_WRONG)
def went_wrong(request: HttpRequest) -> HttpResponse:
    """What happened. Whose information it was is known where it begins from a page of theirs."""
    individual = about_whom(request, Permission.SAY_WENT_WRONG)
    form = forms.WentWrongForm(request.POST or None, initial={"day": clock.today()})
    if form.is_bound and done(form, lambda: _say(request, individual, form)):
        return go_to(request, "safety:said")
    return show(request, "safety/went-wrong.html", {"form": form, "individual": individual}, status=status_of(form))


def _say(request: HttpRequest, individual, form):
    said = {name: form.cleaned_data[name] for name in ("kind", "happened", "noticed_at")}
    return actions.say_went_wrong(individual=individual, by=request.actor, **said)


@anywhere_page(Permission.SAY_WENT_WRONG)
def said(request: HttpRequest) -> HttpResponse:
    """Who looks into it, and what to do meanwhile."""
    return show(request, "safety/said.html", {"leads": rights_leads()})


@anywhere_page(Permission.SEE_TO_BREACHES)
def ended(request: HttpRequest) -> HttpResponse:
    """What went wrong before, and what was learnt."""
    return show(request, "safety/ended.html", {"ended": queries.all_breaches()})


@anywhere_page(Permission.SEE_TO_BREACHES)
def breach_page(request: HttpRequest, breach: str) -> HttpResponse:
    """What happened, whom it touches, and what is decided."""
    return _page(request, _or_nothing(breach))


def _page(request: HttpRequest, breach, **failed) -> HttpResponse:
    context = {"breach": breach, "standing": queries.standing_of(breach), **_forms(breach), **failed}
    context |= {"failed_form": next(iter(failed.values()), None), "find": _finder()}
    context |= _named(request, breach.touched.select_related("individual"))
    return show(request, "safety/breach.html", context, status=422 if failed else 200)


def _named(request: HttpRequest, touched) -> dict:
    """Whom this lead may know of by name, and how many there are besides."""
    every = list(touched or ())
    named = for_staff(request.actor, every, lambda each: each.individual.pk)
    return {"touched": named, "unseen": len(every) - len(named)}


def _forms(breach) -> dict:
    """Each with what was written before."""
    before = {
        "describe": {"how_many": breach.how_many, "could_come": breach.could_come},
        "commissioner": {"told": breach.commissioner_told, "words": breach.commissioner_words},
        "people": {"told": breach.people_told, "words": breach.people_words},
    }
    return {what: form(initial=before.get(what)) for what, (form, _) in DOES.items()}


@anywhere_page(Permission.SEE_TO_BREACHES)
@require_POST
def see_to(request: HttpRequest, breach: str, what: str) -> HttpResponse:
    """One of the things that can be done about it; or the page again, with the reason against."""
    found = _or_nothing(breach)
    if what not in DOES:
        raise Http404
    form = DOES[what][0](request.POST)
    if done(form, lambda: DOES[what][1](breach=found, by=request.actor, **form.cleaned_data)) is None:
        return _page(request, found, **{what: form})
    return go_to(request, "safety:breach", breach=breach)


@anywhere_page(Permission.SEE_TO_BREACHES)
@require_POST
def touched(request: HttpRequest, breach: str) -> HttpResponse:
    """Whom it touches: first to look at, then to keep."""
    found, form = _or_nothing(breach), _finder(request.POST)
    if request.POST.get("do") == "keep" and done(form, lambda: _keep(request, found, form)) is not None:
        return go_to(request, "safety:breach", breach=breach)
    people = [] if form.errors else done(form, lambda: _found(form))
    context = {"breach": found, "find": form, "has_looked": people is not None, **_named(request, people)}
    return show(request, "safety/touched.html", context, status=status_of(form))


def _keep(request: HttpRequest, breach, form):
    return actions.keep_touched(breach=breach, search=form.search(), by=request.actor)


def _found(form) -> list:
    search = form.search()
    refuse_if(rules.cannot_look_for(search.since, search.until, asks=bool(search.who or search.sent_to)))
    return queries.found_by(search)


def _finder(typed=None):
    return forms.TouchedForm(typed, accounts=queries.whose_accounts())


@anywhere_page(Permission.SEE_TO_BREACHES)
def paper(request: HttpRequest, breach: str) -> HttpResponse:
    """What the Commissioner's form asks, on one sheet: Article 33(3)."""
    found = _or_nothing(breach)
    context = {"breach": found, "standing": queries.standing_of(found), "touched": found.touched.all()}
    return show(request, "safety/paper.html", context | {"leads": rights_leads()})


def _or_nothing(public_id: str):
    found = queries.breach_called(public_id)
    if found is None:
        raise Http404
    return found
