"""After a meeting: the write-up, kept as it is typed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.public_ids import new_public_id
from kith.access.refusal import Refused
from kith.conversations import actions, queries, two_places
from kith.conversations.actions.write_up import SavedBefore
from kith.conversations.forms import WriteUpForm
from kith.conversations.wording import moment_in_words, when_in_words
from kith.design.pages import go_to, show
from kith.goals import queries as goals
from kith.people.doors import individual_page

from .write_up_form import LABELS, form_for, typed_on

TEMPLATE = "conversations/write_up.html"
SAVED_BEFORE = "This page was saved before. Press Done to keep what you changed."


@individual_page(Permission.WRITE_SHARED_NOTE)
def write_up(request: HttpRequest, individual) -> HttpResponse:
    """The page, and its Done button."""
    draft = queries.draft_of(individual, request.user.pk)
    if request.method == "POST" and _is_in_two_places(request, draft):
        actions.save_draft(individual=individual, typed=typed_on(request), by=request.actor)
        return go_to(request, "conversations:write_up", individual=individual.public_id)
    form = form_for(request, individual, draft)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = actions.write_up(individual=individual, wrote=_outcome(form, individual), by=request.actor)
        except SavedBefore as reason:
            form.begin_again(new_public_id(), str(reason))
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _saved(individual, meeting))
            ids = {"individual": individual.public_id, "meeting": meeting.public_id}
            return go_to(request, "conversations:meeting_page", **ids)
    return _page(request, individual, form, draft, status=422 if form.errors else 200)


def _page(request: HttpRequest, individual, form: WriteUpForm, draft, status=200, **also) -> HttpResponse:
    places = [] if form.is_bound else two_places.places(draft, LABELS)
    wants_room = form.is_bound and form["goal_words"].value()
    to_pause = goals.goals_to_pause(individual) if wants_room else []
    context = {"individual": individual, "form": form, "draft": draft, "places": places, "to_pause": to_pause}
    return show(request, TEMPLATE, context | also, status=status)


def _is_in_two_places(request: HttpRequest, draft) -> bool:
    """Whether something written elsewhere would be passed over; then both are shown first."""
    if draft is None:
        return False
    return bool(draft.beside) or two_places.is_from_elsewhere(draft, typed_on(request))


@individual_page(Permission.WRITE_SHARED_NOTE)
@require_POST
def preview(request: HttpRequest, individual) -> HttpResponse:
    """The shared part as the individual would see it. Nothing is saved but what was typed."""
    actions.save_draft(individual=individual, typed=typed_on(request), by=request.actor)
    draft = queries.draft_of(individual, request.user.pk)
    if draft and draft.beside:
        return go_to(request, "conversations:write_up", individual=individual.public_id)
    form = form_for(request, individual, draft, is_from_draft=True)
    decided = [words.value() for words, _ in form.decision_rows() if words.value()]
    return _page(request, individual, form, draft, seen=typed_on(request), decided=decided, is_preview=True)


def _saved(individual, meeting) -> str:
    """What was saved, who sees it, and what happens next."""
    note = queries.latest_note(meeting)
    sees = (
        f"{individual.called} sees it now." if note and note.shown_at else f"{individual.called} does not see it yet."
    )
    upcoming = queries.next_meeting(individual)
    after = f"Next: {when_in_words(upcoming)}." if upcoming else "No next meeting yet."
    return f"Saved. {sees if note else ''} {after}".replace("  ", " ")


def _outcome(form: WriteUpForm, individual):
    return form.outcome(
        find_goal=lambda public_id: goals.goal_called(individual, public_id),
        find_helper=lambda public_id: goals.helper_called(individual, public_id),
    )


@individual_page(Permission.WRITE_DRAFT, trails=False)
@require_POST
def save_draft(request: HttpRequest, individual) -> HttpResponse:
    """Keeps what is being typed. With htmx the page stays as it is; without, it comes back."""
    typed = typed_on(request)
    draft = actions.save_draft(individual=individual, typed=typed, by=request.actor)
    if not request.htmx:
        messages.success(request, SAVED_BEFORE if draft is None else "Kept. You can go on when you like.")
        return go_to(request, "conversations:write_up", individual=individual.public_id)
    is_beside = bool(draft and draft.beside)
    version = typed.get(two_places.VERSION, "") if draft is None or is_beside else draft.version
    context = {"individual": individual, "version": version, "is_beside": is_beside}
    response = show(request, "conversations/_kept.html", context)
    response["Kith-Saved"] = f"Saved at {moment_in_words(draft.saved_at)}" if draft else SAVED_BEFORE
    return response


@individual_page(Permission.WRITE_DRAFT, trails=False)
@require_POST
def settle_draft(request: HttpRequest, individual) -> HttpResponse:
    """Of what was written in two places: one, the other, or both in one."""
    actions.settle_draft(individual=individual, keep=request.POST.get("keep", two_places.TOGETHER), by=request.actor)
    return go_to(request, "conversations:write_up", individual=individual.public_id)


@individual_page(Permission.WRITE_DRAFT, trails=False)
@require_POST
def start_afresh(request: HttpRequest, individual) -> HttpResponse:
    """Puts away what was being typed and opens an empty page."""
    actions.discard_draft(individual=individual, by=request.actor)
    return go_to(request, "conversations:write_up", individual=individual.public_id)
