"""Before a meeting, signed in: its page, the message that tells of it, questions and their answers."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.forms.before import AnswerForm, AskForm, FactsForm, SoonerForm
from kith.conversations.queries import before
from kith.conversations.views.telling import Telling
from kith.design.pages import go_to, show
from kith.people import queries as people
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.writer import is_their_account


@individual_page(Permission.READ_MEETINGS)
def before_page(request: HttpRequest, individual) -> HttpResponse:
    """Who, where, when, how long, why, and what is decided: as the individual reads it."""
    return _before_page(request, individual, AskForm())


@individual_page(Permission.WRITE_REQUESTS)
@require_POST
def ask(request: HttpRequest, individual) -> HttpResponse:
    """A question for the worker."""
    form = AskForm(request.POST)
    if form.is_valid():
        try:
            question = {"words": form.cleaned_data["question"], "meeting": queries.next_meeting(individual)}
            actions.ask(individual=individual, by=request.actor, **question)
        except Refused as reason:
            form.add_error("question", str(reason))
        else:
            messages.success(request, _arrived(request, individual))
            return go_to(request, "conversations:before_page", individual=individual.public_id)
    return _before_page(request, individual, form, status=422)


def _before_page(request: HttpRequest, individual, form, status: int = 200) -> HttpResponse:
    meeting = queries.next_meeting(individual)
    is_own = is_their_account(request.user.pk, individual)
    form.fields["question"].seen_by = who_sees("requests_to_meet", individual, request.user)
    if not is_own:
        form.fields["question"].label = f"Write down a question from {individual.called}"
    context = {
        "individual": individual,
        "is_own": is_own,
        "before": before.before_we_meet(meeting) if meeting else None,
        "asked": before.asked_about(meeting) if meeting else [],
        "form": form,
    }
    return show(request, "conversations/before_page.html", context, status=status)


def _arrived(request: HttpRequest, individual) -> str:
    if not is_their_account(request.user.pk, individual):
        return "Written down. It comes up on Today and in the Brief."
    return f"Your question has arrived. {_worker_name(individual)} reads it before you meet."


def _worker_name(individual) -> str:
    worker = people.worker_of(individual)
    return worker.first_name if worker else "Your worker"


@individual_page(Permission.PLAN_MEETING)
def tell(request: HttpRequest, individual) -> HttpResponse:
    """The few words before a meeting, shown just as they will go."""
    meeting = queries.next_meeting(individual)
    if meeting is None or meeting.day is None:
        return show(request, "conversations/before_nothing.html", {"individual": individual, "meeting": meeting})
    telling = Telling.of(meeting, request.POST if request.method == "POST" else None)
    if telling.is_ready():
        try:
            message = actions.tell_before(meeting=meeting, by=request.actor, **telling.chosen())
        except Refused as reason:
            telling.form.add_error(None, str(reason))
        else:
            return _told(request, individual, message)
    context = {"individual": individual, "meeting": meeting, "telling": telling, "facts": _facts_form(meeting)}
    return show(request, "conversations/before_tell.html", context, status=422 if telling.form.errors else 200)


def _told(request: HttpRequest, individual, message) -> HttpResponse:
    if message.channel == "print":
        return go_to(request, "conversations:before_letter", individual=individual.public_id, message=message.public_id)
    words = {"said": "Kept. You told them yourself."}.get(message.channel, "On its way. It leaves between 9am and 7pm.")
    messages.success(request, words)
    return go_to(request, "conversations:tell_before", individual=individual.public_id)


def _facts_form(meeting, data=None) -> FactsForm:
    minutes = before.minutes_of(meeting)
    return FactsForm(data, minutes=minutes, initial={"minutes": str(minutes), "why": meeting.why})


@individual_page(Permission.PLAN_MEETING)
@require_POST
def explain(request: HttpRequest, individual) -> HttpResponse:
    """How long there is, and what it is for."""
    meeting = _planned(individual)
    form = _facts_form(meeting, request.POST)
    if form.is_valid():
        actions.say_how_long_and_why(meeting=meeting, by=request.actor, **form.cleaned_data)
        return go_to(request, "conversations:tell_before", individual=individual.public_id)
    context = {"individual": individual, "meeting": meeting, "telling": Telling.of(meeting, None), "facts": form}
    return show(request, "conversations/before_tell.html", context, status=422)


@individual_page(Permission.PLAN_MEETING)
def letter(request: HttpRequest, individual, message: str) -> HttpResponse:
    """The words on paper, to post or to hand over."""
    meeting = _planned(individual)
    found = before.message_of(meeting, message)
    if found is None:
        raise Http404
    context = {"individual": individual, "message": found, "before": before.before_we_meet(meeting)}
    return show(request, "conversations/before_letter.html", context)


def _planned(individual):
    meeting = queries.next_meeting(individual)
    if meeting is None:
        raise Http404
    return meeting


@individual_page(Permission.PLAN_MEETING)
def answer(request: HttpRequest, individual, asked: str) -> HttpResponse:
    """What they asked, and a box for the answer."""
    found = before.question_of(individual, asked)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    form.fields["reply"].seen_by = who_sees("requests_to_meet", individual, request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_asked(asked=found, words=form.cleaned_data["reply"], by=request.actor)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _answered(found))
            return go_to(request, "home:person", individual=individual.public_id)
    context = {"individual": individual, "asked": found, "form": form}
    return show(request, "conversations/answer_asked.html", context, status=422 if form.errors else 200)


def _answered(asked) -> str:
    is_told, name = before.is_told(asked), asked.individual.called
    told = "They are told there is a message." if is_told else f"{name} has no letters sent: tell them when you can."
    return f"Answered. {told}"


@individual_page(Permission.WRITE_REQUESTS)
def sooner(request: HttpRequest, individual) -> HttpResponse:
    """Asking to meet sooner: words are theirs to give."""
    form = SoonerForm(request.POST if request.method == "POST" else None)
    form.fields["reason"].seen_by = who_sees("requests_to_meet", individual, request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_to_meet_sooner(individual=individual, words=form.cleaned_data["reason"], by=request.actor)
        except Refused as reason:
            form.add_error("reason", str(reason))
        else:
            return go_to(request, "conversations:sooner", individual=individual.public_id)
    context = {
        "individual": individual,
        "is_own": is_their_account(request.user.pk, individual),
        "meeting": queries.next_meeting(individual),
        "waiting": before.wish_to_meet_sooner(individual),
        "worker": _worker_name(individual),
        "form": form,
    }
    return show(request, "conversations/meet_sooner.html", context, status=422 if form.errors else 200)
