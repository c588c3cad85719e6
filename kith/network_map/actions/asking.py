"""What every action here asks before it does anything."""

from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import NotPermitted, permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.people.writer import is_the_individual

from .. import rules
from ..models import Connection
from ..queries.wishes import worker_writes_too


def permit_writing(by: Actor, individual: Individual) -> None:
    """May they write about this life at all, and does the individual wish it?"""
    permit(by, Permission.WRITE_NETWORK_MAP, individual)
    refuse_if(rules.cannot_write(individual, by, worker_too=worker_writes_too(individual)))


def permit_changing(by: Actor, connection: Connection) -> None:
    """The same, of one connection: what the individual keeps to themself is there for nobody else."""
    permit_writing(by, connection.individual)
    if connection.is_mine_alone and not is_the_individual(by, connection.individual):
        raise NotPermitted(f"{by.who} does not see this connection")


def permit_own(by: Actor, individual: Individual) -> None:
    """What only the individual says."""
    permit(by, Permission.WRITE_NETWORK_MAP, individual)
    refuse_if(rules.cannot_be_said_by(individual, by))
