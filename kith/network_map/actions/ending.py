"""Somebody is not here any more, or died, or is back. Nobody is taken out for it."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.refusal import refuse_if

from .. import rules
from ..models import Connection
from .asking import permit_changing
from .changing import keep_before


@action
def say_ended(*, connection: Connection, by: Actor) -> Connection:
    """Not here any more. It stays among what was."""
    return _ended(connection, Connection.End.ENDED, by)


@action
def say_died(*, connection: Connection, by: Actor) -> Connection:
    """Died, and is remembered."""
    return _ended(connection, Connection.End.DIED, by)


@action
def bring_back(*, connection: Connection, by: Actor) -> Connection:
    """Here again; or it was pressed by mistake. That it was otherwise is kept."""
    permit_changing(by, connection)
    hold(connection)
    refuse_if(rules.cannot_come_back(connection))
    keep_before(connection, by)
    connection.end, connection.ended_on = "", None
    connection.save(update_fields=["end", "ended_on"])
    trail.record("back among people and places", by=by, about=connection, individual=connection.individual)
    return connection


def _ended(connection: Connection, end: Connection.End, by: Actor) -> Connection:
    permit_changing(by, connection)
    hold(connection)
    refuse_if(rules.cannot_end(connection))
    keep_before(connection, by)
    connection.end, connection.ended_on = end, clock.today()
    connection.save(update_fields=["end", "ended_on"])
    trail.record("ended among people and places", by=by, about=connection, individual=connection.individual)
    return connection
