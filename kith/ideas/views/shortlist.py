"""What is kept, to take home: on paper, or as a letter to the individual."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.directory import queries as directory
from kith.directory.waiting import said_of
from kith.ideas import actions, rules, shortlist
from kith.ideas.looking import looking
from kith.local_knowledge import pages
from kith.local_knowledge.queries import full_of
from kith.people.doors import individual_page

from .leaflets import miles_to

BY = {"email": "By email", "text": "By text message", "print": "On paper, by post"}


@individual_page(Permission.READ_IDEAS, together=True)
def on_paper(request: HttpRequest, individual) -> HttpResponse:
    """To print and take along: the places alone, and nobody's words."""
    who, kept = looking(request, individual), shortlist.kept_and_going_on(individual)
    buses, said, full = directory.last_buses(kept), said_of(kept), full_of(kept)
    miles = {each.pk: miles_to(individual.near, each) for each in kept}
    beside = [(buses.get(each.pk, {}), said.get(each.pk, []), full.get(each.pk, ())) for each in kept]
    cards = [pages.about(each, miles[each.pk], *found) for each, found in zip(kept, beside, strict=True)]
    page = {"who": who, "individual": individual, "is_theirs": who.is_theirs, "together": who.together}
    may_send = Permission.WRITE_IDEAS in request.may and not who.together
    return show(request, "ideas/on_paper.html", page | {"cards": cards, "may_send": may_send})


@individual_page(Permission.WRITE_IDEAS)
def send(request: HttpRequest, individual) -> HttpResponse:
    """As a letter to the individual: it is shown, and goes as it stood on the page."""
    if request.method != "POST":
        return _letter_page(request, individual)
    try:
        actions.send_shortlist(individual=individual, shown=request.POST.get("shown", ""), by=request.actor)
    except Refused as refused:
        return _letter_page(request, individual, refusal=str(refused), status=409)
    messages.success(request, "It is on its way.")
    return redirect("ideas:table", individual.public_id)


def _letter_page(request: HttpRequest, individual, *, refusal: str = "", status: int = 200) -> HttpResponse:
    """The letter as it would leave, or why there is none."""
    who, kept = looking(request, individual), shortlist.kept_and_going_on(individual)
    letter = shortlist.letter_of(individual, kept) if kept else None
    page = {
        "who": who,
        "individual": individual,
        "kept": kept,
        "letter": letter,
        "by": BY[letter.channel] if letter else "",
        "shown": shortlist.mark(letter),
        "is_neutral": letter is not None and shortlist.OPENING not in letter.body,
        "why_not_sent": rules.cannot_send(individual, kept, helps=letter is not None),
        "send_it": "Send it to me" if who.is_own else f"Send it to {individual.called}",
        "refusal": refusal,
    }
    return show(request, "ideas/send.html", page, status=status)
