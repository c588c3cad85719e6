"""A page for a helper, as the two see it: its words, the individual's yes, the link to hand on, and stopping it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.goals import actions, forms, queries, rules
from kith.goals.helping import for_helper
from kith.people import handing, telling_words
from kith.people.cards import square
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual

from .answers import found, went_well

STOPPED = "Stopped. It opens nothing now. What was read cannot be made forgotten."


@individual_page(Permission.WRITE_SHARES)
def new_page(request: HttpRequest, individual, held: str) -> HttpResponse:
    """What the page will say. It opens to nobody before the individual's yes."""
    step = found(queries.step_held(individual, held))
    start = {"words": step.words, "reach": "nobody", "days": "90"}
    numbers = queries.who_may_be_rung(individual)
    form = forms.PageForm(request.POST or None, initial=start, numbers=numbers)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.make_page(step=step, by=request.actor, **form.said)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            return redirect(_address("helper_page", made))
    context = {"individual": individual, "step": step, "form": form, "is_own": _is_own(request, individual)}
    return show(request, "goals/new_helper_page.html", context, status=422 if form.errors else 200)


@individual_page(Permission.READ_SHARES)
def helper_page(request: HttpRequest, individual, page: str) -> HttpResponse:
    """What the helper sees, exactly; and what they told, as far as this reader may know."""
    shown = found(queries.page_called(individual, page))
    return show(request, "goals/helper_page.html", _about(request, shown))


@individual_page(Permission.WRITE_SHARES)
@require_POST
def agree(request: HttpRequest, individual, page: str) -> HttpResponse:
    """The individual's yes to the page as it is shown."""
    shown = found(queries.page_called(individual, page))
    if went_well(request, actions.agree_to_page, page=shown):
        messages.success(request, f"Kept. Now {shown.helper.name} needs the link.")
    return redirect(_address("helper_page", shown))


@individual_page(Permission.WRITE_SHARES)
@require_POST
def not_now(request: HttpRequest, individual, page: str) -> HttpResponse:
    """Not now: nothing is shown to anybody."""
    shown = found(queries.page_called(individual, page))
    if went_well(request, actions.not_this_page, page=shown):
        messages.success(request, "Not now. That is fine. Nothing is shown.")
    return redirect(reverse("goals:helpers_page", args=[individual.public_id]))


@individual_page(Permission.WRITE_SHARES)
@require_POST
def stop(request: HttpRequest, individual, page: str) -> HttpResponse:
    """One press, at once."""
    shown = found(queries.page_called(individual, page))
    if went_well(request, actions.stop_page, page=shown):
        messages.success(request, STOPPED)
    return redirect(_address("helper_page", shown))


@individual_page(Permission.WRITE_SHARES)
@require_POST
def hand(request: HttpRequest, individual, page: str) -> HttpResponse:
    """The screen goes into the individual's hands; the worker unlocks it afterwards."""
    shown = found(queries.page_called(individual, page))
    handing.hand_over(request, individual)
    return redirect(_address("helper_page_together", shown))


@individual_page(Permission.WRITE_SHARES, together=True)
def together(request: HttpRequest, individual, page: str) -> HttpResponse:
    """The page as the helper would see it, and Yes and Not now of one size."""
    shown = found(queries.page_called(individual, page))
    if request.method == "POST":
        was_handed = handing.in_the_hands_of(request) == individual.public_id
        if request.POST.get("answer") == "yes":
            went_well(request, actions.agree_to_page, page=shown, was_handed=was_handed)
        else:
            went_well(request, actions.not_this_page, page=shown)
        return redirect(request.path)
    context = _about(request, shown) | {"is_own": True}
    return show(request, "goals/helper_page_together.html", context)


@individual_page(Permission.WRITE_SHARES)
def on_paper(request: HttpRequest, individual, page: str) -> HttpResponse:
    """The same words and the link, to be printed and handed on."""
    shown = found(queries.page_called(individual, page))
    address = found(queries.address_of(shown) or None)
    context = {"individual": individual, "page": for_helper(shown), "address": address, "square": square(address)}
    return show(request, "goals/helper_page_paper.html", context)


def _about(request: HttpRequest, shown) -> dict:
    individual = shown.individual
    waits = queries.waits_for_yes(shown)
    is_own, may_share = _is_own(request, individual), Permission.WRITE_SHARES in request.may
    return {
        "individual": individual,
        "shown": shown,
        "page": for_helper(shown),
        "waits": waits,
        "is_open": queries.is_open(shown),
        "may_be_made_again": may_share and rules.cannot_have_page(shown.step) is None,
        "address": queries.address_of(shown) if may_share else "",
        "is_own": is_own,
        "told": queries.told_through(shown, to_individual=is_own) if may_share else [],
        "tells": telling_words.that_tell(shown.words) if waits else [],
        "worker": queries.owners_of(individual).worker,
    }


def _is_own(request: HttpRequest, individual) -> bool:
    return is_the_individual(request.actor, individual)


def _address(name: str, page) -> str:
    return reverse(f"goals:{name}", args=[page.individual.public_id, page.public_id])
