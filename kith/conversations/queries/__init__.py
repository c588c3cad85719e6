"""What we ask about conversations."""

from .meetings import (
    Ahead,
    ahead,
    called_off,
    last_meeting,
    meeting_of,
    meeting_written_from,
    meetings_held,
    next_meeting,
    was_this_meeting,
)
from .notes import differing, is_answered, latest_account, latest_note, shown_note, shown_sayings, unanswered_notes
from .own import draft_of, drafts_of, last_reflection, open_prompts, prompt_of, reflection_on

__all__ = [
    "Ahead",
    "ahead",
    "called_off",
    "differing",
    "draft_of",
    "drafts_of",
    "is_answered",
    "last_meeting",
    "last_reflection",
    "latest_account",
    "latest_note",
    "meeting_of",
    "meeting_written_from",
    "meetings_held",
    "next_meeting",
    "open_prompts",
    "prompt_of",
    "reflection_on",
    "shown_note",
    "shown_sayings",
    "unanswered_notes",
    "was_this_meeting",
]
