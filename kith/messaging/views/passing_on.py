"""A manager gives what nobody has read to a colleague, who may read it from then on."""

from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to
from kith.messaging import actions, queries
from kith.people import queries as people
from kith.people.doors import individual_page


@individual_page(Permission.MOVE_MESSAGE)
@require_POST
def hand(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """To somebody of the team, chosen by name; the words are not shown here."""
    found = queries.message_called(individual, sent)
    colleague = people.colleagues(individual).filter(public_id=request.POST.get("to", "")).first()
    if found is None:
        raise Http404
    if colleague is None:
        notices.info(request, "Please choose somebody of the team.")
        return go_to(request, "home:front")
    try:
        actions.hand_to(message=found, user=colleague, by=request.actor)
    except Refused as reason:
        notices.info(request, str(reason))
    else:
        notices.success(request, f"{colleague.first_name} has it now, and covers for two weeks.")
    return go_to(request, "home:front")
