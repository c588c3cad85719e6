"""After a meeting: the write-up, kept as it is typed."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.public_ids import new_public_id
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import SavedBefore
from kith.conversations.forms import WriteUpForm
from kith.conversations.wording import when_in_words
from kith.design.pages import go_to, show
from kith.goals import queries as goals
from kith.people.audience import who_sees
from kith.people.doors import individual_page

TEMPLATE = "conversations/write_up.html"
KEPT_APART = ("csrfmiddlewaretoken",)


@individual_page(Permission.WRITE_SHARED_NOTE)
def write_up(request: HttpRequest, individual) -> HttpResponse:
    """The page, and its Done button."""
    draft = queries.draft_of(individual, request.user.pk)
    form = _form(request, individual, draft)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = actions.write_up(individual=individual, wrote=_outcome(form, individual), by=request.actor)
        except SavedBefore as reason:
            form.begin_again(new_public_id(), str(reason))
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _saved(individual, meeting))
            return go_to(
                request, "conversations:meeting_page", individual=individual.public_id, meeting=meeting.public_id
            )
    context = {"individual": individual, "form": form, "draft": draft}
    return show(request, TEMPLATE, context, status=422 if form.errors else 200)


def _form(request: HttpRequest, individual, draft) -> WriteUpForm:
    owners = _owners(request, individual)
    towards = [(goal.public_id, goal.words) for goal in goals.goals_in_play(individual)]
    seen_by = {row: who_sees(row, individual, request.user) for row in ("shared_note", "reflection", "prompts")}
    data = request.POST if request.method == "POST" else None
    planned = queries.next_meeting(individual)
    later = when_in_words(planned) if planned and planned.day and planned.day > clock.today() else ""
    return WriteUpForm(
        data,
        planned=later,
        initial=_initial(individual, draft),
        individual=individual,
        owners=owners,
        goals=towards,
        seen_by=seen_by,
    )


def _saved(individual, meeting) -> str:
    """What was saved, who sees it, and what happens next."""
    note = queries.latest_note(meeting)
    sees = (
        f"{individual.called} sees it now." if note and note.shown_at else f"{individual.called} does not see it yet."
    )
    upcoming = queries.next_meeting(individual)
    after = f"Next: {when_in_words(upcoming)}." if upcoming else "No next meeting yet."
    return f"Saved. {sees if note else ''} {after}".replace("  ", " ")


def _owners(request: HttpRequest, individual) -> list[tuple[str, str]]:
    """Who can hold a step: the individual, the worker, or anybody who helps."""
    helpers = [(helper.public_id, helper.name) for helper in goals.helpers_of(individual)]
    return [("individual", individual.called), ("worker", request.user.first_name), *helpers]


def _initial(individual, draft) -> dict:
    """What was being typed; or only the day, and a fresh name for this page so that it saves once."""
    if draft and draft.typed:
        return json.loads(draft.typed)
    planned, today = queries.next_meeting(individual), clock.today()
    has_come = planned is not None and queries.was_this_meeting(planned, today)
    return {
        "held_on": planned.day if has_come and planned.day else today,
        "place": planned.place if has_come else "",
        "met_early": "no",
        "show": "now",
        "written_from": new_public_id(),
    }


def _outcome(form: WriteUpForm, individual):
    return form.outcome(
        find_goal=lambda public_id: goals.goal_called(individual, public_id),
        find_helper=lambda public_id: goals.helper_called(individual, public_id),
    )


@require_POST
@individual_page(Permission.WRITE_DRAFT, trails=False)
def save_draft(request: HttpRequest, individual) -> HttpResponse:
    """Keeps what is being typed. With htmx the page stays as it is; without, it comes back."""
    typed = {name: value for name, value in request.POST.items() if name not in KEPT_APART}
    actions.save_draft(individual=individual, typed=typed, by=request.actor)
    if request.htmx:
        return HttpResponse(status=204)
    messages.success(request, "Kept. You can go on when you like.")
    return go_to(request, "conversations:write_up", individual=individual.public_id)


@require_POST
@individual_page(Permission.WRITE_DRAFT, trails=False)
def start_afresh(request: HttpRequest, individual) -> HttpResponse:
    """Puts away what was being typed and opens an empty page."""
    actions.discard_draft(individual=individual, by=request.actor)
    return go_to(request, "conversations:write_up", individual=individual.public_id)
