"""What we remember of messages, of what came in, and of what is waited for."""

from .arrival import Arrival
from .message import Attachment, Message
from .phrase import Phrase

__all__ = ["Arrival", "Attachment", "Message", "Phrase"]
