"""What can happen to local knowledge: noting it, confirming a listing, counting who stayed."""

from django.db.models import F

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.directory import actions as directory

from . import rules
from .models import Check, Knowledge, Stayed


@action
def note(*, activity, team, kind: str, words: str, by: Actor, heard_from: str = "") -> Knowledge:
    """Keeps one thing the team knows of a place. `kind` is one of `Knowledge.Kind`."""
    permit(by, Permission.NOTE_KNOWLEDGE, team=team)
    refuse_if(rules.cannot_note(kind, words, team))
    known = Knowledge.objects.create(
        activity=activity,
        team=team,
        kind=kind,
        words=words.strip(),
        heard_from=heard_from.strip(),
        noted_by_id=by.user_id,
        noted_on=clock.today(),
    )
    trail.record("local knowledge noted", by=by, about=known)
    return known


@action
def confirm_still_true(*, activity, how: str, by: Actor) -> Check:
    """The listing is still true. The directory keeps the day and the way, never the name. Of a worker the team keeps
    who it was; of an individual nobody does, as that would tell where they go."""
    permit(by, Permission.CONFIRM_LISTING)
    refuse_if(rules.cannot_confirm(how))
    directory.confirm(activity=activity, how=how.strip(), by=by)
    is_staff = may(by, Permission.SET_ON_TABLE)
    return Check.objects.create(
        activity=activity, user_id=by.user_id if is_staff else None, on=clock.today(), how=how.strip()
    )


@action
def count_one_who_stayed(*, activity, team, by: Actor) -> Stayed:
    """One more person has gone and gone again. A bare number, and only the system itself adds to it:
    a trail line naming who pressed would tell who went."""
    permit(by, Permission.READ_LISTINGS)
    refuse_if(None if Role.SYSTEM in by.roles else "Only Kith itself keeps this count.")
    row, _ = Stayed.objects.get_or_create(activity=activity, team=team)
    Stayed.objects.filter(pk=row.pk).update(people=F("people") + 1)
    row.refresh_from_db()
    return row
