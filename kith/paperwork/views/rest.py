"""The rest on one page: for a worker who talked first and writes up afterwards. Each answer is still saved alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.paperwork import actions, queries
from kith.paperwork.filled import Filled, Line, filled
from kith.people.doors import individual_page
from kith.people.writer import is_the_individual
from kith.questionnaires.answering import Key, clean
from kith.questionnaires.structure import place_words

from .filling import AT_ONCE, found
from .one import key_of, number

BOTH = "somebody else answered this too, at the same time. Both are kept. Its own page asks which is right."


@dataclass(frozen=True)
class Box:
    """One question on the page. `called` is the name of its box; `typed` and `error`, where it was sent back."""

    place: int
    line: Line
    heading: str
    called: str
    typed: tuple[str, ...] = ()
    error: str = ""

    @property
    def stands_at(self) -> str:
        return place_words(self.line.key[1])


@dataclass(frozen=True)
class Sent:
    """What was sent of one box."""

    key: Key
    typed: tuple[str, ...]
    based_on: int


@individual_page(Permission.WRITE_FORMS, together=True)
def rest(request: HttpRequest, individual, filling: str) -> HttpResponse:
    """What is still open, as many as fit on one page; what is left empty stays open."""
    form = filled(found(queries.filling_called(individual, filling)))
    if request.method == "POST":
        return _keep(request, individual, form)
    boxes = _boxes(form, number(request.GET.get("from", "")))
    if not boxes:
        return go_to(request, "paperwork:filling", individual=individual.public_id, filling=filling)
    return _page(request, individual, form, boxes)


def _keep(request: HttpRequest, individual, form: Filled) -> HttpResponse:
    """Each by itself. Those that cannot be kept come back with what was typed; the others are kept all the same."""
    sent = list(_sent(request))
    wrong = {each.key: why for each in sent if (why := _not_kept(request, form, each))}
    now = filled(form.filling)
    kept = sum(any(each.typed) for each in sent) - len(wrong)
    if kept:
        messages.success(request, "One answer is kept." if kept == 1 else f"{kept} answers are kept.")
    if wrong:
        return _page(request, individual, now, _sent_back(now, sent, wrong), status=422)
    page = reverse("paperwork:filling", args=[individual.public_id, form.filling.public_id])
    further = _further(form, now, {each.key for each in sent})
    return redirect(f"{page}rest/?from={further}" if further else page)


def _sent(request: HttpRequest) -> Iterator[Sent]:
    """Every box of the page, by its number there."""
    for count in range(1, AT_ONCE + 1):
        if link_id := request.POST.get(f"link_id_{count}", ""):
            at, typed = request.POST.get(f"at_{count}", ""), request.POST.getlist(f"answer_{count}")
            yield Sent(key_of(link_id, at), tuple(typed), number(request.POST.get(f"based_on_{count}", "")))


def _not_kept(request: HttpRequest, form: Filled, sent: Sent) -> str:
    """Keeps one answer; or why it was not kept. An empty box is left for now."""
    question = form.form.question(sent.key[0])
    if question is None or not any(sent.typed):
        return ""
    try:
        value = clean(question, sent.typed, clock.today())
        told = {"key": sent.key, "value": value, "based_on": sent.based_on}
        saved = actions.answer(filling=form.filling, by=request.actor, **told)
    except Refused as reason:
        return str(reason)
    if saved.beside:
        messages.warning(request, f"{question.number} {question.words}: {BOTH}")
    return ""


def _sent_back(form: Filled, sent: list[Sent], wrong: dict[Key, str]) -> list[Box]:
    """The boxes that are still open, with what was typed where it was not kept."""
    typed = {each.key: each.typed for each in sent}
    there = [each for each in _boxes(form, 0, everything=True) if each.line.key in typed]
    return [
        replace(each, typed=typed[each.line.key], error=wrong.get(each.line.key, ""), called=f"answer_{count}")
        for count, each in enumerate(there, 1)
    ]


def _further(before: Filled, now: Filled, sent: set[Key]) -> int | None:
    """Where the next page begins: after the last box of this one, or where an answer of it has asked for more."""
    open_before = {line.key for line in before.still_open}
    last = max((place for place, line in enumerate(now.questions, 1) if line.key in sent), default=0)
    boxes = (each for each in _boxes(now, 0, everything=True) if each.line.key not in sent)
    return next((each.place for each in boxes if each.place > last or each.line.key not in open_before), None)


def _boxes(form: Filled, beginning: int, *, everything: bool = False) -> list[Box]:
    """The open questions from this place on. Those with two answers, and those for lines that the individual picks,
    have pages of their own."""
    lines = [each for each in queries.numbered(form, only_open=True) if each[0] >= beginning and not each[1].is_apart]
    return [
        Box(place, line, queries.heading_of(form, line.key), f"answer_{count}")
        for count, (place, line) in enumerate(lines if everything else lines[:AT_ONCE], 1)
    ]


def _page(request: HttpRequest, individual, form: Filled, boxes: list[Box], status: int = 200) -> HttpResponse:
    context = {
        "individual": individual,
        "is_own": is_the_individual(request.actor, individual),
        "filling": form.filling,
        "form": form,
        "boxes": boxes,
        "apart": [each for each in queries.numbered(form, only_open=True) if each[1].is_apart][:AT_ONCE],
    }
    return show(request, "paperwork/rest.html", context, status=status)
