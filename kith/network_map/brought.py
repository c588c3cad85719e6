"""Which introduction led somebody to an activity: known further up, and asked for when something is said to come from
there. What is kept is its public id alone, as rows here know nothing of those above."""

from collections.abc import Callable

from kith.directory.models import Activity
from kith.people.models import Individual

Look = Callable[[Individual, Activity], str]
_looks: list[Look] = []


def register(look: Look) -> None:
    """From now on this look is taken: it gives a public id, or ""."""
    if look not in _looks:
        _looks.append(look)


def introduction_to(individual: Individual, activity: Activity | None) -> str:
    """The public id of the introduction that led them there; "" where there was none."""
    found = (look(individual, activity) for look in _looks) if activity else iter(())
    return next(filter(None, found), "")
