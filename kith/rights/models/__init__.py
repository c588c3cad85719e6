"""What we remember of people's rights."""

from .complaint import Complaint, ToldOfChange
from .ending import Death, LegalHold, Period, Removal, Tombstone
from .request import Pause, Request
from .review import Copy, Delivery, Held, LookedThrough, OwnCopy

__all__ = [
    "Complaint",
    "Copy",
    "Death",
    "Delivery",
    "Held",
    "LegalHold",
    "LookedThrough",
    "OwnCopy",
    "Pause",
    "Period",
    "Removal",
    "Request",
    "ToldOfChange",
    "Tombstone",
]
