"""What can happen to a diary. The trail says that it was written in, and never what, which or how long."""

from django.db import transaction

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.messaging import actions as messaging
from kith.messaging.models import Message
from kith.people.models import Individual
from kith.people.writer import account_of
from kith.rights import actions as rights
from kith.rights import tombstones

from . import queries, rules
from .models import Entry, Offer

LABEL = Entry._meta.label


@action
def write(*, individual: Individual, words: str, by: Actor) -> Entry:
    """One entry more. Pressed twice, it is kept once."""
    permit(by, Permission.WRITE_DIARY, individual)
    hold(individual)
    refuse_if(rules.cannot_write(words, is_offered=queries.is_offered()))
    last = individual.diary.first()
    if last and last.words == words.strip():
        return last
    entry = individual.diary.create(words=words.strip(), written_at=clock.now())
    trail.record("diary: written", by=by, individual=individual)
    return entry


@action
def change(*, entry: Entry, words: str, by: Actor) -> Entry:
    """Other words in the place of those; the old ones are kept nowhere."""
    permit(by, Permission.WRITE_DIARY, entry.individual)
    hold(entry)
    refuse_if(rules.cannot_write(words, is_offered=queries.is_offered()))
    entry.words, entry.changed_at = words.strip(), clock.now()
    entry.save(update_fields=["words", "changed_at"])
    trail.record("diary: written", by=by, individual=entry.individual)
    return entry


@action
def delete(*, entry: Entry, by: Actor) -> None:
    """Gone for good, at any time, whoever asks for what."""
    permit(by, Permission.WRITE_DIARY, entry.individual)
    _delete(entry.individual, [entry.pk], by)


@action
def delete_all(*, individual: Individual, by: Actor) -> None:
    """The whole diary, in one press."""
    permit(by, Permission.WRITE_DIARY, individual)
    hold(individual)
    _delete(individual, list(individual.diary.values_list("pk", flat=True)), by)


def _delete(individual: Individual, keys: list[int], by: Actor) -> None:
    """The rows, and files made for them to take along; and a note beside the database: a copy that is brought back
    loses them again."""
    individual.diary.filter(pk__in=keys).delete()
    rights.remove_own_copies(individual=individual, by=by)
    transaction.on_commit(lambda: tombstones.write_down((LABEL, key) for key in keys))
    trail.record("diary: deleted", by=by, individual=individual)


@action
def send(*, entry: Entry, words: str, by: Actor) -> Message:
    """These words go to whoever reads their messages, as they stand on the page before. The entry stays as it is."""
    permit(by, Permission.READ_DIARY, entry.individual)
    refuse_if(rules.cannot_send(is_offered=queries.is_offered()))
    return messaging.write(individual=entry.individual, words=words, by=by)


@action
def switch_on(*, safety_lead: str, by: Actor) -> Offer:
    """Diaries are offered here from now on."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    refuse_if(rules.cannot_switch_on(safety_lead, is_offered=queries.is_offered()))
    said = {"safety_lead": safety_lead.strip(), "switched_on_by_id": account_of(by), "on_since": clock.now()}
    offer = Offer.objects.create(**said)
    trail.record("diaries offered", by=by, detail=f"agreed by {offer.safety_lead}")
    return offer


@action
def switch_off(*, by: Actor) -> None:
    """Nobody writes, changes or sends any more. What was written stays whose it is."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    if Offer.objects.filter(off_since=None).update(off_since=clock.now(), switched_off_by=account_of(by)):
        trail.record("diaries no longer offered", by=by)
