"""Messages beside the goal, the introduction or the meeting they are about, for whoever may read messages. Those about
a step stand on the page of its goal; where it has none, with the small steps that stand by themselves."""

from django.db.models import Q
from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.access.permit import may
from kith.people.models import Individual

from . import queries
from .models import Message

FEW = 5


def beside(request: HttpRequest, thing) -> dict | None:
    """The latest few, newest first; nothing where there are none, or for whoever may not read them. One look."""
    name = thing._meta.model_name
    about = Q(**{name: thing})
    return _shown(request, thing.individual, about | Q(step__goal=thing) if name == "goal" else about)


def beside_steps(request: HttpRequest, individual: Individual) -> dict | None:
    """The same, of steps that belong to no goal."""
    return _shown(request, individual, Q(step__isnull=False, step__goal__isnull=True))


def _shown(request: HttpRequest, individual: Individual, about: Q) -> dict | None:
    if not may(request.actor, Permission.READ_MESSAGES, individual):
        return None
    about &= queries.readable(individual, request.user.pk)
    found = Message.objects.filter(about, individual=individual).select_related("author", "individual", "goal", "step")
    messages = list(found.prefetch_related("attachments")[:FEW])
    may_keep = may(request.actor, Permission.WRITE_GOALS, individual)
    may_answer = may(request.actor, Permission.ANSWER_MESSAGES, individual)
    context = {"messages": messages, "individual": individual, "may_keep": may_keep, "may_answer": may_answer}
    return context if messages else None
