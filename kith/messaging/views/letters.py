"""Letters to people: whether they arrived, what is to be rung about instead, and the team's tray of paper."""

from collections import Counter

from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.messaging import actions
from kith.messaging.queries import letters
from kith.outbox.drawing import CANNOT, can_draw
from kith.people import known_by
from kith.people.doors import anywhere_page, individual_page
from kith.people.writer import is_their_account

ACTS = {"posted": actions.letter_posted, "again": actions.send_letter_again, "seen": actions.letter_seen_to}


@anywhere_page(Permission.SEE_CASELOAD)
def tray(request: HttpRequest) -> HttpResponse:
    """What is to be printed and posted, for the people one works with. Of their team's other people a manager reads
    that letters wait, and for whom: the words are between those two."""
    to_print = letters.of_people(known_by.reached_by(request.user)).to_print
    may_open = [may(request.actor, Permission.ANSWER_MESSAGES, each.individual) for each in to_print]
    others = Counter(each.individual for each, opens in zip(to_print, may_open, strict=True) if not opens)
    own = [each for each, opens in zip(to_print, may_open, strict=True) if opens]
    return show(request, "messaging/tray.html", {"letters": own, "others": list(others.items())})


@individual_page(Permission.WRITE_MESSAGES)
def letters_page(request: HttpRequest, individual) -> HttpResponse:
    """What went to them from here, and what became of it. Their own page says what was sent to them."""
    if is_their_account(request.user.pk, individual):
        context = {"individual": individual, "letters": letters.sent_to(individual)}
        return show(request, "messaging/sent_to_me.html", context)
    context = {"individual": individual, "letters": letters.letters_to(individual)}
    return show(request, "messaging/letters.html", context)


@individual_page(Permission.WRITE_MESSAGES)
def on_paper(request: HttpRequest, individual, letter: str) -> HttpResponse:
    """A letter on paper as PDF, ready to be folded into an envelope. Only who may write its words opens it; it says
    what they wish for at that moment."""
    found = letters.printed_or_to_print(individual, letter)
    if found is None:
        raise Http404
    if not can_draw():
        notices.error(request, CANNOT)
        return go_to(request, "messaging:tray")
    opened = actions.open_letter(individual=individual, letter=found, by=request.actor)
    if not letters.is_on_paper(opened):
        notices.info(request, opened.last_problem)
        return go_to(request, "messaging:tray")
    response = HttpResponse(letters.as_pdf(opened), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="letter.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@individual_page(Permission.ANSWER_MESSAGES)
@require_POST
def see_to(request: HttpRequest, individual, letter: str) -> HttpResponse:
    """It was posted, is to be sent again, or somebody has rung instead."""
    found, act = _found(individual, letter), ACTS.get(request.POST.get("do", ""))
    try:
        if act is not None:
            act(individual=individual, letter=found, by=request.actor)
            notices.success(request, "Kept.")
    except Refused as reason:
        notices.info(request, str(reason))
    place = way_back(request)
    return go_to(request, place) if place else go_to(request, "messaging:inbox")


def _found(individual, public_id: str):
    found = letters.letter_called(individual, public_id)
    if found is None:
        raise Http404
    return found
