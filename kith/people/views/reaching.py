"""How somebody is reached: their own page, and their worker's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.people import actions, reaching
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.forms.reaching import HowToReach
from kith.people.wishes import in_short, is_time_to_ask_again, wishes_of
from kith.people.writer import is_the_individual

from .answering import done, status_of
from .notebooks import has_address

ROWS = ("name_and_contact", "needs")


@individual_page(Permission.INVITE_INDIVIDUAL)
def reach(request: HttpRequest, individual) -> HttpResponse:
    """What they like to be called, how they are reached, and what is safe."""
    form = _form(request, individual)
    if request.method == "POST" and done(form, lambda: _keep(request, individual, form)):
        messages.success(request, _kept(individual))
        return go_to(request, "people:reach", individual=individual.public_id)
    individual.refresh_from_db()
    wishes = wishes_of(individual)
    is_own = is_the_individual(request.actor, individual)
    context = {
        "individual": individual,
        "form": form,
        "wishes": wishes,
        "is_own": is_own,
        "short": in_short(individual, is_own=is_own),
        "is_due": is_time_to_ask_again(wishes),
    }
    return show(request, "people/reach.html", context, status=status_of(form))


def _form(request: HttpRequest, individual) -> HowToReach:
    return HowToReach(
        request.POST or None,
        wishes=wishes_of(individual),
        is_own=is_the_individual(request.actor, individual),
        seen_by={row: who_sees(row, individual, request.user) for row in ROWS},
        has_account=has_address(individual),
    )


def _keep(request: HttpRequest, individual, form: HowToReach):
    kept = {"reach": form.reach(), "kept_a_code": form.kept_a_code, **form.wished()}
    return actions.keep_wishes(individual=individual, by=request.actor, **kept)


def _kept(individual) -> str:
    """What happens now; and what is still missing for it to happen."""
    is_written_to = individual.reached_by in ("email", "text", "letter")
    if not is_written_to or reaching.reached_at(individual)[1]:
        return "Kept. It holds from now on."
    if individual.reached_by == "text" and individual.phone:
        return "Kept. Texts cannot leave from here yet, so nothing is sent."
    return "Kept. There is nowhere to write to yet, so nothing is sent."
