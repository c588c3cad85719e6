"""Saying that a listing is still right, that they were welcoming, and counting who stayed: all without whoever went."""

from django.db.models import F

from kith.access import clock
from kith.access.actions import action, hold
from kith.access.actor import Actor, Role
from kith.access.permissions import Permission
from kith.access.permit import may, permit
from kith.access.refusal import refuse_if
from kith.directory import actions as directory
from kith.local_knowledge import rules
from kith.local_knowledge.models import Check, Knowledge, Stayed


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
def found_welcoming(*, activity, team, by: Actor) -> Knowledge:
    """Somebody who went says that they were welcoming, and that it may be told. Neither who it was nor the day is
    kept, and several are told as one: no line in the trail either, as it would tell who went."""
    permit(by, Permission.CONFIRM_LISTING)
    refuse_if(rules.cannot_find_welcoming(team, may_note=may(by, Permission.NOTE_KNOWLEDGE, team=team)))
    hold(activity)  # several may say so at once
    told = {"activity": activity, "team": team, "kind": Knowledge.Kind.WELCOME, "by_a_visitor": True}
    month = clock.today().replace(day=1)
    return Knowledge.objects.filter(**told, ended_on=None).first() or Knowledge.objects.create(**told, noted_on=month)


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
