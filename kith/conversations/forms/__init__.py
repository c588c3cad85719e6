"""What people type about conversations, cleaned."""

from .account import AccountForm, CorrectionForm, FeelingForm, PromptForm
from .next_meeting import NextMeetingForm
from .write_up import WriteUpForm

__all__ = ["AccountForm", "CorrectionForm", "FeelingForm", "NextMeetingForm", "PromptForm", "WriteUpForm"]
