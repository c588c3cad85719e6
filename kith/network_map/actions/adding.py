"""Somebody or something new in a life."""

from django.db.models import QuerySet

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.refusal import refuse_if
from kith.directory.models import Activity
from kith.people.models import Individual
from kith.people.writer import account_of, is_the_individual

from .. import rules
from ..brought import introduction_to
from ..models import Circle, Connection, Kind
from ..models.facts import NAME_LIMIT
from ..queries.connections import seen
from .asking import permit_writing


@action
def add(
    *,
    individual: Individual,
    names: list[str],
    circle: int,
    by: Actor,
    kind: str = Kind.PERSON,
    is_paid: bool = False,
    how_met: str = "",
    since_words: str = "",
    through: Activity | None = None,
) -> list[Connection]:
    """One or several in one go, all of one kind and in one circle. `through` is the activity that brought them."""
    permit_writing(by, individual)
    hold(individual)
    names = [" ".join(name.split()) for name in names if name.strip()]
    refuse_if(rules.cannot_be_called(names, kind) or rules.cannot_stand_in(circle))
    refuse_if(rules.cannot_be_paid(kind, is_paid) or rules.cannot_be_said([how_met, since_words]))
    refuse_if(rules.cannot_add(_here(individual, by).count(), len(names)))
    said = {"circle": Circle(circle), "kind": Kind(kind), "is_paid": is_paid, "through": through}
    said |= {"how_met": how_met.strip(), "since_words": since_words.strip()}
    return [_add_one(individual, by, said | {"name": name}) for name in names]


@action
def add_from_activity(*, individual: Individual, activity: Activity, by: Actor) -> Connection:
    """An activity they go to takes its place here, by one press: further out, until they say otherwise."""
    permit_writing(by, individual)
    hold(individual)
    if there_already := _here(individual, by).filter(through=activity, kind=Kind.ACTIVITY).first():
        return there_already
    name = activity.name if len(activity.name) <= NAME_LIMIT else f"{activity.name[: NAME_LIMIT - 1]}…"
    said = {"name": name, "kind": Kind.ACTIVITY, "circle": Circle.FURTHER, "through": activity}
    return _add_one(individual, by, said)


def _here(individual: Individual, by: Actor) -> QuerySet[Connection]:
    """Those who are here, as far as whoever writes may see them: no answer is to tell of the others."""
    return seen(individual, own=is_the_individual(by, individual)).filter(end="")


def _add_one(individual: Individual, by: Actor, said: dict) -> Connection:
    """Pressed twice on one day, it is one."""
    said |= {"added_on": clock.today(), "recorded_by_id": account_of(by)}
    if kept := _here(individual, by).filter(**said).first():
        return kept
    said |= {"introduction": introduction_to(individual, said["through"])}
    connection = individual.connections.create(typed_by_individual=is_the_individual(by, individual), **said)
    trail.record("added to people and places", by=by, about=connection, individual=individual)
    return connection
