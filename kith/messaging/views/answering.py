"""“Did you go?”, for whoever holds the link: two buttons. Opening it changes nothing; it takes no words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.actor import Role
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.goals import actions as goals
from kith.introductions.not_yet import visit_of_link
from kith.introductions.views import by_link
from kith.messaging.actions import answering, asking
from kith.messaging.queries import asking as queries
from kith.people.doors import link_page
from kith.people.links import is_over
from kith.people.writer import is_their_account


@link_page("check_in", Role.VISITOR)
def did_you_go(request: HttpRequest, link) -> HttpResponse:
    """The question; and, once it is answered, the answer, which may still be changed."""
    if _is_signed_in_as_another(request, link.individual):
        return show(request, "messaging/asking/for_somebody_else.html", status=403)
    question = queries.question_of_link(link)
    if question is None:
        visit = visit_of_link(link)
        return by_link.did_you_go(request, visit) if visit else is_over(request)
    reason = ""
    if request.method == "POST":
        try:
            _do(request.POST, question, request.actor)
        except Refused as refusal:
            reason = str(refusal)
        else:
            return redirect(request.path)
    context = {"page": queries.answer_page(question), "here": request.path, "reason": reason}
    return show(request, "messaging/asking/did_you_go.html", context, status=422 if reason else 200)


def _is_signed_in_as_another(request: HttpRequest, individual) -> bool:
    """A press here counts as the individual's own word, and it is known that this is not them."""
    return request.user.is_authenticated and not is_their_account(request.user.pk, individual)


def _do(pressed, question, by) -> None:
    """What the button says."""
    goal = question.goal
    if pressed.get("went") in ("yes", "no"):
        answering.answer(question=question, went=pressed["went"] == "yes", through="link", by=by)
    elif pressed.get("do") == "pause":
        goals.pause(goal=goal, by=by)
    elif pressed.get("do") == "smaller":
        answering.ask_to_make_it_smaller(goal=goal, by=by)
    elif pressed.get("do") == "together":
        answering.ask_to_go_together(goal=goal, by=by)
    elif pressed.get("do") == "stop":
        asking.stop_asking_about(goal=goal, by=by)
    elif pressed.get("do") == "again":
        asking.ask_again(ask=goal.ask, by=by)
    else:
        raise Refused("Please press one of the buttons.")
