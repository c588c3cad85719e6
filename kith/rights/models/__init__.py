"""What we remember of people's rights."""

from .complaint import Complaint, ToldOfChange
from .request import Pause, Request
from .review import Copy, Delivery, Held, LookedThrough

__all__ = ["Complaint", "Copy", "Delivery", "Held", "LookedThrough", "Pause", "Request", "ToldOfChange"]
