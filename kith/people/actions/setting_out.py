"""Where somebody sets out from, so that what is near comes first."""

from kith.access import trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.directory.queries import Spot
from kith.people.models import Individual


@action
def set_out_from(*, individual: Individual, spot: Spot | None, by: Actor) -> Individual:
    """A spot that they named; None when it is to be forgotten. The trail keeps no word of where it is."""
    permit(by, Permission.INVITE_INDIVIDUAL, individual)
    hold(individual)
    individual.sets_out_from = spot.words if spot else ""
    individual.latitude, individual.longitude = spot.point if spot else (None, None)
    individual.save(update_fields=["sets_out_from", "latitude", "longitude"])
    trail.record("where they set out from changed", by=by, about=individual, individual=individual)
    return individual
