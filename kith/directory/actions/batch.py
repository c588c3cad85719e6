"""Keeps one batch of entries of a source in a fixed number of looks and writes. Local edits stay in force."""

from hashlib import sha256
from operator import attrgetter

from kith.access.public_ids import new_public_id
from kith.directory import from_place
from kith.directory.models import Activity, ImportRun, Overlay, RawRecord, Source, Status, Suggestion, Times
from kith.directory.reading.entry import Entry, Slot
from kith.directory.reading.finish import READER

from .kept import as_json, organisations_for, places_for, times_rows
from .put_in import put_in

TIMES = (
    *("activity_id", "weekday", "starts", "ends", "frequency", "week_of_month", "words"),
    *("valid_from", "valid_until", "not_on", "term_times_only"),
)
OFFERED = ("public_id", "activity_id", "field", "value", "words", "state")
RECORD = ("source_id", "external_id", "activity_id", "raw", "sha256", "seen_in_run_id")
IMPORTED = [
    "name",
    "summary",
    "long_text",
    "kind",
    "categories",
    "cost_words",
    "is_free",
    "price_pence",
    "kit_words",
    "travel_words",
    "audience",
    "setting",
    "access_words",
    "host_name",
    "phone",
    "email",
    "url",
    "contact_is_public",
    "what_to_expect",
    "form_asks",
    "on_date",
    "apply_by",
    "status",
    "last_checked_on",
    "last_checked_how",
    "needs_funding",
    "taster",
    "getting_there",
    "organisation",
    "place",
]
NOT_SAID = {  # what a listing goes back to when its source no longer says it
    **dict.fromkeys(("is_free", "price_pence", "on_date", "apply_by", "organisation", "place")),
    **dict.fromkeys(("kit_words", "travel_words", "form_asks"), ""),
    "setting": "unknown",
}

CREATED = tuple(field.attname for field in Activity._meta.concrete_fields if not field.primary_key)


def keep_batch(entries: dict[str, Entry], source: Source, run: ImportRun) -> tuple[list[int], list[int], int]:
    """The keys of the activities created, of those updated, and how many stayed as they were."""
    held = RawRecord.objects.filter(source=source, external_id__in=entries).select_related("activity")
    records = {record.external_id: record for record in held}
    digests = {key: sha256(f"{READER} {entry.raw}".encode()).hexdigest() for key, entry in entries.items()}
    new = {key: entry for key, entry in entries.items() if key not in records or records[key].activity is None}
    changed = {key: entry for key, entry in entries.items() if key not in new and _differs(records[key], digests[key])}
    _fill_in_shared({**new, **changed}, source)
    created = _create(new, source)
    updated = [(activity, entry) for key, entry in changed.items() if (activity := records[key].activity)]
    _update(updated)
    _keep_records(entries, records, created, digests, run)
    unchanged = len(entries) - len(new) - len(changed)
    return [row.pk for row in created.values()], [activity.pk for activity, _ in updated], unchanged


def _differs(record: RawRecord, digest: str) -> bool:
    """The record says something else, or it had gone and is back."""
    has_gone = record.activity is not None and record.activity.status == Status.RETIRED
    return record.sha256 != digest or has_gone


def _fill_in_shared(entries: dict[str, Entry], source: Source) -> None:
    told = dict.fromkeys(entry.organisation for entry in entries.values() if entry.organisation)
    organisations = organisations_for(told, source)
    places = places_for({entry.place for entry in entries.values() if entry.place})
    for entry in entries.values():
        entry.fields["organisation"] = organisations[entry.organisation] if entry.organisation else None
        entry.fields["place"] = places[entry.place] if entry.place else None


def _create(new: dict[str, Entry], source: Source) -> dict[str, Activity]:
    rows = {key: Activity(source=source, external_id=key, **_values(entry)) for key, entry in new.items()}
    put_in(Activity, CREATED, (attrgetter(*CREATED)(row) for row in rows.values()))
    names = [row.public_id for row in rows.values()]
    keys = dict(Activity.objects.filter(public_id__in=names).values_list("public_id", "pk"))
    for row in rows.values():
        row.pk = keys[row.public_id]
    put_in(Times, TIMES, (_time_row(rows[key].pk, slot) for key, entry in new.items() for slot in entry.times))
    put_in(Suggestion, OFFERED, (row for key, entry in new.items() for row in _offered(rows[key].pk, entry)))
    return rows


def _time_row(activity_id: int, slot: Slot) -> tuple:
    off = [day.isoformat() for day in slot.not_on]
    when = (slot.weekday, slot.starts, slot.ends, slot.frequency, slot.week_of_month, slot.words[:300])
    return activity_id, *when, slot.valid_from, slot.valid_until, off, slot.term_times_only


