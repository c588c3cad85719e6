"""What we remember of a Personal Budget. It points at people alone, never at goals or how anybody is."""

from .around import Review, Spending
from .decision import Decision, Proposal, Withdrawal, Written
from .erasing import Erasing
from .house import House, PlainAnswer
from .said import Answer, Assurance
from .scan import Scan, ScanTakenOut
from .support import SupportChange

__all__ = [
    "Answer",
    "Assurance",
    "Decision",
    "Erasing",
    "House",
    "PlainAnswer",
    "Proposal",
    "Review",
    "Scan",
    "ScanTakenOut",
    "Spending",
    "SupportChange",
    "Withdrawal",
    "Written",
]
