"""What can happen to what we hold of a Personal Budget. Kith decides nothing: it keeps what was decided."""

from .around import note_review
from .decisions import confirm, propose, record, take_back
from .saying import answer, no_longer_holds, promise

__all__ = ["answer", "confirm", "no_longer_holds", "note_review", "promise", "propose", "record", "take_back"]
