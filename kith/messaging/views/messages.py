"""The messages of one person: a box on top that says who reads it and when, and everything written before."""

from django.contrib import messages as notices
from django.http import HttpRequest, HttpResponse

from kith.access import clock
from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.conversations.queries.whom import news_of_worker
from kith.design.pages import go_to, show
from kith.messaging import actions, queries
from kith.messaging.forms.messages import ToldForm, WriteForm
from kith.messaging.queries.about import few_to_write_about, things_to_write_about, with_chosen
from kith.messaging.queries.who_has import tell_who_has
from kith.messaging.views.on_its_way import on_its_way
from kith.people.audience import who_sees
from kith.people.doors import individual_page
from kith.people.who_reads import who_reads
from kith.people.writer import is_their_account

SOONER_IS_ASKED, SOONER = "ask sooner", "sooner"


@individual_page(Permission.READ_MESSAGES)
def messages_page(request: HttpRequest, individual) -> HttpResponse:
    """Reading, and writing a new one."""
    form = _form(request, individual, WriteForm, request.POST or None)
    asked = request.POST.get("do", "")
    if request.method == "POST" and Permission.WRITE_MESSAGES in request.may and form.is_valid():
        if asked == SOONER_IS_ASKED:
            return show(request, "messaging/sooner.html", _context(request, individual, form))
        if message := _sent(form, individual, request, sooner=asked == SOONER):
            notices.success(request, _sent_words(request, individual, message))
            return go_to(request, "messaging:messages_page", individual=individual.public_id)
    context = _context(request, individual, form) | {"written": queries.messages_of(individual, request.user.pk)}
    tell_who_has(context["written"], individual, context["reader"])
    return show(request, "messaging/messages.html", context, status=422 if form.errors else 200)


@individual_page(Permission.ANSWER_MESSAGES)
def told(request: HttpRequest, individual) -> HttpResponse:
    """Somebody rang, or gave a sheet of paper: the worker writes down what was said, and who said it."""
    form = _form(request, individual, ToldForm, request.POST or None, told_by=individual.called)
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_told(individual=individual, by=request.actor, **form.what())
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            notices.success(request, "Written down, as it was told.")
            return go_to(request, "messaging:messages_page", individual=individual.public_id)
    return show(request, "messaging/told.html", _context(request, individual, form), status=422 if form.errors else 200)


def _form(request: HttpRequest, individual, form: type[WriteForm], data, **initial):
    about = request.GET.get("about", "")
    return form(
        data,
        things=_things(request, individual) if Permission.READ_GOALS in request.may else [],
        seen_by=who_sees("messages", individual, request.user),
        initial={"about": about} | initial,
    )


def _things(request: HttpRequest, individual) -> list:
    is_own = is_their_account(request.user.pk, individual)
    offered = few_to_write_about(individual) if is_own else things_to_write_about(individual)
    return with_chosen(offered, individual, request.POST.get("about", ""))


def _sent(form: WriteForm, individual, request: HttpRequest, *, sooner: bool):
    try:
        return actions.write(individual=individual, by=request.actor, sooner=sooner, **form.what())
    except Refused as reason:
        form.add_error("words", str(reason))
        return None


def _context(request: HttpRequest, individual, form) -> dict:
    return {
        "individual": individual,
        "form": form,
        "is_own": is_their_account(request.user.pk, individual),
        "reader": who_reads(individual, clock.now()),
        "may_keep": Permission.WRITE_GOALS in request.may,
        "news": news_of_worker(individual),
    }


def _sent_words(request: HttpRequest, individual, message) -> str:
    """After sending, the same facts again."""
    if is_their_account(request.user.pk, individual):
        on_top = " It is on top." if message.sooner_at else ""
        return f"Your message has arrived.{on_top} {who_reads(individual, clock.now()).words}"
    return on_its_way(message)
