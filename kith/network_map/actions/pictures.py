"""A picture of today, kept for looking back."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..models import Connection, Picture, Pictured
from ..queries.connections import seen
from .asking import permit_writing


@action
def keep_picture(*, individual: Individual, by: Actor) -> Picture:
    """Everybody and everything as it is now; once a day. It never changes afterwards."""
    permit_writing(by, individual)
    hold(individual)
    connections = list(seen(individual, own=True).select_related("through"))
    own = is_the_individual(by, individual)
    shown = [each for each in connections if own or not each.is_mine_alone]  # what others may not see, no answer tells
    has_todays = individual.pictures_of_life.filter(taken_on=clock.today()).exists()
    refuse_if(rules.cannot_keep_picture(len(shown), has_todays=has_todays))
    picture = individual.pictures_of_life.create(taken_on=clock.today(), recorded_by_id=account_of(by))
    Pictured.objects.bulk_create(_as_it_is(picture, each) for each in connections)
    trail.record("picture of people and places kept", by=by, about=picture, individual=individual)
    return picture


def _as_it_is(picture: Picture, connection: Connection) -> Pictured:
    return Pictured(picture=picture, connection=connection, end=connection.end, **connection.facts)
