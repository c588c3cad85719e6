"""What goes on around it: reviews that were held."""

from datetime import date

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of

from .. import rules
from ..models import Review


@action
def note_review(*, individual: Individual, held_on: date, is_light: bool, by: Actor) -> Review:
    """A review was held, so that the next one can be reckoned. It changes no amount."""
    permit(by, Permission.WRITE_BUDGET, individual)
    hold(individual)
    refuse_if(rules.cannot_have_been(held_on, clock.today()))
    if kept := Review.objects.filter(individual=individual, held_on=held_on).first():
        return kept
    review = Review.objects.create(
        individual=individual, held_on=held_on, is_light=is_light, recorded_by_id=account_of(by)
    )
    trail.record("review of a Personal Budget noted", by=by, about="budget review", individual=individual)
    return review
