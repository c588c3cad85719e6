"""One request, for whoever looks after rights: its clock, what it waits for, and the answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people.doors import individual_page
from kith.people.views.answering import done
from kith.rights import actions, queries
from kith.rights.forms import AnswerForm, LongerForm, PauseForm

from .shared import request_or_nothing, went_well


@individual_page(Permission.LOOK_AFTER_RIGHTS)
def request_page(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """What was asked, by when, and what can be done."""
    return _page(request, individual, request_or_nothing(individual, wanted))


def _page(request: HttpRequest, individual, found, **failed) -> HttpResponse:
    forms = {"pause": PauseForm(), "longer": LongerForm(), "answer": AnswerForm()}
    context = {"individual": individual, "standing": queries.standing_of(found), "wanted": found, **forms, **failed}
    context |= {
        "looks": queries.looks(found) if found.is_looked_through else [],
        "deliveries": queries.deliveries_of(found),
    }
    context["had_copies"] = queries.who_had_copies(found) if found.kind == "correct" else []
    context |= {"failed_form": next(iter(failed.values()), None), "is_mine": found.lead_id == request.user.pk}
    return show(request, "rights/request.html", context, status=422 if failed else 200)


def _back(request: HttpRequest, individual, found) -> HttpResponse:
    return go_to(request, "rights:request_page", individual=individual.public_id, wanted=found.public_id)


def _with(request: HttpRequest, individual, found, act: Callable, **typed) -> HttpResponse:
    """Does it with what was typed in the one form of `typed`; or the page again, with the reason."""
    (form,) = typed.values()
    if done(form, act) is None:
        return _page(request, individual, found, **typed)
    return _back(request, individual, found)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def take_on(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """I see to it."""
    found = request_or_nothing(individual, wanted)
    went_well(request, actions.take_on, "You see to it from now on.", wanted=found)
    return _back(request, individual, found)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def pause(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """The clock stands still."""
    form, found = PauseForm(request.POST), request_or_nothing(individual, wanted)

    def act():
        return actions.pause(wanted=found, by=request.actor, **form.cleaned_data)

    return _with(request, individual, found, act, pause=form)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def go_on(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """The clock goes on."""
    found = request_or_nothing(individual, wanted)
    went_well(request, actions.go_on_counting, "The clock goes on.", wanted=found)
    return _back(request, individual, found)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def longer(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """Two months more."""
    form, found = LongerForm(request.POST), request_or_nothing(individual, wanted)

    def act():
        return actions.take_longer(wanted=found, because=form.cleaned_data["words"], by=request.actor)

    return _with(request, individual, found, act, longer=form)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def answer(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """What became of it."""
    form, found = AnswerForm(request.POST), request_or_nothing(individual, wanted)

    def act():
        return actions.answer(wanted=found, by=request.actor, **form.cleaned_data)

    return _with(request, individual, found, act, answer=form)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def told(request: HttpRequest, individual, wanted: str) -> HttpResponse:
    """Whoever had a copy knows that something was put right."""
    found = request_or_nothing(individual, wanted)
    said = {"copy": request.POST.get("copy", "")[:120], "how": request.POST.get("how", "")[:1000]}
    went_well(request, actions.tell_of_change, "Kept.", wanted=found, **said)
    return _back(request, individual, found)
