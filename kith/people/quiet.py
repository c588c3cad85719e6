"""Letters that rest once somebody has moved on: reminders and questions, until they ask for them again.

A module that reminds or asks tells of its kinds when it starts (`AppConfig.ready`). An answer, and whatever a person
wrote to them, leaves as before.
"""

from .models import Individual

_resting: set[str] = set()


def rests_once_moved_on(*kinds: str) -> None:
    """Kinds that begin with “to individual:”."""
    _resting.update(kinds)


def rests(kind: str, individual: Individual) -> bool:
    """Whether a letter of this kind is not for them now. No look."""
    return individual.is_quiet and kind in _resting
