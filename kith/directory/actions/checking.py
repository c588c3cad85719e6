"""Every use is a check: somebody says that a listing is still right, has changed, or has stopped."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.directory import ages, queries, rules
from kith.directory.models import Activity, Doubt, Status, Website

from .cells import pack_again
from .index import index_again
from .kept import role_word
from .listings import CHECKED, lay_over
from .opening import open_again

BROUGHT_BACK = "brought back"
STILL_ON = "They say that it goes on after all."


@action
def confirm(*, activity: Activity, how: str, by: Actor) -> Activity:
    """It is still true: somebody rang, went there or read it today."""
    permit(by, Permission.CONFIRM_LISTING)
    hold(activity)
    refuse_if(rules.cannot_confirm(activity))
    _checked(activity, how, by)
    open_again([activity.pk])
    pack_again([activity.pk])
    trail.record("listing confirmed", by=by, about=activity)
    return activity


@action
def say_changed(*, activity: Activity, words: str, by: Actor) -> Doubt:
    """Something about it has changed. The words wait for whoever keeps the table, and are shown to nobody else."""
    permit(by, Permission.CONFIRM_LISTING)
    refuse_if(rules.cannot_say_changed(words))
    doubt = _doubted(activity, Doubt.Kind.CHANGED, by, words.strip())
    trail.record("said to have changed", by=by, about=activity)
    return doubt


@action
def say_gone(*, activity: Activity, by: Actor) -> bool:
    """It has stopped. From a worker, a keeper or the place itself it leaves the table, is kept, and can be brought
    back; one person's word waits for the keeper, and puts it behind others until then. Gives whether it has left."""
    permit(by, Permission.CONFIRM_LISTING)
    hold(activity)
    if may(by, Permission.SET_ON_TABLE):
        _off(activity, by)
        return True
    if activity.status == Status.LIVE:
        _doubted(activity, Doubt.Kind.GONE, by)
        _stand(activity)
        trail.record("said to have stopped", by=by, about=activity)
    return False


@action
def close(*, activity: Activity, by: Actor) -> Activity:
    """It has stopped, as in `say_gone`, and nobody needs to look again. An import does not bring it back."""
    permit(by, Permission.CORRECT_LISTING)
    hold(activity)
    _off(activity, by)
    return activity


@action
def bring_back(*, activity: Activity, by: Actor) -> Activity:
    """It goes on after all: it is on the table again, checked today."""
    permit(by, Permission.SET_ON_TABLE)
    hold(activity)
    refuse_if(rules.cannot_bring_back(activity))
    _go_on(activity)
    _checked(activity, BROUGHT_BACK, by)
    index_again([activity.pk])
    trail.record("listing brought back", by=by, about=activity)
    return activity


@action
def say_still_on(*, activity: Activity, by: Actor) -> bool:
    """A place says of what is off the table that it goes on. It is brought back where it left by its age or by the
    place's own word; what somebody else closed waits for the keeper. Gives whether it is back."""
    permit(by, Permission.CONFIRM_LISTING)
    if activity.status == Status.OFF or _closed_by_word_of(activity, role_word(by)):
        bring_back(activity=activity, by=by)
        return True
    _doubted(activity, Doubt.Kind.CHANGED, by, STILL_ON)
    trail.record("said to go on after all", by=by, about=activity)
    return False


def _closed_by_word_of(activity: Activity, role: str) -> bool:
    closed = activity.overlays.filter(field="status", value=Status.CLOSED.value).first()
    return bool(closed) and activity.doubts.filter(kind=Doubt.Kind.GONE, said_by=role, said_on=closed.made_on).exists()


@action
def see_to(*, activity: Activity, by: Actor) -> Activity:
    """Whoever keeps the table has looked at what was said of it."""
    permit(by, Permission.SET_ON_TABLE)
    hold(activity)
    _seen_to(activity)
    _stand(activity)
    Website.objects.filter(address=activity.url).update(silent_days=0)
    trail.record("what was said of a listing was seen to", by=by, about=activity)
    return activity


def _go_on(activity: Activity) -> None:
    """On the table, whatever its source says of it; where that says the same, nothing stands beside it."""
    overlay = activity.overlays.filter(field="status").first()
    if activity.status == Status.OFF or (overlay and overlay.imported_value == Status.LIVE):
        activity.overlays.filter(field="status").delete()
        activity.status = Status.LIVE
        activity.save(update_fields=["status"])
    else:
        lay_over(activity, "status", Status.LIVE.value)


def _off(activity: Activity, by: Actor) -> None:
    if activity.status == Status.OFF:
        activity.status = Status.LIVE  # what its source says of it; that it was old is no word of anybody's
    if activity.status != Status.CLOSED:
        lay_over(activity, "status", Status.CLOSED.value)
        index_again([activity.pk])
    _seen_to(activity)
    said = {"kind": Doubt.Kind.GONE, "said_on": clock.today(), "said_by": role_word(by)}
    activity.doubts.get_or_create(**said, defaults={"seen_to_on": clock.today()})
    trail.record("listing closed", by=by, about=activity)


def _doubted(activity: Activity, kind: Doubt.Kind, by: Actor, words: str = "") -> Doubt:
    """Said again on the same day by the same sort of person in the same words, it is kept once."""
    said = {"activity": activity, "kind": kind, "words": words, "said_on": clock.today(), "said_by": role_word(by)}
    doubt, _ = Doubt.objects.get_or_create(**said, seen_to_on=None)
    return doubt


def _checked(activity: Activity, how: str, by: Actor) -> None:
    """Whoever may take it off the table settles that it was said to have stopped. What has changed is still to be put
    right: whoever says yes may not have read that."""
    activity.last_checked_on = clock.today()
    activity.last_checked_how = how[:100]
    activity.checked_by = role_word(by)
    if may(by, Permission.SET_ON_TABLE):
        _seen_to(activity, kind=Doubt.Kind.GONE)
    activity.standing = _standing(activity)
    activity.save(update_fields=[*CHECKED, "standing"])


def _seen_to(activity: Activity, **which) -> None:
    activity.doubts.filter(seen_to_on__isnull=True, **which).update(seen_to_on=clock.today())


def _stand(activity: Activity) -> None:
    activity.standing = _standing(activity)
    activity.save(update_fields=["standing"])


def _standing(activity: Activity) -> ages.Standing:
    said_gone = activity.doubts.filter(seen_to_on__isnull=True, kind=Doubt.Kind.GONE).exists()
    return ages.standing(queries.age_counts_from(activity), clock.today(), said_gone)
