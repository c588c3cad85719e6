"""What can happen when somebody leaves, an account rests, or work was left undone."""

from .errands import try_given_up_again
from .leaving import leave
from .notices import notices_seen_to
from .resting import rest, wake

__all__ = ["leave", "notices_seen_to", "rest", "try_given_up_again", "wake"]
