"""After it was written: how it was for the individual, the copy for the main record, supervision."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.conversations import actions, queries
from kith.conversations.forms import FeelingForm
from kith.conversations.views.meetings import one_meeting
from kith.design.pages import go_to, show
from kith.people.doors import individual_page


def _to_meeting(request: HttpRequest, individual, meeting) -> HttpResponse:
    ids = {"individual": individual.public_id, "meeting": meeting.public_id}
    return go_to(request, "conversations:meeting_page", **ids)


@individual_page(Permission.WRITE_OWN_ACCOUNT)
@require_POST
def how_it_was(request: HttpRequest, individual, meeting) -> HttpResponse:
    """One tap."""
    found, form = one_meeting(individual, meeting), FeelingForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        actions.say_how_it_was(meeting=found, how=given["how"], is_private=given["only_for_me"], by=request.actor)
        messages.success(request, "Thank you. Only you see it." if given["only_for_me"] else "Thank you.")
    return _to_meeting(request, individual, found)


@individual_page(Permission.WRITE_SHARED_NOTE)
@require_POST
def copied(request: HttpRequest, individual, meeting) -> HttpResponse:
    """The shared part was copied for the main record."""
    found = one_meeting(individual, meeting)
    actions.note_copied(meeting=found, seen=request.POST.get("seen", "")[:64], by=request.actor)
    messages.success(request, "Copied. Paste it into your main record.")
    return _to_meeting(request, individual, found)


def _reflection(request: HttpRequest, individual, meeting):
    found = queries.reflection_on(one_meeting(individual, meeting), request.user.pk)
    if found is None:
        raise Http404
    return found


@individual_page(Permission.SEND_TO_SUPERVISION)
@require_POST
def send_to_supervision(request: HttpRequest, individual, meeting) -> HttpResponse:
    """From now on the team's manager reads it."""
    reflection = actions.send_to_supervision(reflection=_reflection(request, individual, meeting), by=request.actor)
    messages.success(request, "Sent. The team’s manager can read it. You can take it back.")
    return _to_meeting(request, individual, reflection.meeting)


@individual_page(Permission.SEND_TO_SUPERVISION)
@require_POST
def take_back(request: HttpRequest, individual, meeting) -> HttpResponse:
    """Nobody but its author reads it any more."""
    found = _reflection(request, individual, meeting)
    reflection = actions.take_back_from_supervision(reflection=found, by=request.actor)
    messages.success(request, "Taken back. Only you see it here.")
    return _to_meeting(request, individual, reflection.meeting)


@individual_page(Permission.READ_SUPERVISION)
def supervision(request: HttpRequest, individual) -> HttpResponse:
    """What authors sent, for whoever manages the team."""
    context = {"individual": individual, "reflections": queries.sent_to_supervision(individual)}
    return show(request, "conversations/supervision.html", context)
