"""Rows go, and stay gone. What may not be deleted is blanked: the trail keeps its seals, a notebook its number."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import models, transaction

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.budget.models import Erasing
from kith.people.models import Individual, Relation, User
from kith.rights import tombstones
from kith.rights.gathering import rows_of
from kith.rights.models import Removal, Tombstone
from kith.rights.numbers import never_give_again
from kith.rights.register import Entry, entries, of_individuals

from .unlinking import files_of_rows, say_that_they_go

REMOVED = "Somebody who was removed"
MONEY = (  # what points at another before it
    *("budget.ScanTakenOut", "budget.Scan", "budget.Answer", "budget.Withdrawal", "budget.Assurance"),
    *("budget.Decision", "budget.Proposal"),
)
A_PIECE = 10_000
STAY = ("rights",)  # to show that it was done, and how; it has a time of its own
BLANKED = ("people.Individual", "access.TrailEntry", "people.User")
BLANK_NOTEBOOK = {
    **dict.fromkeys(("full_name", "email", "phone", "sets_out_from"), ""),
    **dict.fromkeys(("latitude", "longitude", "opened_from"), None),
    "called": REMOVED,
    "is_quiet": True,
}


def remove_rows(removal: Removal, individual: Individual) -> dict[str, int]:
    """Within an action that has asked and was confirmed. Gives how many rows went, by model; of what was the
    individual's alone nobody is told how much it was."""
    going = [each for each in of_individuals() if _goes(each, removal.what)]
    rows = {each.label: list(rows_of(each, individual).values_list("pk", flat=True)) for each in going}
    files = files_of_rows(rows)
    say_that_they_go(rows)
    marks = [(label, key) for label, keys in rows.items() for key in keys if label != "access.TrailEntry"]
    Tombstone.objects.bulk_create(
        [Tombstone(removal=removal, label=label, row=key) for label, key in marks], ignore_conflicts=True
    )
    take_away(marks, (removal.said_by, removal.confirmed_by))
    for some in _in_pieces(rows.get("access.TrailEntry", [])):
        TrailEntry.objects.filter(pk__in=some).update(detail="")
    transaction.on_commit(lambda: _for_good(marks, files))
    return {each.label: len(rows[each.label]) for each in going if rows[each.label] and not each.is_own_alone}


def _goes(entry: Entry, what: str) -> bool:
    if what == Removal.What.ALL:
        return entry.record_class not in STAY
    return entry.record_class == what


def _for_good(marks: Iterable[tuple[str, int]], files: list[Path]) -> None:
    """Once the database has it: the list that outlives a restore, and the files."""
    tombstones.write_down(marks)
    _unlink(files)


