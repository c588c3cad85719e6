"""What can happen in and around a conversation."""

from .accounts import correct_note, give_account, show_note
from .asking import answer_asked, ask, ask_to_meet_sooner
from .before import say_how_long_and_why, tell_before
from .drafts import discard_draft, open_draft, save_draft
from .meetings import call_off, plan_next
from .own import add_prompt, tick_prompt, untick_prompt, write_reflection
from .write_up import write_up

__all__ = [
    "add_prompt",
    "answer_asked",
    "ask",
    "ask_to_meet_sooner",
    "call_off",
    "correct_note",
    "discard_draft",
    "give_account",
    "open_draft",
    "plan_next",
    "save_draft",
    "say_how_long_and_why",
    "show_note",
    "tell_before",
    "tick_prompt",
    "untick_prompt",
    "write_reflection",
    "write_up",
]
