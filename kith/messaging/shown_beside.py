"""Messages beside the goal, the introduction or the meeting they are about, for whoever may read messages."""

from django.http import HttpRequest

from kith.access.permissions import Permission
from kith.access.permit import may

from .models import Message

FEW = 5


def beside(request: HttpRequest, thing) -> dict | None:
    """The latest few, newest first; nothing where there are none, or for whoever may not read them. One look."""
    individual = thing.individual
    if not may(request.actor, Permission.READ_MESSAGES, individual):
        return None
    about = {thing._meta.model_name: thing}
    found = Message.objects.filter(individual=individual, **about).select_related("author", "individual", "goal")
    messages = list(found.prefetch_related("attachments")[:FEW])
    may_keep = may(request.actor, Permission.WRITE_GOALS, individual)
    return {"messages": messages, "individual": individual, "may_keep": may_keep} if messages else None
