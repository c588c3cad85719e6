"""One question on a page: for two who fill a form in together, each on their own screen if they like."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.paperwork import actions, queries
from kith.paperwork.filled import Filled, Line, as_it_stands, filled
from kith.paperwork.sources import PICKED
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual
from kith.questionnaires import queries as questionnaires
from kith.questionnaires.actions.filling import Saved
from kith.questionnaires.answering import Key, clean
from kith.questionnaires.structure import place_from, place_words

from .filling import found

GONE = "That question is not asked any more."
KEPT_ASIDE = "That question is not asked any more. Your words are kept, should it be asked again."
BOTH = "Somebody else answered this at the same time. Both are here: save the one that is right."


@individual_page(Permission.READ_FORMS, together=True)
def question_page(request: HttpRequest, individual, filling: str, place: int) -> HttpResponse:
    """The question at this place, with what is there already."""
    form = filled(found(queries.filling_called(individual, filling)))
    if not 0 < place <= len(form.questions):
        return go_to(request, "paperwork:filling", individual=individual.public_id, filling=filling)
    return _page(request, individual, form, form.questions[place - 1])


@individual_page(Permission.WRITE_FORMS, together=True)
def another(request: HttpRequest, individual, filling: str, place: int) -> HttpResponse:
    """One more of a group that repeats: its first question, empty. It is there once something is written in it."""
    form = filled(found(queries.filling_called(individual, filling)))
    line = form.questions[place - 1] if 0 < place <= len(form.questions) else None
    key = queries.another(form, line) if line else None
    more = filled(form.filling, queries.groups_of(form.form, key)) if key else form
    new = more.at(key) if key else None
    return _page(request, individual, more, new) if new else _to(request, form, None)


@individual_page(Permission.WRITE_FORMS, together=True)
@require_POST
def keep(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """Saves one answer and goes on to the next open question. What cannot be saved stays in the box."""
    kept, key = found(queries.filling_called(individual, filling)), _key(request)
    read_once: dict = {}
    written = questionnaires.answered(kept.sheet)
    form = as_it_stands(kept, written, (), read_once)
    line = form.at(key) or as_it_stands(kept, written, queries.groups_of(form.form, key), read_once).at(key)
    if line is None:
        return _no_longer_asked(request, form, key)
    typed = request.POST.getlist("answer")
    try:
        saved = _save(request, form, line, typed)
    except Refused as reason:
        return _page(request, individual, form, line, 422, typed=typed, error=str(reason))
    if saved and saved.beside:
        messages.warning(request, BOTH)
        return _to(request, form, queries.place_of(form, line.key))
    if saved and saved.answer:
        written.and_now(saved.answer)
    return _to(request, form, queries.next_open(as_it_stands(kept, written, (), read_once), line.key))


def _no_longer_asked(request: HttpRequest, form: Filled, key: Key) -> HttpResponse:
    """Somebody changed meanwhile what this question hangs on: the words are kept all the same."""
    question = form.form.question(key[0])
    try:
        if question:
            value = clean(question, request.POST.getlist("answer"), clock.today())
            based_on = number(request.POST.get("based_on", ""))
            actions.answer(filling=form.filling, key=key, value=value, based_on=based_on, by=request.actor)
    except Refused as reason:
        messages.warning(request, f"{GONE} {reason}")
    else:
        messages.info(request, KEPT_ASIDE if question else GONE)
    return _to(request, form, None)


def _save(request: HttpRequest, form: Filled, line: Line, typed: list[str]) -> Saved | None:
    """What follows what is known already, and was left as it is, goes on following it."""
    value = clean(line.question, typed, clock.today())
    if line.source and value == line.value:
        return None
    based_on = number(request.POST.get("based_on", ""))
    return actions.answer(filling=form.filling, key=line.key, value=value, based_on=based_on, by=request.actor)


@individual_page(Permission.READ_FORMS, trails=False, together=True)
def now(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """What somebody else has written to this question since its page was opened."""
    kept, key = found(queries.filling_called(individual, filling)), _key(request)
    versions = questionnaires.versions(kept.sheet, key)
    is_newer = bool(versions) and versions[-1].number > number(request.GET.get("seen", ""))
    line = filled(kept).at(key) if is_newer else None  # the whole form only where there is something new: asked often
    other = line if line and line.answer and line.answer.written_by_id != request.user.pk else None
    return show(request, "paperwork/_now.html", {"other": other})


def _page(request: HttpRequest, individual, form: Filled, line: Line, status: int = 200, **sent_back) -> HttpResponse:
    place = queries.place_of(form, line.key)
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "filling": form.filling,
        "form": form,
        "line": line,
        "stands_at": place_words(line.key[1]),
        "place": place,
        "before": place - 1,
        "after": queries.later_open(form, place),
        "may_repeat": queries.another(form, line) is not None,
        "headings": queries.headings_over(form, line.key),
        "typed": list(line.value),
        **_lines_to_pick(form, line),
    }
    return show(request, "paperwork/question.html", context | sent_back, status=status)


def _lines_to_pick(form: Filled, line: Line) -> dict:
    if line.question.source != PICKED:
        return {}
    return {"takes_lines": True, "picked": queries.picked_for(form.filling, line.question.link_id)}


def _to(request: HttpRequest, form: Filled, place: int | None) -> HttpResponse:
    ids = {"individual": form.filling.individual.public_id, "filling": form.filling.public_id}
    if place is None:
        return go_to(request, "paperwork:filling", **ids)
    return go_to(request, "paperwork:question", place=place, **ids)


def _key(request: HttpRequest) -> Key:
    typed = request.POST if request.method == "POST" else request.GET
    return key_of(typed.get("link_id", ""), typed.get("at", ""))


def key_of(link_id: str, at: str) -> Key:
    """Which question a page sent, and of which of its groups."""
    try:
        return link_id, place_from(at)
    except ValueError:
        raise Http404 from None


def number(written: str) -> int:
    """A number that a page sent; 0 for anything else."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 9 else 0
