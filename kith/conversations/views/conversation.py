"""The conversation: nothing is required, no form comes first, and one press keeps that you met."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.about_me import actions as about_me
from kith.access import clock
from kith.access.permissions import Permission
from kith.access.public_ids import new_public_id
from kith.access.refusal import Refused
from kith.conversations import actions, queries, two_places
from kith.conversations.forms.conversation import LikeForm, MarksForm
from kith.conversations.queries.conversation import conversation_with, labels_of
from kith.conversations.wording import when_in_words
from kith.design.pages import go_to, show
from kith.goals.queries import still_in_the_way
from kith.people import queries as people
from kith.people.audience import who_sees
from kith.people.doors import individual_page

PAGE = "conversations/conversation.html"


@individual_page(Permission.WRITE_SHARED_NOTE)
def conversation(request: HttpRequest, individual) -> HttpResponse:
    """Where to start, what to talk about, what was agreed. Every box may stay empty."""
    return _page(request, individual)


def _page(request: HttpRequest, individual, *, marks=None, like=None, status: int = 200) -> HttpResponse:
    talk = conversation_with(individual, request.user)
    like = like or LikeForm()
    like.fields["like"].label = f"Something {individual.called} likes"
    like.fields["like"].seen_by = who_sees("about_me", individual, request.user)
    context = {
        "individual": individual,
        "talk": talk,
        "in_the_way": still_in_the_way(individual) if Permission.READ_BARRIERS in request.may else [],
        "like": like,
        "marks": marks or _marks(request, individual, talk),
    }
    return show(request, PAGE, context, status=status)


def _marks(request: HttpRequest, individual, talk, data=None) -> MarksForm:
    """With what was marked before, as it waits for the write-up."""
    typed = two_places.typed_in(queries.draft_of(individual, request.user.pk))
    marked = [words.strip() for words in str(typed.get("topics", "")).split(",") if words.strip()]
    planned = queries.next_meeting(individual)
    is_later = planned is not None and not queries.was_this_meeting(planned, clock.today())
    form = MarksForm(
        data,
        name=individual.called,
        marks=list(dict.fromkeys([*marked, *talk.marks])),
        planned=when_in_words(planned) if planned and is_later else "",
        initial={"topics": marked, "arrived": typed.get("arrived", ""), "written_from": new_public_id()},
    )
    if not talk.is_first:
        del form.fields["arrived"]
    form.fields["topics"].seen_by = who_sees("shared_note", individual, request.user)
    return form


@individual_page(Permission.WRITE_SHARED_NOTE)
@require_POST
def met_today(request: HttpRequest, individual) -> HttpResponse:
    """Keeps the meeting with its date; or goes on to the write-up with what was marked."""
    form = _marks(request, individual, conversation_with(individual, request.user), request.POST)
    if not form.is_valid():
        return _page(request, individual, marks=form, status=422)
    given = form.cleaned_data
    marked = {"topics": given["topics"], "arrived": given.get("arrived", "")}
    if request.POST.get("do") == "keep":
        actions.keep_marks(individual=individual, by=request.actor, **marked)
        return go_to(request, "conversations:write_up", individual=individual.public_id)
    early = {"met_early": bool(given.get("met_early")), "written_from": given["written_from"]}
    try:
        meeting = actions.met_today(individual=individual, by=request.actor, **marked, **early)
    except Refused as reason:
        form.add_error(None, str(reason))
        return _page(request, individual, marks=form, status=422)
    messages.success(request, "Saved, with its date. Nothing more is needed.")
    ids = {"individual": individual.public_id, "meeting": meeting.public_id}
    return go_to(request, "conversations:meeting_page", **ids)


@individual_page(Permission.WRITE_ABOUT_ME)
@require_POST
def add_like(request: HttpRequest, individual) -> HttpResponse:
    """Something they like, in words; what the table would look under follows."""
    form = LikeForm(request.POST)
    is_here = Permission.WRITE_SHARED_NOTE in request.may
    if not form.is_valid():
        about = "about_me:about_page"
        return _page(request, individual, like=form, status=422) if is_here else _to(request, about, individual)
    words = form.cleaned_data["like"]
    about_me.add_line(individual=individual, kind="interest", words=words, by=request.actor)
    labels = labels_of(words)
    under = f" The table looks under: {', '.join(labels)}." if labels else ""
    messages.success(request, f"Kept, in these words.{under}")
    return _to(request, "conversations:conversation" if is_here else "about_me:about_page", individual)


def _to(request: HttpRequest, name: str, individual) -> HttpResponse:
    return go_to(request, name, individual=individual.public_id)


@individual_page(Permission.READ_ABOUT_ME, together=True)
def card(request: HttpRequest, individual) -> HttpResponse:
    """A card the two can look at, on paper or on the screen: nothing on it is private to one of them."""
    worker = people.worker_of(individual) or request.user
    talk = conversation_with(individual, worker)
    may_see_goals = Permission.READ_GOALS in request.may
    context = {"individual": individual, "talk": talk, "agreed": talk.agreed if may_see_goals else []}
    return show(request, "conversations/prompt_card.html", context)
