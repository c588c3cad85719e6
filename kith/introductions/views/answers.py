"""What the pages of one introduction share: finding it, doing one thing to it, and answering."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.access.refusal import Refused
from kith.design.pages import show, way_back
from kith.introductions import forms, meeting_up, place_forms, queries, shown, stages, states

BY_THEMSELVES = {"role_sent_back", "place"}  # forms that open where they stand, not under “Something else happened”


def found_or_nothing(individual, public_id: str):
    """One of this individual's introductions, or nothing at all."""
    found = queries.introduction(individual, public_id)
    if found is None:
        raise Http404
    return found


def do_and_go_on(request: HttpRequest, introduction, act, *, told=None, **typed) -> HttpResponse:
    """Does it and goes on; a refusal shows the page again, with what was typed."""
    try:
        act()
    except Refused as refused:
        for form in typed.values():
            form.add_error(None, str(refused))
        return page(request, introduction, status=409, refusal="" if typed else str(refused), **typed)
    return go_on(request, introduction, told)


def go_on(request: HttpRequest, introduction, told=None) -> HttpResponse:
    """`told` finds the words about what was done; otherwise it is simply kept."""
    messages.success(request, told(request, introduction) if told else "Kept.")
    return redirect(way_back(request, address_of(introduction)))


def said_yes(request: HttpRequest, introduction) -> str:
    """What comes after the yes."""
    return states.after_the_yes(introduction, to_individual=is_theirs(request, introduction))


def is_theirs(request: HttpRequest, introduction) -> bool:
    """Whether the individual themselves is reading."""
    return request.user.pk == introduction.individual.user_id


def address_of(introduction) -> str:
    """Its page."""
    return _address("introduction_page", introduction)


def together_address(introduction) -> str:
    """Its page for the individual on the worker's screen."""
    return _address("together", introduction)


def page(request: HttpRequest, introduction, *, status: int = 200, refusal: str = "", **typed) -> HttpResponse:
    """The page of one introduction. `typed` holds the form that did not go through, if one did not."""
    to_individual = is_theirs(request, introduction)
    context = shown.page_of(introduction, to_individual=to_individual)
    open_form = stages.form_of(introduction, to_individual=to_individual)
    context |= {
        "call": call_form(request, introduction),
        "how": forms.HowItWent(),
        "visit": visit_form(request, introduction),
        "place": place_forms.OfThePlace(),
        "may_tell_team": may(request.actor, Permission.NOTE_KNOWLEDGE, team=introduction.individual.team),
        "refusal": refusal,
        "may_write": Permission.WRITE_INTRODUCTIONS in request.may,
        "is_elsewhere": any(form.errors for name, form in typed.items() if name not in {open_form, *BY_THEMSELVES}),
    }
    return show(request, "introductions/introduction_page.html", context | typed, status=status)


def call_form(request: HttpRequest, introduction, data=None):
    """What they said when rung, in the reader's own words."""
    talkers = shown.talkers(introduction, to_individual=is_theirs(request, introduction))
    start = {"spoke_with": introduction.host_name, "took_part": talkers[0][0]}
    return forms.Call(data, initial=start, host_name=introduction.host_name, talkers=talkers)


def visit_form(request: HttpRequest, introduction, data=None):
    """The day of the first visit, and who goes along."""
    also = meeting_up.also_working_with(introduction.individual)
    companions = forms.companions_of(introduction, also, to_individual=is_theirs(request, introduction))
    return forms.Visit(data, initial=shown.planned(introduction), companions=companions, also=also)


def _address(name: str, introduction) -> str:
    return reverse(f"introductions:{name}", args=[introduction.individual.public_id, introduction.public_id])
