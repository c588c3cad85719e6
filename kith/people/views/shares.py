"""Who may see what, with whose yes and until when; and stopping it in one press."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.people import actions, queries
from kith.people.authorities import authorities_of
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual


@individual_page(Permission.READ_SHARES)
def shares(request: HttpRequest, individual) -> HttpResponse:
    """Everything that somebody outside may see or be told now."""
    context = {"individual": individual, "shares": list(queries.shares_of(individual))}
    context["papers"] = authorities_of(individual) if Permission.READ_AUTHORITIES in request.may else []
    context["is_own"] = is_the_individual(request.actor, individual)
    return show(request, "people/shares.html", context)


@individual_page(Permission.WRITE_SHARES)
@require_POST
def stop(request: HttpRequest, individual, share: str) -> HttpResponse:
    """At once, and no reason is asked."""
    found = queries.share_called(individual, share)
    if found is None:
        raise Http404
    try:
        actions.revoke(share=found, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
    else:
        messages.success(request, "Stopped. What was read or said cannot be made forgotten.")
    return go_to(request, "people:shares", individual=individual.public_id)
