"""How one line of the trail is tied to the one before it."""

import hashlib
import hmac

from .models import TrailEntry


def digest_of(detail: str) -> str:
    """Stands in for the detail, so that the detail can be blanked and the chain still holds."""
    return hashlib.sha256(detail.encode()).hexdigest()


def link_of(entry: TrailEntry, previous: str) -> str:
    """The link: a hash over the line before and everything in this one but its detail."""
    said = [
        previous,
        entry.chain,
        str(entry.sequence),
        entry.at.isoformat(),
        entry.who,
        entry.acting_as,
        entry.what,
        entry.about,
        str(entry.is_reading),
        entry.digest,
    ]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()


def is_whole(entry: TrailEntry, previous: str) -> bool:
    """Whether the line is as it was written and follows the one before."""
    detail_fits = not entry.detail or hmac.compare_digest(entry.digest, digest_of(entry.detail))
    return detail_fits and hmac.compare_digest(entry.link, link_of(entry, previous))
