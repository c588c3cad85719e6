"""What we remember of conversations."""

from .before import Asked, VisitMessage
from .meeting import Meeting
from .mirror import GoneThrough, LookBack, LooksBack, Picture
from .note import Account, Decision, Feeling, Note, RecordCopy, Saying
from .own import BroughtIn, Draft, Prompt, Reflection

__all__ = [
    "Account",
    "Asked",
    "BroughtIn",
    "Decision",
    "Draft",
    "Feeling",
    "GoneThrough",
    "LookBack",
    "LooksBack",
    "Meeting",
    "Note",
    "Picture",
    "Prompt",
    "RecordCopy",
    "Reflection",
    "Saying",
    "VisitMessage",
]
