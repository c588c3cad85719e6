"""The individual takes what is theirs, at any time: asked for, put together by the clock, there for a day."""

import io
from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.encryption import seal, unseal
from kith.access.one import the_one
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people.models import Individual
from kith.rights import rules, tasks
from kith.rights.bundle import write_bundle
from kith.rights.copies import place_of
from kith.rights.models import OwnCopy
from kith.rights.own_words import gather_at_any_time
from kith.rights.queries.own_copies import own_copy_of

from .review import take_files_away

THERE_FOR = timedelta(hours=24)


@action
def ask_for_own_copy(*, individual: Individual, by: Actor) -> OwnCopy:
    """Pressed twice, one is made."""
    permit(by, Permission.TAKE_OWN_COPY, individual)
    hold(individual)
    if there := own_copy_of(individual):
        return there
    copy = individual.own_copies.create(asked_at=clock.now())
    tasks.make_own_copy.enqueue(copy.public_id)
    trail.record("own copy asked for", by=by, about=copy, individual=individual)
    return copy


@action
def make_own_copy(*, copy: str, by: Actor) -> None:
    """The errand: the file lies ready, sealed. Their words are read for them, so the trail tells of no reading."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    found = the_one(OwnCopy.objects.filter(public_id=copy, ready_at=None, removed_at=None))
    if found is None or found.individual.closed_at:
        return
    made = io.BytesIO()
    write_bundle(made, found.individual, gather_at_any_time(found.individual), is_own=True)
    place_of(found).write_bytes(seal(made.getvalue()))
    found.ready_at, found.ends_at = clock.now(), clock.now() + THERE_FOR
    found.save(update_fields=["ready_at", "ends_at"])


@action
def fetch_own_copy(*, individual: Individual, by: Actor) -> bytes:
    """As often as they like while it is there."""
    permit(by, Permission.TAKE_OWN_COPY, individual)
    copy = own_copy_of(individual)
    refuse_if(rules.cannot_fetch(copy is not None and copy.ready_at is not None and place_of(copy).exists()))
    assert copy is not None
    copy.fetched_at = clock.now()
    copy.save(update_fields=["fetched_at"])
    trail.record("own copy fetched", by=by, about=copy, individual=individual)
    return unseal(place_of(copy).read_bytes())


@action
def remove_own_copies(*, individual: Individual, by: Actor) -> None:
    """Something of theirs is deleted for good: no file that lies ready holds it any longer."""
    permit(by, Permission.TAKE_OWN_COPY, individual)
    take_files_away(individual.own_copies.all())
