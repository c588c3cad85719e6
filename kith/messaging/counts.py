"""How many messages wait for whoever is here: one number beside the word in the header, for staff alone."""

from django.http import HttpRequest

from kith.access.actor import Role

from . import queries

WORKING = {Role.WORKER, Role.COVER}


def waiting(request: HttpRequest) -> dict[str, int]:
    """A context processor: one look for workers, none for anybody else."""
    actor = getattr(request, "actor", None)
    if actor is None or not actor.roles & WORKING or not request.user.is_authenticated:
        return {}
    return {"messages_waiting": queries.coming_to(request.user).count()}
