"""What can happen to a letter."""

from .outcomes import claim_next, delivered, hold_back, hold_stale, not_now, not_sent, wipe_due
from .posting import NotPosted, post

__all__ = [
    "NotPosted",
    "claim_next",
    "delivered",
    "hold_back",
    "hold_stale",
    "not_now",
    "not_sent",
    "post",
    "wipe_due",
]
