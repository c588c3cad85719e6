"""The closing conversation: one page for both, saved as it is typed, read and answered by the individual."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations.wording import moment_in_words
from kith.design.pages import show
from kith.moving_on import actions, queries
from kith.moving_on.forms import AnswerForm, AskMeForm, PartForm
from kith.moving_on.shown import Page, stay_words
from kith.people.doors import individual_page

from .shared import is_own, to_talk, went_well


@individual_page(Permission.READ_CARRY_ON)
def talk(request: HttpRequest, individual) -> HttpResponse:
    """All of it."""
    return _page(request, individual)


@individual_page(Permission.READ_CARRY_ON)
def earlier(request: HttpRequest, individual, talk: str) -> HttpResponse:
    """One that went before, as it stood when they stopped: to read."""
    found = queries.talk_called(individual, talk)
    if found is None:
        raise Http404
    if found == queries.talk_of(individual):
        return to_talk(request, individual)
    own = is_own(request, individual)
    context = {"individual": individual, "is_own": own, "talk": found, **_written(request, found, None, is_over=True)}
    return show(request, "moving_on/earlier.html", context | {"narrow": True})


@individual_page(Permission.WRITE_CARRY_ON)
@require_POST
def begin(request: HttpRequest, individual) -> HttpResponse:
    """From now on there is a page for it."""
    went_well(request, actions.begin, individual=individual)
    return to_talk(request, individual)


@individual_page(Permission.WRITE_CARRY_ON, trails=False)
@require_POST
def keep_part(request: HttpRequest, individual) -> HttpResponse:
    """One part, as it is typed. With htmx the page stays as it is; without, it comes back."""
    found = queries.talk_of(individual)
    if found is None:
        return to_talk(request, individual)
    stands = queries.written_in(found).get(request.POST.get("kind", ""))
    form = PartForm(request.POST, kept=stands.words if stands else "")
    part = _kept(request, found, form)
    if part is None:
        return _page(request, individual, form=form, status=422)
    if not request.htmx:
        messages.success(request, "Kept.")
        return to_talk(request, individual)
    response = show(request, "moving_on/_kept.html", {"part": part})
    response["Kith-Saved"] = f"Saved at {moment_in_words(clock.now())}"
    return response


def _kept(request: HttpRequest, found, form: PartForm):
    """The part, or None with the reason on the form."""
    if not form.is_valid():
        return None
    try:
        return actions.write_part(talk=found, by=request.actor, **form.cleaned_data)
    except Refused as reason:
        form.add_error("words", str(reason))
        return None


@individual_page(Permission.WRITE_CARRY_ON)
@require_POST
def ask_me(request: HttpRequest, individual) -> HttpResponse:
    """When to be asked how it goes, once."""
    form, found = AskMeForm(request.POST), queries.talk_of(individual)
    if found and form.is_valid():
        says = "Kept. Once, and no more." if form.cleaned_data["months"] else "Kept. Nobody asks."
        went_well(request, actions.be_asked, says, talk=found, months=form.cleaned_data["months"])
    return to_talk(request, individual)


@individual_page(Permission.WRITE_CARRY_ON)
@require_POST
def ready(request: HttpRequest, individual) -> HttpResponse:
    """The individual is told that it is there to read."""
    if found := queries.talk_of(individual):
        went_well(request, actions.say_it_is_ready, f"{individual.called} can read it.", talk=found)
    return to_talk(request, individual)


@individual_page(Permission.WRITE_OWN_ACCOUNT)
@require_POST
def answer(request: HttpRequest, individual) -> HttpResponse:
    """“That’s right”, “Leave it”, or “I see it differently”, which first opens a box for their own words."""
    found, form = queries.talk_of(individual), AnswerForm(request.POST)
    if found is None:
        return to_talk(request, individual)
    was_valid = form.is_valid()
    if was_valid and (_is_answered(request, found, form) or not form.errors):
        return to_talk(request, individual)
    has_written = "words" in request.POST
    seen = queries.newest_of_others(found) if was_valid else request.POST.get("seen", "")
    context = {"individual": individual, "form": form, "has_written": has_written, "seen": seen}
    return show(request, "moving_on/differently.html", context, status=422 if has_written else 200)


def _is_answered(request: HttpRequest, found, form: AnswerForm) -> bool:
    """Whether it was kept. Where it was not, the page says why; their own words, if there are any, stay in the box."""
    try:
        actions.answer(talk=found, by=request.actor, **form.cleaned_data)
    except Refused as reason:
        if form.is_in_own_words:
            form.add_error("words", str(reason))
        else:
            messages.info(request, str(reason))
        return False
    messages.success(request, "Thank you. It is kept beside what was written.")
    return True


def _page(request: HttpRequest, individual, *, form: PartForm | None = None, status: int = 200) -> HttpResponse:
    (found, earlier), own = queries.talks_of(individual), is_own(request, individual)
    context = {
        "individual": individual,
        "talk": found,
        "is_own": own,
        "stays": stay_words(individual, is_own=own),
        "asked_back": queries.asked_back(individual) if own else None,
        "earlier": earlier,
        "narrow": True,
    }
    if found:
        context |= _written(request, found, form) | {"ask_me": AskMeForm(), "failed_form": form}
    return show(request, "moving_on/talk.html", context, status=status)


def _written(request: HttpRequest, found, form: PartForm | None, *, is_over: bool = False) -> dict:
    """What both wrote, what the individual says to it, and what became of what was open."""
    individual, rows = found.individual, queries.parts_of(found)
    written, own = queries.written_in(found, rows), is_own(request, individual)
    return {
        "parts": Page(request, found, written, form, is_over).in_order(),
        "answered": queries.answered(found, rows),
        "seen": queries.newest_of_others(found, rows),
        "has_words": any(each.words for each in written.values()),
        "became": [(end, queries.what_became(end, individual, is_own=own)) for end in queries.settled_ends(found)],
    }
