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
from kith.people.openings import openings_of
from kith.people.within import within
from kith.people.writer import is_the_individual


@individual_page(Permission.READ_SHARES)
def shares(request: HttpRequest, individual) -> HttpResponse:
    """Everything by which somebody may see something now."""
    context = {"individual": individual, "groups": openings_of(individual)}
    context["papers"] = authorities_of(individual) if Permission.READ_AUTHORITIES in request.may else []
    context["is_own"] = is_the_individual(request.actor, individual)
    context["within"] = within(individual, is_own=context["is_own"])
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
        messages.success(request, "Stopped. They can no longer see it here. We cannot make them forget it.")
    return go_to(request, "people:shares", individual=individual.public_id)


@individual_page(Permission.WRITE_SHARES)
@require_POST
def stop_link(request: HttpRequest, individual, link: str) -> HttpResponse:
    """A link that was given opens nothing any more."""
    if not actions.stop_link(individual=individual, public_id=link, by=request.actor):
        raise Http404
    messages.success(request, "Stopped. This link opens nothing any more.")
    return go_to(request, "people:shares", individual=individual.public_id)
