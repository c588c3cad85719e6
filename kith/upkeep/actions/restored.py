"""What is done to a Kith that was brought back from a copy, before anybody may open it (`settings.AFTER_RESTORE`).

Each step is given what is known of the copy, and gives a sentence for whoever brings it back, or "". A module above or
beside this one adds its own there: whatever was erased since is erased again by a step of its own."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from kith.access import clock, trail
from kith.access.actions import action
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.interop import actions as interop
from kith.outbox import actions as outbox
from kith.people import actions as people
from kith.upkeep.keeping import heads


@dataclass(frozen=True)
class Copy:
    """When it was made, and the folder of what no copy may bring back to an older state."""

    made_at: datetime
    outside: Path


@action
def end_ways_in(*, copy: Copy, by: Actor) -> str:
    """Whoever was signed in, every code and every link: some of them were ended since."""
    permit(by, Permission.KEEP_COPIES)
    Session.objects.all().delete()
    cache.clear()
    people.stop_every_link(by=by)
    interop.stop_every_feed(by=by)
    return "Everybody signs in afresh. Links and calendar addresses that were given out open nothing any more."


@action
def hold_letters(*, copy: Copy, by: Actor) -> str:
    """Nobody gets old mail."""
    permit(by, Permission.KEEP_COPIES)
    held = outbox.hold_everything(now=clock.now())
    if not held:
        return "No letter was waiting to leave."
    return f"{held} {'letter that was waiting stays' if held == 1 else 'letters that were waiting stay'} here, unsent."


def begin_heads_afresh(*, copy: Copy, by: Actor) -> str:
    """What was kept of the trail is of later lines than the copy has. It is put aside, and not thrown away."""
    permit(by, Permission.KEEP_COPIES)
    return heads.put_aside(copy.outside / heads.NAME, clock.now())


@action
def tell_the_trail(*, copy: Copy, by: Actor) -> str:
    """That all of this was brought back, and from when it is."""
    permit(by, Permission.KEEP_COPIES)
    made = timezone.localtime(copy.made_at)
    trail.record("brought back from a copy", by=by, detail=f"made at {made:%Y-%m-%d %H:%M}")
    return ""
