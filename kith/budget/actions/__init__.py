"""What can happen to what we hold of a Personal Budget. Kith decides nothing: it keeps what was decided."""

from .around import note_review, tell_how_much, tell_of
from .decisions import confirm, propose, record, take_back
from .house import keep_answer, set_house
from .saying import answer, answer_as_told, no_longer_holds, promise
from .scans import keep_scan, take_scan_out
from .support import note_support

__all__ = [
    "answer",
    "answer_as_told",
    "confirm",
    "keep_answer",
    "keep_scan",
    "no_longer_holds",
    "note_review",
    "note_support",
    "promise",
    "propose",
    "record",
    "set_house",
    "take_back",
    "take_scan_out",
    "tell_how_much",
    "tell_of",
]
