"""What Kith reminds somebody of: all of it on one page, and all of it theirs to switch off."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.measures import actions as measures
from kith.messaging.actions import asking
from kith.messaging.actions import reminding as actions
from kith.messaging.forms.reminding import RemindersForm, WorkerRemindersForm
from kith.messaging.queries import asking as asked
from kith.messaging.queries import reminding as queries
from kith.messaging.queries import wishes as chosen
from kith.people.doors import individual_page, self_page
from kith.people.writer import is_the_individual


@individual_page(Permission.READ_REMINDERS)
def reminders(request: HttpRequest, individual) -> HttpResponse:
    """What they are reminded of and asked; for staff also what was not sent, and why."""
    wishes, is_own = chosen.wishes_of(individual), is_the_individual(request.actor, individual)
    may_choose = Permission.WRITE_REMINDERS in request.may
    called = "" if is_own else individual.called
    form = RemindersForm(request.POST if request.method == "POST" else None, wishes=wishes, called=called)
    if request.method == "POST" and may_choose and form.is_valid():
        actions.choose_reminders(individual=individual, by=request.actor, **form.wished())
        messages.success(request, "Kept. It can be changed or switched off whenever you like.")
        return go_to(request, "reminders:reminders", individual=individual.public_id)
    context = {"individual": individual, "form": form, "wishes": wishes, "is_own": is_own, "may_choose": may_choose}
    context |= _asked_and_let_be(request, individual)
    context["is_any_on"] = chosen.is_any_on(wishes, context["goals"])
    return show(request, "messaging/reminders/reminders.html", context, status=422 if form.errors else 200)


def _asked_and_let_be(request: HttpRequest, individual) -> dict:
    let_be = {"not_asked": asked.not_asked_lately(individual), "not_sent": queries.not_sent_lately(individual)}
    return {"goals": asked.asks_of(individual), **(let_be if request.actor.is_staff else {})}


@individual_page(Permission.WRITE_REMINDERS)
@require_POST
def none_at_all(request: HttpRequest, individual) -> HttpResponse:
    """Everything off, in one press."""
    actions.choose_reminders(individual=individual, by=request.actor)
    asking.stop_asking(individual=individual, by=request.actor)
    measures.stop_reminding(individual=individual, by=request.actor)
    messages.success(request, "All of it is off. Nothing is sent by itself any more.")
    return go_to(request, "reminders:reminders", individual=individual.public_id)


@self_page
def own(request: HttpRequest) -> HttpResponse:
    """A worker's own."""
    if not request.actor.is_staff:
        raise Http404
    wishes = chosen.worker_wishes_of(request.user)
    form = WorkerRemindersForm(request.POST if request.method == "POST" else None, wishes=wishes)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose_own_reminders(user=request.user, by=request.actor, **form.wished())
        except Refused as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Kept.")
            return go_to(request, "reminders:own")
    return show(request, "messaging/reminders/own.html", {"form": form}, status=422 if form.errors else 200)
