"""For whoever looks after rights: how long records are kept, what holds them, what goes; and that somebody died."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people.doors import anywhere_page, individual_page
from kith.people.keeping_away import for_staff
from kith.people.views.answering import done, status_of
from kith.rights import actions, queries
from kith.rights.forms import DiedForm, HoldForm, PeriodForm, RemoveForm

from .shared import went_well


@anywhere_page(Permission.LOOK_AFTER_RIGHTS)
def periods(request: HttpRequest) -> HttpResponse:
    """The table, whose time is over, and what went."""
    form = PeriodForm(request.POST or None)
    if request.method == "POST" and done(form, lambda: actions.keep_for(by=request.actor, **form.cleaned_data)):
        return go_to(request, "rights:periods")
    context = {"periods": queries.periods(), "form": form, "months": queries.months_of_a_notebook()}
    context |= {
        "due": for_staff(request.actor, queries.due_to_go(), lambda each: each.individual.pk),
        "certificates": queries.certificates()[:200],
    }
    return show(request, "rights/periods.html", context, status=status_of(form))


@individual_page(Permission.LOOK_AFTER_RIGHTS)
def keeping(request: HttpRequest, individual) -> HttpResponse:
    """One notebook: what would go, what holds it, what was decided."""
    return _page(request, individual)


def _page(request: HttpRequest, individual, **failed) -> HttpResponse:
    context = {"individual": individual, "hold": HoldForm(), "remove": RemoveForm(), **failed}
    context |= {
        "held": queries.open_hold(individual),
        "would_go": queries.would_go(individual),
        "removals": queries.removals_of(individual),
        "death": queries.death_of(individual),
        "failed_form": next(iter(failed.values()), None),
    }
    return show(request, "rights/keeping.html", context, status=422 if failed else 200)


def _back(request: HttpRequest, individual) -> HttpResponse:
    return go_to(request, "rights:keeping", individual=individual.public_id)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def begin_hold(request: HttpRequest, individual) -> HttpResponse:
    """Nothing goes from now on."""
    form, about = HoldForm(request.POST), {"individual": individual, "by": request.actor}
    if done(form, lambda: actions.begin_hold(why=form.cleaned_data["words"], **about)) is None:
        return _page(request, individual, hold=form)
    return _back(request, individual)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def end_hold(request: HttpRequest, individual) -> HttpResponse:
    """The hold ends."""
    went_well(request, actions.end_hold, "The hold has ended.", individual=individual)
    return _back(request, individual)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def remove(request: HttpRequest, individual) -> HttpResponse:
    """What goes is said, with the reason."""
    form, about = RemoveForm(request.POST), {"individual": individual, "by": request.actor}

    def act():
        return actions.propose_removal(what=form.cleaned_data["what"], reason=form.cleaned_data["words"], **about)

    if done(form, act) is None:
        return _page(request, individual, remove=form)
    return _back(request, individual)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def settle(request: HttpRequest, individual) -> HttpResponse:
    """A second person confirms it, or it stays after all."""
    removal = queries.removal_called(individual, request.POST.get("removal", ""))
    if removal:
        confirms = request.POST.get("do") == "confirm"
        act, says = (
            (actions.confirm_removal, "It is gone.") if confirms else (actions.take_back_removal, "It stays after all.")
        )
        went_well(request, act, says, removal=removal, individual=individual)
    return _back(request, individual)


@individual_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def settle_death(request: HttpRequest, individual) -> HttpResponse:
    """A second person confirms it, or it was a mistake."""
    death = queries.death_of(individual)
    if death:
        confirms = request.POST.get("do") == "confirm"
        act, says = (
            (actions.confirm_death, "Confirmed. Nobody in their life was written to.")
            if confirms
            else (actions.take_back_death, "Taken back. The notebook is as it was before.")
        )
        went_well(request, act, says, death=death)
    return _back(request, individual)


@individual_page(Permission.SAY_THEY_DIED)
def died(request: HttpRequest, individual) -> HttpResponse:
    """What happens is said first; then one press."""
    form = DiedForm(request.POST or None)
    if request.method == "POST" and done(form, lambda: _say(request, individual, form)):
        messages.success(
            request, "Written down. Nothing is sent any more. Somebody who looks after rights confirms it."
        )
        return go_to(request, "home:front")  # the notebook is shut
    return show(request, "rights/died.html", {"individual": individual, "form": form}, status=status_of(form))


def _say(request: HttpRequest, individual, form: DiedForm):
    return actions.say_they_died(individual=individual, by=request.actor, **form.cleaned_data)
