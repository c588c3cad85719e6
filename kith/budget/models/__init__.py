"""What we remember of a Personal Budget. It points at people alone, never at goals or how anybody is."""

from .around import Review, Spending
from .decision import Decision, Proposal, Withdrawal, Written
from .house import House, PlainAnswer
from .said import Answer, Assurance
from .support import SupportChange

__all__ = [
    "Answer",
    "Assurance",
    "Decision",
    "House",
    "PlainAnswer",
    "Proposal",
    "Review",
    "Spending",
    "SupportChange",
    "Withdrawal",
    "Written",
]
