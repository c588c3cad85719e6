"""Everything is read at once, and the trail says so."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.people.models import Individual
from kith.rights.gathering import Part, gather


@action
def gather_everything(*, individual: Individual, by: Actor) -> list[Part]:
    """All of it but what the individual keeps to themself."""
    permit(by, Permission.LOOK_AFTER_RIGHTS, individual)
    parts = gather(individual)
    trail.record("everything gathered", by=by, individual=individual, reading=False)
    return parts
