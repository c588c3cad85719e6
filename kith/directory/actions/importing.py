"""Reads a directory in: all of a run in one transaction, one bad entry at a time, nothing half-written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.db import transaction

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.directory.licences import Licence, licence_of
from kith.directory.models import Activity, ImportRun, Organisation, Postcode, RawRecord, Source, Status
from kith.directory.reading.entry import Entry
from kith.directory.reading.open_source import Opened, open_source

from .batch import keep_batch
from .index import index_again
from .opening import open_again
from .roomy import roomy

BATCH = 500
HERE = (Status.LIVE, Status.OFF)  # as far as the source knows: that we took it off the table is not its word


@dataclass(frozen=True)
class ImportReport:
    """What came of a run. `rejected` holds {"id", "reason"} for each entry that was not taken in; `noticed` the same
    for what was odd about entries that were, and about the whole, which has no id."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    retired: int = 0
    rejected: tuple[dict[str, str], ...] = ()
    noticed: tuple[dict[str, str], ...] = ()


@dataclass
class _Tally:
    contacts_are_public: bool
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: list[dict[str, str]] = field(default_factory=list)
    noticed: list[dict[str, str]] = field(default_factory=list)
    knows_postcodes: bool = False
    changed_ids: list[int] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


@action
def import_directory(
    *,
    source_path: str | Path,
    format: str | None = None,
    source_name: str | None = None,
    named: dict[str, str] | None = None,
    licence: Licence | None = None,
    contacts_are_public: bool = True,
    dry_run: bool = False,
    by: Actor,
    progress: Callable[[int, int], None] | None = None,
) -> ImportReport:
    """Takes in a file or folder. Twice changes nothing. What has gone from a whole source is retired.

    `named` says which of a spreadsheet's headings is which of ours. `licence` is that of the source from now on;
    left out, it stays as it was. `contacts_are_public`: the names and mobile numbers in it are known to anybody.
    Raises `Refused` with one sentence, and changes nothing, for what cannot be read.
    With `dry_run` nothing is kept.
    """
    permit(by, Permission.IMPORT_DIRECTORY)
    opened = open_source(source_path, format, named)
    with roomy(opened.total), transaction.atomic():
        names = source_name or opened.name
        report, run = _take_in(opened, names, licence, contacts_are_public, progress)
        if dry_run:
            transaction.set_rollback(True)
    if not dry_run:
        counts = f"{report.created} created, {report.updated} updated, {report.retired} retired"
        trail.record("directory imported", by=by, about=run, detail=counts)
    return report


def _take_in(
    opened: Opened, source_name: str, licence: Licence | None, contacts_are_public: bool, progress
) -> tuple[ImportReport, ImportRun]:
    source, _ = Source.objects.get_or_create(name=source_name[:200], defaults={"kind": opened.format})
    opens_or_closes = _lay_down(licence or _told_licence(opened, source), source)
    run = ImportRun.objects.create(source=source, at=clock.now())
    noticed = [{"id": "", "reason": opened.noticed}] if opened.noticed else []
    tally = _Tally(contacts_are_public, noticed=noticed, knows_postcodes=Postcode.objects.exists())
    said_before = _said_of_organisations(source)
    for done, batch in _batches(opened):
        _take_batch(batch, source, run, tally)
        if progress:
            progress(done, opened.total)
    retired = _retire(_unseen(source, run) if opened.complete else _told_gone(source, opened.gone))
    if opened.complete:
        _note_refreshed(source)
    if opens_or_closes:
        open_again(Activity.objects.filter(source=source).values_list("pk", flat=True))
    index_again([*tally.changed_ids, *retired, *_of_changed_organisations(source, said_before)])
    told = (tuple(tally.rejected), tuple(tally.noticed))
    report = ImportReport(tally.created, tally.updated, tally.unchanged, len(retired), *told)
    for name in ("created", "updated", "unchanged", "retired"):
        setattr(run, name, getattr(report, name))
    run.rejected = list(report.rejected)
    run.save()
    return report, run


