"""The pages a place reaches from our letter: each shows what we say of it, and one button. Looking changes nothing, as
what looks after mail opens every link. No account, no cookie."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.design.pages import show
from kith.directory import actions, aging, asking_links
from kith.directory import queries as directory
from kith.directory.last_bus import Buses
from kith.directory.publishing.plain import host_of, phone_of
from kith.local_knowledge import listings, pages
from kith.people import links
from kith.people.doors import public_page

from .forms import Answer

PAGE = "local_knowledge/place.html"


@csrf_exempt  # the address itself is the secret: whoever holds it may press, and no cookie is set or asked for
@public_page
def answer(request: HttpRequest, held: str, answer: str) -> HttpResponse:
    """Right, changed or gone, for the listings of one letter."""
    found = asking_links.read(held)
    contact = aging.contact_called(found[0]) if found else None
    if found is None or contact is None:
        return links.is_over(request)
    if answer == asking_links.STOP:
        return _stop(request, contact)
    asked = list(aging.asked_in(contact, found[1])) if asking_links.still_holds(found[1]) else []
    if not asked or answer not in asking_links.ANSWERS:
        return links.is_over(request)
    form = Answer(request.POST or None, answer=answer, listings=asked)
    if request.method == "POST" and form.is_valid():
        _keep(contact, answer, form)
        return _page(request, {"is_kept": True, "answer": answer})
    buses = directory.last_buses(asked)
    told = [_said_to_everybody(each, buses.get(each.pk, {})) for each in asked]
    status = 422 if request.method == "POST" else 200
    return _page(request, {"form": form, "answer": answer, "told": told}, status=status)


def _said_to_everybody(activity, last_buses: Buses) -> dict:
    """Without a name or a mobile number that is kept to ourselves."""
    page = pages.about(activity, last_buses=last_buses, said=[])
    kept = set() if host_of(activity) else {listings.WHO_SAYS_HELLO}
    return page | {"facts": [each for each in page["facts"] if each[0] not in kept], "telephone": phone_of(activity)}


def _keep(contact, answer: str, form: Answer) -> None:
    by, words = Actor.at_own_address(), form.cleaned_data.get("words", "")
    for activity in form.chosen():
        try:
            actions.answer_as_place(contact=contact, activity=activity, answer=answer, words=words, by=by)
        except Refused:  # it left its own list, or was brought back, a moment ago: nothing is left to say of it
            continue


def _stop(request: HttpRequest, contact) -> HttpResponse:
    """One press, or none: mail programs post here by themselves when somebody presses theirs."""
    if request.method == "POST":
        actions.stop_asking(contact=contact, by=Actor.at_own_address())
    return _page(request, {"answer": asking_links.STOP, "is_kept": contact.stopped_on is not None})


def _page(request: HttpRequest, context: dict, status: int = 200) -> HttpResponse:
    response = show(request, PAGE, context, status=status)
    response["Cache-Control"] = "no-store"
    return response
