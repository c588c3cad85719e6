"""What people do with one listing: add it, confirm it, put it right, close it, look at what is unsure."""

from collections.abc import Iterable

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.directory import rules
from kith.directory.models import Activity, Doubt, Organisation, Overlay, Status, Suggestion, Times
from kith.directory.reading.entry import OrganisationDetails, PlaceDetails, Slot
from kith.directory.reading.finish import unsure_in, unsure_setting
from kith.directory.reading.text import summary_of
from kith.directory.search.vocabulary import kind_of

from .index import index_again
from .kept import as_json, organisations_for, places_for, slots_of, times_rows

CHECKED = ("last_checked_on", "last_checked_how", "checked_by")


@action
def add_activity(
    *,
    name: str,
    by: Actor,
    organisation: str = "",
    place: PlaceDetails | None = None,
    times: Iterable[Slot] = (),
    **fields,
) -> Activity:
    """A listing made by hand. `fields` are fields of `Activity`; its words give a summary and kind."""
    permit(by, Permission.ADD_LISTING)
    refuse_if(rules.cannot_add(name))
    for field, value in fields.items():
        if field not in CHECKED:
            refuse_if(rules.cannot_keep(field, value))
    activity = Activity.objects.create(name=name, **_with_defaults(name, fields), **_shared(organisation, place))
    Times.objects.bulk_create(times_rows(activity, times))
    _offer(activity, knows_times=bool(activity.on_date or list(times)))
    index_again([activity.pk])
    trail.record("listing added", by=by, about=activity)
    return activity


def _with_defaults(name: str, fields: dict) -> dict:
    text = fields.get("long_text") or ""
    made = {
        "summary": summary_of(text, name),
        "kind": kind_of(name, text or fields.get("summary", ""), " ".join(fields.get("categories", []))),
        "last_checked_on": clock.today(),
        "last_checked_how": "when it was added",
    }
    return made | fields


def _shared(organisation: str, place: PlaceDetails | None) -> dict:
    shared: dict = {}
    if organisation:
        shared["organisation"] = _organisation(organisation)
    if place:
        shared["place"] = next(iter(places_for([place]).values()))
    return shared


def _organisation(name: str) -> Organisation:
    """Typed with other capitals, it is the same organisation, and all its listings now spell it so."""
    before = dict(Organisation.objects.filter(source=None, name__iexact=name).values_list("pk", "name"))
    row = next(iter(organisations_for([OrganisationDetails(name)], None).values()))
    if before.get(row.pk, row.name) != row.name:
        index_again(row.activities.values_list("pk", flat=True))
    return row


def _offer(activity: Activity, knows_times: bool) -> None:
    knows_cost = activity.is_free is not None or activity.price_pence is not None
    found = unsure_in(activity.name, activity.long_text, knows_times, knows_cost)
    found += unsure_setting(activity.name, activity.long_text, activity.setting)
    rows = [Suggestion(activity=activity, field=one.field, value=one.value, words=one.words) for one in found]
    Suggestion.objects.bulk_create(rows, ignore_conflicts=True)


@action
def correct(*, activity: Activity, field: str, value, by: Actor) -> Activity:
    """Puts one part right. The edit outlives the next import; what the source says stays beside it.

    `times` takes slots, `organisation` a name, `place` details or None; other fields their own value.
    """
    permit(by, Permission.CORRECT_LISTING)
    return fill_in(activity=activity, parts={field: value}, by=by)


@action
def fill_in(*, activity: Activity, parts: dict, by: Actor) -> Activity:
    """Several parts of one listing at once, each as in `correct`. Nothing is kept when one of them cannot stand. What
    somebody said has changed is put right by it."""
    permit(by, Permission.CORRECT_LISTING)
    for field, value in parts.items():
        refuse_if(rules.cannot_keep(field, value))
    if not {"on_date", "apply_by"}.isdisjoint(parts):
        days = [parts.get(name, getattr(activity, name)) for name in ("apply_by", "on_date")]
        refuse_if(rules.cannot_apply_by(*days))
    for field, value in _with_whether_public(parts).items():
        lay_over(activity, field, value)
    if parts:
        said = activity.doubts.filter(kind=Doubt.Kind.CHANGED, seen_to_on__isnull=True)
        said.update(seen_to_on=clock.today())
        index_again([activity.pk])
        trail.record("listing corrected", by=by, about=activity, detail=", ".join(sorted(parts)))
    return activity


def _with_whether_public(parts: dict) -> dict:
    """A name or number typed anew is nobody's to give out, until somebody says that it is."""
    is_new = not {"host_name", "phone"}.isdisjoint(parts)
    return {"contact_is_public": False} | parts if is_new else parts


def lay_over(activity: Activity, field: str, value) -> None:
    """What is in force from now on, with what the source says kept beside it. Within an action that has asked."""
    before = slots_of(activity) if field == "times" else as_json(getattr(activity, field))
    set_part(activity, field, value)
    overlay, new = Overlay.objects.get_or_create(
        activity=activity, field=field, defaults={"imported_value": before, "made_on": clock.today()}
    )
    overlay.value = as_json(tuple(value)) if field == "times" else as_json(value)
    overlay.made_on = clock.today()
    overlay.save(update_fields=["value", "made_on"])


def set_part(activity: Activity, field: str, value) -> None:
    """What is in force from now on. `times` takes slots, `organisation` a name, `place` details or None."""
    if field == "times":
        activity.times.all().delete()
        Times.objects.bulk_create(times_rows(activity, value))
        activity.refresh_from_db(fields=["times"])
        return
    if field == "organisation":
        value = _shared(value, None).get("organisation") if value else None
    elif field == "place":
        value = _shared("", value).get("place") if value else None
    setattr(activity, field, list(value) if field == "categories" else value)
    activity.save(update_fields=[field])


@action
def retire(*, activity: Activity, by: Actor) -> Activity:
    """Takes it out of the directory. It is kept, and not found any more."""
    permit(by, Permission.CORRECT_LISTING)
    lay_over(activity, "status", Status.RETIRED.value)
    index_again([activity.pk])
    trail.record("listing retired", by=by, about=activity)
    return activity


@action
def accept_suggestion(*, suggestion: Suggestion, by: Actor) -> Activity:
    """What the prose says is right: it becomes a fact. Times join the times already accepted."""
    permit(by, Permission.CORRECT_LISTING)
    refuse_if(rules.cannot_decide(suggestion))
    activity = suggestion.activity
    lay_over(activity, suggestion.field, _accepted_value(suggestion))
    _decide(suggestion, Suggestion.State.ACCEPTED)
    trail.record("suggestion accepted", by=by, about=suggestion)
    return activity


def _accepted_value(suggestion: Suggestion):
    if suggestion.field != "times":
        return suggestion.value
    slots = [*slots_of(suggestion.activity), *suggestion.value]
    return tuple(dict.fromkeys(Slot.from_json(slot) for slot in slots))


@action
def dismiss_suggestion(*, suggestion: Suggestion, by: Actor) -> Activity:
    """What the prose seems to say is not right. It is not offered again, also not after an import."""
    permit(by, Permission.CORRECT_LISTING)
    refuse_if(rules.cannot_decide(suggestion))
    _decide(suggestion, Suggestion.State.DISMISSED)
    trail.record("suggestion dismissed", by=by, about=suggestion)
    return suggestion.activity


def _decide(suggestion: Suggestion, state: Suggestion.State) -> None:
    suggestion.state = state
    suggestion.save(update_fields=["state"])
    index_again([suggestion.activity_id])
