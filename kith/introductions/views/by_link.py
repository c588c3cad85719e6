"""“Did you go?”, about a first visit, for whoever holds the link: one tap, and after “not yet” one more."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.refusal import Refused
from kith.design.pages import show
from kith.introductions import actions, not_yet


def did_you_go(request: HttpRequest, introduction) -> HttpResponse:
    """The page, and what is pressed on it. Opening it changes nothing; it takes no words."""
    reason = ""
    if request.method == "POST":
        try:
            _do(request.POST.get("do", ""), introduction, request.actor)
        except Refused as refusal:
            reason = str(refusal)
        else:
            return redirect(request.path)
    context = {"page": not_yet.page_of(introduction), "here": request.path, "reason": reason}
    return show(request, "introductions/did_you_go.html", context, status=422 if reason else 200)


def _do(pressed: str, introduction, by) -> None:
    """What the button says."""
    if pressed == "same day":
        actions.try_the_same_day(introduction=introduction, by=by)
    elif pressed == "ask again":
        actions.choose_to_be_asked(introduction=introduction, by=by)
    elif pressed == "known":
        actions.know_it_is_off(introduction=introduction, by=by)
    elif pressed in ("try again", "with someone", "smaller"):
        actions.wish_for(introduction=introduction, kind=pressed, by=by)
    else:
        actions.answer_about_visit(introduction=introduction, kind=pressed, by=by)