def _offered(activity_id: int, entry: Entry) -> list[tuple]:
    """Of a listing that is new; each fact once."""
    told = {(one.field, one.words): one.value for one in reversed(entry.suggestions)}
    facts = [(field, value, words) for (field, words), value in reversed(told.items())]
    return [(new_public_id(), activity_id, *fact, Suggestion.State.OFFERED) for fact in facts]


def _values(entry: Entry) -> dict:
    """What the source says; whom to ask for it has given out itself, unless it is a list of somebody's own."""
    told = {"contact_is_public": True} | entry.fields
    return {name: told[name] for name in IMPORTED if name in told}


def _offer(pairs: list[tuple[Activity, Entry]]) -> None:
    rows = [
        Suggestion(activity=activity, field=one.field, value=one.value, words=one.words)
        for activity, entry in pairs
        for one in entry.suggestions
    ]
    Suggestion.objects.bulk_create(rows, ignore_conflicts=True)


def _update(changed: list[tuple[Activity, Entry]]) -> None:
    overlays: dict[int, dict[str, Overlay]] = {}
    for overlay in Overlay.objects.filter(activity__in=[activity.pk for activity, _ in changed]):
        overlays.setdefault(overlay.activity_id, {})[overlay.field] = overlay
    for activity, entry in changed:
        _take_over(activity, entry, overlays.get(activity.pk, {}))
    Activity.objects.bulk_update([activity for activity, _ in changed], IMPORTED, batch_size=200)
    laid_over = [one for fields in overlays.values() for one in fields.values()]
    Overlay.objects.bulk_update(laid_over, ["imported_value", "value"], batch_size=200)
    _renew_times([pair for pair in changed if "times" not in overlays.get(pair[0].pk, {})])
    _renew_suggestions(changed)


def _take_over(activity: Activity, entry: Entry, overlays: dict[str, Overlay]) -> None:
    """What the source says goes into the listing, except where somebody here has put it right."""
    values = {**NOT_SAID, **_values(entry)}
    if not {"host_name", "phone"}.isdisjoint(overlays) and "contact_is_public" not in overlays:
        values.pop("contact_is_public")  # what was typed here is not the source's to give out
    if activity.last_checked_on and activity.last_checked_on >= (
        values.get("last_checked_on") or activity.last_checked_on
    ):
        values.pop("last_checked_on", None)
        values.pop("last_checked_how", None)
    for name, value in values.items():
        if name == from_place.FIELD and name in overlays:
            _follow_beside_the_place(activity, overlays[name], value)
        elif name in overlays:
            overlays[name].imported_value = as_json(value)
        else:
            setattr(activity, name, value)
    if "times" in overlays:
        overlays["times"].imported_value = as_json(entry.times)
    if activity.status == Status.RETIRED and "status" not in overlays:
        activity.status = Status.LIVE


def _follow_beside_the_place(activity: Activity, overlay: Overlay, text: str) -> None:
    """What the source says is in force beside a paragraph from the place, where nobody else has put it right."""
    if from_place.only_adds(overlay.value, overlay.imported_value):
        overlay.value = activity.what_to_expect = from_place.beside(text, overlay.value)
    overlay.imported_value = text


def _renew_times(pairs: list[tuple[Activity, Entry]]) -> None:
    Times.objects.filter(activity__in=[activity.pk for activity, _ in pairs]).delete()
    Times.objects.bulk_create([row for activity, entry in pairs for row in times_rows(activity, entry.times)])


def _renew_suggestions(pairs: list[tuple[Activity, Entry]]) -> None:
    """Those nobody has looked at are found anew; what was accepted or dismissed is remembered."""
    keys = [activity.pk for activity, _ in pairs]
    Suggestion.objects.filter(activity__in=keys, state=Suggestion.State.OFFERED).delete()
    _offer(pairs)


def _keep_records(entries, records, created, digests, run: ImportRun) -> None:
    fresh = (
        (run.source_id, key, created[key].pk, entry.raw, digests[key], run.pk)
        for key, entry in entries.items()
        if key not in records
    )
    put_in(RawRecord, RECORD, fresh)
    renewed = list(records.values())
    for record in renewed:
        key = record.external_id
        if key in created:
            record.activity = created[key]
        record.raw, record.sha256, record.seen_in_run = entries[key].raw, digests[key], run
    altered = [record for record in renewed if record.external_id in created or record.activity_id]
    RawRecord.objects.bulk_update(altered, ["raw", "sha256", "activity", "seen_in_run"], batch_size=200)
