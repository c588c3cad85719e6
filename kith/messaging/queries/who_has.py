"""Who has a message that waits: what a page says follows who may read it now, not who had it before."""

from kith.messaging.models import Message
from kith.people import queries as people
from kith.people.away import away_now
from kith.people.models import Individual, User
from kith.people.who_reads import THE_TEAM, Reader


def tell_who_has(messages: list[Message], individual: Individual, reader: Reader) -> None:
    """Puts a name on each that waits: its owner's while they are there, else that of whoever reads what comes now."""
    waiting = [each for each in messages if each.is_waiting]
    owners = {each.owner for each in waiting if each.owner}
    gone = owners - _there(individual, owners)
    for each in waiting:
        each.with_whom = reader.name if each.owner in gone else each.owner.first_name if each.owner else THE_TEAM


def _there(individual: Individual, owners: set[User]) -> set[User]:
    """Who of these works with this individual now, and is not away."""
    if not owners:
        return set()
    with_them = {each.user for each in people.working_with(individual) if each.user.is_active}
    return {user for user in owners & with_them if away_now(user) is None}