def _unlink(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def write_down_the_rest() -> int:
    """Whoever is ended between the database's yes and the list leaves it without those rows, and an older copy would
    bring them back. Gives how many were missing."""
    missing = {*Tombstone.objects.values_list("label", "row")} - {*tombstones.written_down()}
    if missing:
        tombstones.write_down(sorted(missing))
    return len(missing)


def take_away(marks: Iterable[tuple[str, int]], two: tuple[User, User]) -> int:
    """These rows, whatever points at them; what is gone already is passed over. Keys are held to at the commit, so
    that the order is no matter, but for what was written about money: the database asks whose each row is, and which
    two people agreed."""
    keys = _by_model(marks)
    with _money_is_erased(keys, two):
        in_order = sorted(keys, key=_pointing_first)
        return sum(_take(apps.get_model(label), some) for label in in_order for some in _in_pieces(keys[label]))


def _in_pieces(keys: list[int]) -> Iterator[list[int]]:
    """A database takes no longer list than that of somebody who was often looked at for twenty years."""
    return (keys[at : at + A_PIECE] for at in range(0, len(keys), A_PIECE))


def _by_model(marks: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    known, keys = entries(), {}
    for label, key in sorted(marks):
        if label in known:
            keys.setdefault(label, []).append(key)
    return keys


def _pointing_first(label: str) -> tuple[int, str]:
    return (MONEY.index(label) if label in MONEY else len(MONEY)), label


@contextmanager
def _money_is_erased(keys: dict[str, list[int]], two: tuple[User, User]) -> Iterator[None]:
    """No row about money goes while this does not stand, and it goes only when none is left."""
    whose = {
        individual
        for label in MONEY
        for way in entries()[label].about
        for individual in _rows(label, keys).values_list(way, flat=True)
        if individual
    }
    said = {"because": "Removed by two people.", "begun_by": two[0], "agreed_by": two[1], "begun_at": clock.now()}
    for individual in whose:
        Erasing.objects.create(individual_id=individual, **said)
    yield
    _delete(Erasing.objects.filter(individual__in=whose))


def _rows(label: str, keys: dict[str, list[int]]) -> models.QuerySet:
    return apps.get_model(label)._default_manager.filter(pk__in=keys.get(label, []))


def _take(model: type[models.Model], keys: list[int]) -> int:
    if model._meta.label in BLANKED:
        return _blank(model, keys)
    found = model._default_manager.filter(pk__in=keys)
    for each in model._meta.related_objects:
        _let_go(each, keys)
    for each in model._meta.many_to_many:
        _delete(each.remote_field.through._default_manager.filter(**{f"{model._meta.model_name}__in": keys}))
    return _delete(found)


def _let_go(relation, keys: list[int]) -> None:
    """What stays and may do without it points at nothing; rows between two things go with either."""
    other = relation.related_model
    through = {f"{relation.field.name}__in": keys}
    if relation.many_to_many:
        _delete(relation.through._default_manager.filter(**{f"{relation.model._meta.model_name}__in": keys}))
    elif relation.field.null:
        other._default_manager.filter(**through).update(**{relation.field.name: None})


def _delete(found: models.QuerySet) -> int:
    """At once, without asking what points there: that is being taken away too."""
    return found._raw_delete(found.db) if found.exists() else 0


def _blank(model: type[models.Model], keys: list[int]) -> int:
    if model is Individual:
        now = clock.now()
        found = Individual.objects.filter(pk__in=keys)
        found.filter(closed_at=None).update(closed_at=now)
        return found.update(**BLANK_NOTEBOOK, user=None)
    return sum(map(_blank_account, model._default_manager.filter(pk__in=keys)))


def _blank_account(user) -> int:
    """Nobody signs in with it any more. Whoever is here for something else as well keeps their account."""
    if user.relations.exclude(kind=Relation.Kind.SUPPORT).exists() or user.is_rights_lead or user.is_administrator:
        return 0
    user.name, user.email, user.phone, user.is_active, user.unlocks_with = REMOVED, None, "", False, ""
    user.interests, user.look = [], {}
    user.set_unusable_password()
    user.save()
    return 1


def reapply_tombstones(at: Path | None = None) -> int:
    """After a restore, before anybody comes in: whatever was removed since the backup goes again. `at`: the list, where
    it lies elsewhere than usual. Gives how many rows went. Done twice, it is done once."""
    with trail.recorded():
        marks = {*Tombstone.objects.values_list("label", "row"), *tombstones.written_down(at)}
        keys = _by_model(marks)
        never_give_again({label: rows[-1] for label, rows in keys.items()})
        files = files_of_rows(keys)
        transaction.on_commit(lambda: _unlink(files))
        return take_away(marks, _standing_in())


def _standing_in() -> tuple[User, User]:
    """The list names nobody: any two accounts stand, for this moment, for the two who agreed when it was removed."""
    found = [*User.objects.order_by("-is_rights_lead", "pk")[:2], None, None]
    return found[0], found[1]


@action
def remove_again(*, copy, by: Actor) -> str:
    """A step of bringing a copy back: `copy.outside` is the folder of what no copy may bring back to an older state."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    count = reapply_tombstones(copy.outside / tombstones.NAME)
    trail.record("removed again after a restore", by=by, detail=f"rows: {count}")
    return f"{count} rows that were removed since the copy was made were removed again." if count else ""
