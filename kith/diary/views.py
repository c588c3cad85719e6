"""Pages of a diary, for the individual alone; and the page on which diaries are switched on. None of the first is
trailed: that somebody reads what they wrote for themself is nobody's business."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access import clock
from kith.access.permissions import Permission
from kith.design.pages import go_to, show
from kith.messaging.forms.messages import WriteForm
from kith.people.audience import who_sees
from kith.people.doors import anywhere_page, individual_page
from kith.people.views.answering import done, status_of
from kith.people.who_reads import who_reads

from . import actions, queries
from .forms import EntryForm, OfferForm

SEND = "send"
LAST_PAGE = 100_000


@individual_page(Permission.READ_DIARY, trails=False)
def diary_page(request: HttpRequest, individual) -> HttpResponse:
    """A box, and what was written before, the newest first."""
    form = EntryForm(request.POST or None)
    about = {"individual": individual, "by": request.actor}
    if request.method == "POST" and (entry := done(form, lambda: actions.write(**about, **form.cleaned_data))):
        return _after(request, individual, entry)
    page = _page_of(request)
    entries, has_older = queries.entries_of(individual, page)
    context = {"individual": individual, "form": form, "entries": entries, "is_offered": queries.is_offered()}
    context |= {"older": page + 1 if has_older else None, "newer": page - 1 if page > 1 else None}
    return show(request, "diary/diary.html", context, status=status_of(form))


def _after(request: HttpRequest, individual, entry) -> HttpResponse:
    """Kept; and on to the page where it is sent, where that was the button."""
    if request.POST.get("do") == SEND:
        return go_to(request, "diary:send", individual=individual.public_id, entry=entry.public_id)
    messages.success(request, "Kept. Only you can see it.")
    return _back(request, individual)


def _page_of(request: HttpRequest) -> int:
    asked = request.GET.get("page", "")
    return min(max(int(asked), 1), LAST_PAGE) if asked.isdecimal() and len(asked) < 9 else 1


def _back(request: HttpRequest, individual) -> HttpResponse:
    return go_to(request, "diary:diary", individual=individual.public_id)


def _entry_or_nothing(individual, public_id: str):
    entry = queries.entry_called(individual, public_id)
    if entry is None:
        raise Http404
    return entry


@individual_page(Permission.READ_DIARY, trails=False)
def entry_page(request: HttpRequest, individual, entry: str) -> HttpResponse:
    """One entry, to change, to send or to delete; while diaries are off, to read and to delete."""
    found = _entry_or_nothing(individual, entry)
    form = EntryForm(request.POST or None, initial={"words": found.words})
    about = {"entry": found, "by": request.actor}
    if request.method == "POST" and done(form, lambda: actions.change(**about, **form.cleaned_data)):
        messages.success(request, "Changed. The words before are gone.")
        return _back(request, individual)
    return _entry(request, individual, found, form)


def _entry(request: HttpRequest, individual, entry, form) -> HttpResponse:
    context = {"individual": individual, "entry": entry, "form": form, "is_offered": queries.is_offered()}
    return show(request, "diary/entry.html", context, status=status_of(form))


@individual_page(Permission.WRITE_DIARY, trails=False)
def send(request: HttpRequest, individual, entry: str) -> HttpResponse:
    """The words are shown first, with who reads them; then they go as a message."""
    found = _entry_or_nothing(individual, entry)
    seen_by = who_sees("messages", individual, request.user)
    form = WriteForm(request.POST or None, things=[], seen_by=seen_by, initial={"words": found.words})
    about = {"entry": found, "by": request.actor}
    if request.method == "POST" and done(form, lambda: actions.send(words=form.cleaned_data["words"], **about)):
        messages.success(request, f"Your message has arrived. {who_reads(individual, clock.now()).words}")
        return _back(request, individual)
    if not queries.is_offered():
        return _entry(request, individual, found, form)
    context = {"individual": individual, "entry": found, "form": form, "reader": who_reads(individual, clock.now())}
    return show(request, "diary/send.html", context, status=status_of(form))


@individual_page(Permission.WRITE_DIARY, trails=False)
@require_POST
def delete(request: HttpRequest, individual, entry: str) -> HttpResponse:
    """Gone for good."""
    actions.delete(entry=_entry_or_nothing(individual, entry), by=request.actor)
    messages.success(request, "It is gone for good.")
    return _back(request, individual)


@individual_page(Permission.WRITE_DIARY, trails=False)
@require_POST
def delete_all(request: HttpRequest, individual) -> HttpResponse:
    """All of it gone for good."""
    actions.delete_all(individual=individual, by=request.actor)
    messages.success(request, "Your diary is empty. What was in it is gone for good.")
    return _back(request, individual)


@anywhere_page(Permission.LOOK_AFTER_RIGHTS)
def offer_page(request: HttpRequest) -> HttpResponse:
    """Whether diaries are offered here, since when, and who agreed."""
    form = OfferForm(request.POST or None)
    if request.method == "POST" and done(form, lambda: actions.switch_on(by=request.actor, **form.cleaned_data)):
        messages.success(request, "People can keep a diary from now on. It stands on their page “My notes”.")
        return go_to(request, "diary:offer")
    context = {"form": form, "offer": queries.offer(), "earlier": queries.earlier_offers()[:20]}
    return show(request, "diary/offer.html", context, status=status_of(form))


@anywhere_page(Permission.LOOK_AFTER_RIGHTS)
@require_POST
def switch_off(request: HttpRequest) -> HttpResponse:
    """Nobody writes in one any more."""
    actions.switch_off(by=request.actor)
    messages.success(request, "Switched off. What people wrote is still theirs, to read, to take along and to delete.")
    return go_to(request, "diary:offer")
