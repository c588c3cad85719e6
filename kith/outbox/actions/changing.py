"""How every action of the outbox writes: one statement that does nothing when somebody else was first."""

from datetime import datetime, timedelta
from typing import Protocol

from kith.outbox.models import Letter

KEPT_FOR = timedelta(days=7)
KEPT_IN_TRAY_FOR = timedelta(minutes=15)


class Somebody(Protocol):
    """Whoever acts, as the modules above know them; here only their public name is kept."""

    who: str


def change(letter: Letter, *states: Letter.State, taken_until: datetime | None = None, **changes) -> bool:
    """Changes a letter that is still in one of these states. False: it is not, and nothing was changed."""
    still = Letter.objects.filter(pk=letter.pk, state__in=states)
    if taken_until:
        still = still.filter(next_try_at=taken_until)
    changed = still.update(**changes)
    if changed:
        for name, value in changes.items():
            setattr(letter, name, value)
    return bool(changed)


def kept(letter: Letter, now: datetime) -> dict[str, object]:
    """Keeps the words for as long as somebody may ask about them, or not at all."""
    return {"body": ""} if letter.wipe_after_sending else {"wipe_at": now + KEPT_FOR}


def kept_in_tray(letter: Letter, now: datetime) -> dict[str, object]:
    """In the demo words stay in the tray; a code stays for as long as somebody needs to type it."""
    return {"wipe_at": now + KEPT_IN_TRAY_FOR if letter.wipe_after_sending else None}
