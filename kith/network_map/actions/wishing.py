"""What the individual wishes of these pages."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.people.models import Individual

from ..models import SkippedPoint, WhoWrites
from .asking import permit_own, permit_writing


@action
def let_worker_write(*, individual: Individual, by: Actor) -> WhoWrites:
    """Their worker may write here too, as told."""
    return _write(individual, by, worker_too=True, what="worker may write people and places")


@action
def write_alone(*, individual: Individual, by: Actor) -> WhoWrites:
    """From now on the individual alone writes here."""
    return _write(individual, by, worker_too=False, what="individual alone writes people and places")


@action
def skip_point(*, individual: Individual, point: str, by: Actor) -> SkippedPoint:
    """This talking point rests until the next picture is kept."""
    permit_writing(by, individual)
    hold(individual)
    today = {"skipped_on": clock.today()}
    skipped, _ = SkippedPoint.objects.update_or_create(individual=individual, point=point, defaults=today)
    trail.record("talking point skipped", by=by, about=skipped, individual=individual)
    return skipped


def _write(individual: Individual, by: Actor, *, worker_too: bool, what: str) -> WhoWrites:
    permit_own(by, individual)
    hold(individual)
    said = {"worker_too": worker_too, "changed_on": clock.today()}
    who, _ = WhoWrites.objects.update_or_create(individual=individual, defaults=said)
    trail.record(what, by=by, about=who, individual=individual)
    return who
