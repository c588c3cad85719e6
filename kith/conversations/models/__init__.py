"""What we remember of conversations."""

from .meeting import Meeting
from .note import Account, Note, Saying
from .own import Draft, Prompt, Reflection

__all__ = ["Account", "Draft", "Meeting", "Note", "Prompt", "Reflection", "Saying"]
