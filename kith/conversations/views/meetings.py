"""One meeting, as both see it; every meeting; and when the next one is."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.forms import AccountForm, CorrectionForm, FeelingForm, NextMeetingForm
from kith.conversations.record_copy import Around, digest_of, has_changed_since, plain_text
from kith.design.pages import go_to, show
from kith.goals.queries import owners_with
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.kinds import ways_for
from kith.people.queries import worker_of


def one_meeting(individual, public_id: str):
    """This individual's meeting, or nothing."""
    meeting = queries.meeting_of(individual, public_id)
    if meeting is None:
        raise Http404
    return meeting


def _is_own(request: HttpRequest, individual) -> bool:
    return request.user.pk == individual.user_id


def _note_to_see(request: HttpRequest):
    """Whoever does not write it sees what has been shown, and no more."""
    return queries.latest_note if Permission.WRITE_SHARED_NOTE in request.may else queries.shown_note


def _sayings_to_see(request: HttpRequest, meeting) -> list:
    writes = Permission.WRITE_SHARED_NOTE in request.may
    return list(meeting.sayings.all()) if writes else queries.shown_sayings(meeting)


@individual_page(Permission.READ_SHARED_NOTE)
def meetings_page(request: HttpRequest, individual) -> HttpResponse:
    """Everything that was said, newest first."""
    seen = _note_to_see(request)
    meetings = [(each, seen(each)) for each in queries.meetings_held(individual)]
    context = {"individual": individual, "meetings": meetings, "is_own": _is_own(request, individual)}
    return show(request, "conversations/meetings_page.html", context)


@individual_page(Permission.READ_SHARED_NOTE)
def meeting_page(request: HttpRequest, individual, meeting) -> HttpResponse:
    """What we said: the shared part, both accounts, what was agreed."""
    found = one_meeting(individual, meeting)
    context = _both_accounts(request, individual, found)
    if context["is_own"] and context["note"] and not context["note"].offered_at:
        actions.note_offered(meeting=found, by=request.actor)
    if Permission.WRITE_SHARED_NOTE in request.may and found.is_held:
        context |= _for_the_main_record(found, context["upcoming"])
    return show(request, "conversations/meeting_page.html", context)


def _for_the_main_record(meeting, upcoming) -> dict:
    """The text to copy, and what is remembered of the last copy."""
    worker = worker_of(meeting.individual)
    beside = Around(owners_with(meeting.individual, worker), upcoming)
    return {
        "own_worker": worker,
        "owners": beside.owners,
        "record_text": plain_text(meeting, ways_for(meeting.individual).record_headings, beside),
        "record_digest": digest_of(meeting, beside),
        "copy": queries.latest_copy(meeting),
        "copy_is_old": has_changed_since(meeting, beside),
    }


def _both_accounts(request: HttpRequest, individual, meeting) -> dict:
    is_own, writes = _is_own(request, individual), Permission.WRITE_SHARED_NOTE in request.may
    return {
        "individual": individual,
        "meeting": meeting,
        "is_own": is_own,
        "note": _note_to_see(request)(meeting),
        "sayings": _sayings_to_see(request, meeting),
        "account": queries.latest_account(meeting),
        "is_answered": queries.is_answered(meeting),
        "sees_all": writes or bool(meeting.shown_at),
        "agreed": queries.agreed_in(meeting),
        "feeling": queries.feeling_about(meeting, is_own=is_own),
        "feelings": FeelingForm.base_fields["how"].choices,
        "upcoming": queries.next_meeting(individual),
        "waits_for_a_talk": queries.waits_for_a_talk(meeting),
        "reflection": None if is_own else queries.reflection_on(meeting, request.user.pk),
        "narrow": is_own,
    }


@individual_page(Permission.WRITE_OWN_ACCOUNT)
@require_POST
def answer(request: HttpRequest, individual, meeting) -> HttpResponse:
    """“That’s right”, “Leave it”, or “Not how I remember it”, which first opens a box for their own account."""
    found = one_meeting(individual, meeting)
    form = AccountForm(request.POST, seen_by=who_sees("own_account", individual, request.user))
    if form.is_valid():
        _give(request, found, form)
        return go_to(request, "conversations:meeting_page", individual=individual.public_id, meeting=found.public_id)
    has_written = "words" in request.POST
    context = _both_accounts(request, individual, found) | {"form": form, "has_written": has_written}
    return show(request, "conversations/own_account.html", context, status=422 if has_written else 200)


def _give(request: HttpRequest, meeting, form: AccountForm) -> None:
    try:
        actions.give_account(meeting=meeting, by=request.actor, **form.cleaned_data)
    except Refused as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, "Thank you. It is kept beside what was written.")


@individual_page(Permission.WRITE_SHARED_NOTE)
def correct(request: HttpRequest, individual, meeting) -> HttpResponse:
    """The shared part put right, the old words kept."""
    found = one_meeting(individual, meeting)
    note = queries.latest_note(found)
    began = {"words": note.words, "seen": note.public_id} if note else {}
    form = CorrectionForm(request.POST or None, initial=began)
    form.fields["words"].seen_by = who_sees("shared_note", individual, request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_note(meeting=found, by=request.actor, **form.cleaned_data)
        except Refused as reason:
            form.go_on_from(note.public_id if note else "", str(reason))
        else:
            ids = {"individual": individual.public_id, "meeting": found.public_id}
            return go_to(request, "conversations:meeting_page", **ids)
    context = {"individual": individual, "meeting": found, "form": form, "note": note}
    return show(request, "conversations/correct.html", context, status=422 if form.errors else 200)


@individual_page(Permission.WRITE_SHARED_NOTE)
@require_POST
def show_note(request: HttpRequest, individual, meeting) -> HttpResponse:
    """From now on the individual can see it."""
    found = one_meeting(individual, meeting)
    actions.show_note(meeting=found, by=request.actor)
    messages.success(request, f"{individual.called} can see it now.")
    return go_to(request, "conversations:meeting_page", individual=individual.public_id, meeting=found.public_id)


@individual_page(Permission.PLAN_MEETING)
def plan(request: HttpRequest, individual) -> HttpResponse:
    """When the next meeting is: a day or a season. Moving it moves all that waits for it."""
    meeting = queries.next_meeting(individual)
    form = NextMeetingForm(request.POST or None, initial=_as_planned(meeting), gap=ways_for(individual).gap)
    if request.method == "POST" and form.is_valid():
        try:
            place = form.cleaned_data["next_place"]
            actions.plan_next(individual=individual, when=form.when(), place=place, by=request.actor)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            return go_to(request, "home:person", individual=individual.public_id)
    context = {"individual": individual, "form": form, "meeting": meeting}
    return show(request, "conversations/plan.html", context, status=422 if form.errors else 200)


def _as_planned(meeting) -> dict:
    if meeting is None:
        return {}
    chosen = "day" if meeting.day else ""
    which = "second" if meeting.is_second else ""
    planned = {"next_when": chosen, "next_day": meeting.day, "next_time": meeting.at_time, "next_which": which}
    return planned | {"next_place": meeting.place}


@individual_page(Permission.PLAN_MEETING)
@require_POST
def call_off(request: HttpRequest, individual) -> HttpResponse:
    """It will not happen."""
    meeting = queries.next_meeting(individual)
    if meeting:
        actions.call_off(meeting=meeting, by=request.actor)
        messages.success(request, f"Called off. {individual.called}’s page says so.")
    return go_to(request, "home:person", individual=individual.public_id)
