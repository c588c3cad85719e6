"""What people type about conversations, cleaned."""

from .account import AccountForm, CorrectionForm, FeelingForm, PromptForm
from .looking_back import LookBackForm
from .next_meeting import NextMeetingForm
from .write_up import WriteUpForm

__all__ = [
    "AccountForm",
    "CorrectionForm",
    "FeelingForm",
    "LookBackForm",
    "NextMeetingForm",
    "PromptForm",
    "WriteUpForm",
]
