"""What can happen in and around a conversation."""

from .accounts import correct_note, give_account, show_note
from .asking import answer_asked, ask, ask_to_meet_sooner
from .before import say_how_long_and_why, tell_before
from .bringing_in import bring_in, bring_in_notes, put_away_notes
from .conversation import keep_marks, met_today
from .drafts import discard_draft, open_draft, save_draft, settle_draft
from .feelings import note_offered, say_how_it_was
from .looking_back import look_back, switch_sentences
from .meetings import call_off, plan_next
from .mirror import make_picture, make_pictures, say_gone_through
from .own import add_prompt, tick_prompt, untick_prompt, write_reflection
from .record_copy import note_copied
from .supervision import send_to_supervision, take_back_from_supervision
from .write_up import write_up

__all__ = [
    "add_prompt",
    "answer_asked",
    "ask",
    "ask_to_meet_sooner",
    "bring_in",
    "bring_in_notes",
    "call_off",
    "correct_note",
    "discard_draft",
    "give_account",
    "keep_marks",
    "look_back",
    "make_picture",
    "make_pictures",
    "met_today",
    "note_copied",
    "note_offered",
    "open_draft",
    "plan_next",
    "put_away_notes",
    "save_draft",
    "say_gone_through",
    "say_how_it_was",
    "say_how_long_and_why",
    "send_to_supervision",
    "settle_draft",
    "show_note",
    "switch_sentences",
    "take_back_from_supervision",
    "tell_before",
    "tick_prompt",
    "untick_prompt",
    "write_reflection",
    "write_up",
]