def _told_licence(opened: Opened, source: Source) -> Licence | None:
    """What a data set says of itself, where nobody has said it here."""
    return licence_of(opened.licence) if opened.licence and not source.licence else None


def _lay_down(licence: Licence | None, source: Source) -> bool:
    """Keeps the licence with the source. Says whether its listings are given out now and were not, or the other way."""
    if licence is None or (source.licence, source.may_give_out) == (licence.words, licence.may_give_out):
        return False
    was = source.may_give_out
    source.licence, source.may_give_out = licence.words, licence.may_give_out
    source.save(update_fields=["licence", "may_give_out"])
    return was != source.may_give_out


def _batches(opened: Opened) -> Iterator[tuple[int, list[tuple[str, Entry | str]]]]:
    done = 0
    while batch := list(islice(opened.entries, BATCH)):
        done += len(batch)
        yield done, batch


def _take_batch(batch: list[tuple[str, Entry | str]], source: Source, run: ImportRun, tally: _Tally) -> None:
    entries: dict[str, Entry] = {}
    for known_as, entry in batch:
        if isinstance(entry, str):
            tally.rejected.append({"id": known_as, "reason": entry})
        elif known_as in tally.seen:
            tally.rejected.append({"id": known_as, "reason": "This id is there more than once."})
        else:
            entry.fields["contact_is_public"] = tally.contacts_are_public
            entries[known_as] = entry
            tally.seen.add(known_as)
    created, updated, unchanged = keep_batch(entries, source, run)
    tally.noticed += [{"id": key, "reason": each} for key, entry in entries.items() for each in _noticed(entry, tally)]
    refused = [known_as for known_as, entry in batch if isinstance(entry, str)]
    RawRecord.objects.filter(source=source, external_id__in=refused).update(seen_in_run=run)
    tally.created += len(created)
    tally.updated += len(updated)
    tally.unchanged += unchanged
    tally.changed_ids += [*created, *updated]


def _noticed(entry: Entry, tally: _Tally) -> Iterator[str]:
    """What was odd as it was read; and a postcode that the list of postcodes, where there is one, does not know."""
    yield from entry.noticed
    place = entry.fields.get("place")
    if place is not None and place.postcode and place.latitude is None and tally.knows_postcodes:
        yield f"We do not know where its postcode {place.postcode} is, so nobody is told how far it is."


def _said_of_organisations(source: Source) -> dict[int, tuple]:
    return {row[0]: row for row in Organisation.objects.filter(source=source).values_list("pk", "name", "about", "url")}


def _of_changed_organisations(source: Source, before: dict[int, tuple]) -> list[int]:
    """The listings of organisations of which the source now says something else."""
    now = _said_of_organisations(source)
    changed = [key for key, said in before.items() if now.get(key) != said]
    found: list[int] = []
    for start in range(0, len(changed), BATCH):
        of_these = Activity.objects.filter(organisation__in=changed[start : start + BATCH])
        found += of_these.values_list("pk", flat=True)
    return found


def _note_refreshed(source: Source) -> None:
    """All that it still has counts as checked by it today."""
    source.refreshed_on = clock.today()
    source.save(update_fields=["refreshed_on"])


def _unseen(source: Source, run: ImportRun) -> list[int]:
    """What the source no longer has."""
    here = RawRecord.objects.filter(source=source, activity__source=source, activity__status__in=HERE)
    return list(here.exclude(seen_in_run=run).values_list("activity", flat=True))


def _told_gone(source: Source, gone: tuple[str, ...]) -> list[int]:
    """What it says is over, where what it does not speak of may still be there."""
    found: list[int] = []
    for start in range(0, len(gone), BATCH):
        told = RawRecord.objects.filter(source=source, external_id__in=gone[start : start + BATCH])
        found += told.filter(activity__status__in=HERE).values_list("activity", flat=True)
    return found


def _retire(keys: list[int]) -> list[int]:
    """Only what is going on: what was closed here stays closed."""
    for start in range(0, len(keys), BATCH):
        Activity.objects.filter(pk__in=keys[start : start + BATCH]).update(status=Status.RETIRED)
    return keys
