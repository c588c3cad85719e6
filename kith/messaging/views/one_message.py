"""One message: read, answered in one press or in words, put to what it is about, a result in it kept."""

from django.contrib import messages as notices
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.encryption import unseal
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show, way_back
from kith.messaging import actions, queries
from kith.messaging.forms.messages import AnswerForm
from kith.messaging.queries.about import thing_called, things_to_write_about
from kith.messaging.views.on_its_way import on_its_way
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.writer import is_their_account

LOOK_FIRST = "{name} asks you to look sooner. Please read these words once more before they go."
ON_TOP = "It is on top now. If it cannot wait, help now is always there."


@individual_page(Permission.READ_MESSAGES)
def message_page(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """Opening it changes nothing; a button says that it was read."""
    return _page(request, individual, _found(request, individual, sent), AnswerForm())


def _page(request: HttpRequest, individual, message, form, status: int = 200) -> HttpResponse:
    form.fields["reply"].seen_by = who_sees("messages", individual, request.user)
    is_own = is_their_account(request.user.pk, individual)
    context = {
        "individual": individual,
        "message": message,
        "form": form,
        "is_own": is_own,
        "may_keep": Permission.WRITE_GOALS in request.may,
        "phrases": [] if is_own else queries.phrases_of(request.user),
        "things": [] if is_own else things_to_write_about(individual),
        "is_held": queries.is_held(message),
        "answers": list(message.answered_with.select_related("author").order_by("at")),
    }
    return show(request, "messaging/message.html", context, status=status)


@individual_page(Permission.ANSWER_MESSAGES)
@require_POST
def answer(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """In words typed now, or in the worker's own words from before, by one press."""
    found = _found(request, individual, sent)
    phrase = queries.phrase_called(request.user, request.POST.get("phrase", ""))
    form = AnswerForm({"reply": phrase.words} if phrase else request.POST)
    if phrase and found.sooner_at:
        form.add_error(None, LOOK_FIRST.format(name=individual.called))
    if form.is_valid():
        try:
            answered = actions.answer(message=found, words=form.cleaned_data["reply"], by=request.actor)
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            notices.success(request, on_its_way(answered, f"“{phrase.words}”" if phrase else "Your answer"))
            return _back(request, individual)
    return _page(request, individual, found, form, status=422)


@individual_page(Permission.ANSWER_MESSAGES)
@require_POST
def read(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """It was read, and needs no answer."""
    return _done(request, individual, sent, actions.mark_read, "Read. It no longer waits.")


@individual_page(Permission.ANSWER_MESSAGES)
@require_POST
def meant(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """What a place meant with what it wrote back."""
    kind = request.POST.get("kind", "")
    return _done(request, individual, sent, actions.say_what_it_meant, "Kept as their answer.", kind=kind)


@individual_page(Permission.ANSWER_MESSAGES)
@require_POST
def pass_on(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """What a place wrote back, to the individual too."""
    told = f"Passed on. {individual.called} can read it with the introduction."
    return _done(request, individual, sent, actions.pass_on_what_a_place_wrote, told)


@individual_page(Permission.WRITE_MESSAGES)
@require_POST
def sooner(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """Asked for once help that is there at once has been shown."""
    return _done(request, individual, sent, actions.look_sooner, ON_TOP)


@individual_page(Permission.ANSWER_MESSAGES)
@require_POST
def put_to(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """What it is about."""
    about = thing_called(individual, request.POST.get("about", ""))
    return _done(request, individual, sent, actions.put_to, "It stands there now.", about=about)


@individual_page(Permission.WRITE_GOALS)
@require_POST
def keep_found(request: HttpRequest, individual, sent: str) -> HttpResponse:
    """The result in it is a result of the goal from now on, or is left."""
    if "keep" in request.POST:
        return _done(request, individual, sent, actions.keep_found, "Kept as a result.")
    return _done(request, individual, sent, actions.leave_found, "Left as it is.")


@individual_page(Permission.READ_MESSAGES)
def picture(request: HttpRequest, individual, sent: str, attachment: str) -> HttpResponse:
    """A picture that came with it. A browser takes it for nothing else."""
    found = _found(request, individual, sent).attachments.filter(public_id=attachment).first()
    if found is None or not queries.file_of(found).is_file():
        raise Http404
    content = unseal(queries.file_of(found).read_bytes())
    kind = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
    response = HttpResponse(content, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _found(request: HttpRequest, individual, public_id: str):
    found = queries.message_called(individual, public_id, request.user.pk)
    if found is None:
        raise Http404
    return found


def _done(request: HttpRequest, individual, sent: str, act, words: str, **more) -> HttpResponse:
    """Does it, or shows the reason against."""
    try:
        act(message=_found(request, individual, sent), by=request.actor, **more)
    except Refused as reason:
        notices.info(request, str(reason))
    else:
        notices.success(request, words)
    return _back(request, individual)


def _back(request: HttpRequest, individual) -> HttpResponse:
    place = way_back(request)
    return (
        go_to(request, place) if place else go_to(request, "messaging:messages_page", individual=individual.public_id)
    )
