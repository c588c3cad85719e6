"""What is pressed on the page of an introduction around its first visit."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.introductions import actions
from kith.people.doors import individual_page

from .answers import do_and_go_on, found_or_nothing

TOLD = {
    "same day": "Kept. The day after, we ask again.",
    "try again": "Choose a day, now or later.",
    "with someone": "Kept. Say who, when you choose the day.",
    "smaller": "A small step is written down. It may be changed.",
    "small step": "A small step is written down. It may be changed.",
    "still on": "Kept.",
    "not today": "Kept. Everybody who waits for it is told.",
    "known": "Kept.",
    "ended": "Ended. That is fine. Not everything is for everybody.",
}


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def not_yet(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """After “not this time”: try again, go with someone, something smaller, or not for me."""
    found, do = found_or_nothing(individual, introduction), request.POST.get("do", "")
    acts = {
        "same day": lambda: actions.try_the_same_day(introduction=found, by=request.actor),
        "ended": lambda: actions.end(introduction=found, by=request.actor),
        "small step": lambda: actions.write_smaller_step(introduction=found, by=request.actor),
    }
    act = acts.get(do) or (lambda: actions.wish_for(introduction=found, kind=do, by=request.actor))
    return do_and_go_on(request, found, act, told=lambda request, introduction: TOLD[do])


@individual_page(Permission.WRITE_INTRODUCTIONS)
@require_POST
def that_day(request: HttpRequest, individual, introduction: str) -> HttpResponse:
    """Still on, not on, or: it is known that it is not; and to be asked again some weeks later."""
    found, do = found_or_nothing(individual, introduction), request.POST.get("do", "")
    if do == "known":
        return do_and_go_on(request, found, lambda: actions.know_it_is_off(introduction=found, by=request.actor))
    if do == "ask again":
        ask = {"introduction": found, "by": request.actor}
        return do_and_go_on(request, found, lambda: actions.choose_to_be_asked(**ask))
    tell = {"introduction": found, "kind": do, "by": request.actor}
    return do_and_go_on(request, found, lambda: actions.tell_of_the_day(**tell), told=lambda request, each: TOLD[do])
