"""What we ask about conversations."""

from .after import (
    feeling_about,
    is_first_time,
    last_topics,
    latest_copy,
    notes_waiting_for_a_talk,
    sent_to_supervision,
    supervision_for,
    waits_for_a_talk,
)
from .agreed import Agreed, agreed_called, agreed_in, agreed_since
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
    "Agreed",
    "Ahead",
    "agreed_called",
    "agreed_in",
    "agreed_since",
    "ahead",
    "called_off",
    "differing",
    "draft_of",
    "drafts_of",
    "feeling_about",
    "is_answered",
    "is_first_time",
    "last_meeting",
    "last_reflection",
    "last_topics",
    "latest_account",
    "latest_copy",
    "latest_note",
    "meeting_of",
    "meeting_written_from",
    "meetings_held",
    "next_meeting",
    "notes_waiting_for_a_talk",
    "open_prompts",
    "prompt_of",
    "reflection_on",
    "sent_to_supervision",
    "shown_note",
    "shown_sayings",
    "supervision_for",
    "unanswered_notes",
    "waits_for_a_talk",
    "was_this_meeting",
]
