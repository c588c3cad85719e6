"""Everything that can happen to a form that is being filled in."""

from .filling import answer, begin, choose_way, put_away, take_up_again
from .leaving import take
from .picking import choose, pick, take_out
from .showing import say, see_differently, show_it, was_shown

__all__ = [
    "answer",
    "begin",
    "choose",
    "choose_way",
    "pick",
    "put_away",
    "say",
    "see_differently",
    "show_it",
    "take",
    "take_out",
    "take_up_again",
    "was_shown",
]
