"""What can happen in and around a conversation."""

from .accounts import correct_note, give_account, show_note
from .drafts import discard_draft, open_draft, save_draft
from .meetings import call_off, plan_next
from .own import add_prompt, tick_prompt, untick_prompt, write_reflection
from .write_up import write_up

__all__ = [
    "add_prompt",
    "call_off",
    "correct_note",
    "discard_draft",
    "give_account",
    "open_draft",
    "plan_next",
    "save_draft",
    "show_note",
    "tick_prompt",
    "untick_prompt",
    "write_reflection",
    "write_up",
]
