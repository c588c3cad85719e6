"""What can happen to a letter."""

from .changing import quick
from .choosing import came_back, printed, receipt, seen_to, send_again
from .keeping import BROUGHT_BACK, NO_LONGER_OF_USE, hold_everything, pick_up, tidy
from .leaving import (
    Sent,
    channels_due,
    claim,
    delivered,
    given_up,
    hold_back,
    laid_out_again,
    lay_out,
    leaves,
    not_known,
    not_now,
    not_reached,
    not_sent,
    release,
    stumbled,
    taken_back,
)
from .posting import NotPosted, post, posted_together

__all__ = [
    "BROUGHT_BACK",
    "NO_LONGER_OF_USE",
    "NotPosted",
    "Sent",
    "came_back",
    "channels_due",
    "claim",
    "delivered",
    "given_up",
    "hold_back",
    "hold_everything",
    "laid_out_again",
    "lay_out",
    "leaves",
    "not_known",
    "not_now",
    "not_reached",
    "not_sent",
    "pick_up",
    "post",
    "posted_together",
    "quick",
    "printed",
    "receipt",
    "release",
    "seen_to",
    "send_again",
    "stumbled",
    "taken_back",
    "tidy",
]
