"""What the individual agrees that others may know, and taking it back."""

from datetime import timedelta

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.people import rules
from kith.people.models import Individual, Relation, Share
from kith.people.writer import is_the_individual


@action
def agree(
    *,
    individual: Individual,
    recipient: str,
    purpose: str,
    by: Actor,
    words: str = "",
    days: int = 30,
    was_handed: bool = False,
) -> Share:
    """One share, for one recipient and purpose, for so many days. `was_handed`: they pressed yes on the worker's
    screen. It is words alone: what somebody is let in to see is `let_see`."""
    permit(by, Permission.WRITE_SHARES, individual)
    now = clock.now()
    share = Share.objects.create(
        individual=individual,
        recipient=recipient,
        words=words,
        purpose=purpose,
        starts_at=now,
        ends_at=now + timedelta(days=days),
        **_how_they_said_yes(individual, by, was_handed),
    )
    trail.record("share agreed", by=by, about=share, individual=individual)
    return share


def _how_they_said_yes(individual: Individual, by: Actor, was_handed: bool) -> dict:
    """They pressed it themselves, or told somebody who did."""
    if is_the_individual(by, individual):
        return {"how": Share.How.IN_KITH, "told_to_id": None}
    return {"how": Share.How.HANDED if was_handed else Share.How.HERE, "told_to_id": by.user_id}


@action
def stop_all(*, relation: Relation, by: Actor) -> None:
    """Stops every share that goes through this relation."""
    for share in relation.shares.filter(revoked_at__isnull=True, ends_at__gt=clock.now()):
        revoke(share=share, by=by)


@action
def end_share(*, share: Share, by: Actor) -> Share:
    """What it was for is done or has ended: whoever may write that ends the share with it, and starts none."""
    permit(by, Permission.WRITE_GOALS, share.individual)
    hold(share)
    return share if share.revoked_at else _stopped(share, by)


@action
def revoke(*, share: Share, by: Actor) -> Share:
    """Stops it at once. No reason is asked."""
    permit(by, Permission.WRITE_SHARES, share.individual)
    hold(share)
    refuse_if(rules.cannot_revoke(share))
    return _stopped(share, by)


def _stopped(share: Share, by: Actor) -> Share:
    share.revoked_at = clock.now()
    share.save(update_fields=["revoked_at"])
    trail.record("share stopped", by=by, about=share, individual=share.individual)
    return share
