"""What nobody went on writing goes by itself, once its time is over."""

from kith.access import trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.conversations.models import Draft
from kith.rights.queries.drafts import drafts_to_go

AT_ONCE = 200


@action
def remove_old_drafts(*, by: Actor) -> int:
    """A few hundred at a time, each looked at once more: somebody may be writing on just now."""
    permit(by, Permission.LOOK_AFTER_RIGHTS)
    going = list(drafts_to_go().select_for_update(of=("self",))[:AT_ONCE])
    for draft in going:
        trail.record("draft removed, its time over", by=by, about=draft, individual=draft.individual)
    Draft.objects.filter(pk__in=[each.pk for each in going]).delete()
    return len(going)
