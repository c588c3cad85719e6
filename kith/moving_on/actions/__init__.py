"""What can happen when somebody moves on."""

from .ending import stop
from .loose_ends import settle
from .pages import (
    ask_for_longer,
    ask_to_come_back,
    be_quiet,
    be_reminded,
    change_keeping,
    come_back,
    give_longer,
    say_it,
)
from .saying_no import say_not_here
from .sweeping import ask_all_how_it_goes, close_all_that_ended, tell_all_of_the_end
from .talks import answer, be_asked, begin, say_it_is_ready, write_part

__all__ = [
    "answer",
    "ask_all_how_it_goes",
    "ask_for_longer",
    "ask_to_come_back",
    "be_asked",
    "be_quiet",
    "be_reminded",
    "begin",
    "change_keeping",
    "close_all_that_ended",
    "come_back",
    "give_longer",
    "say_it",
    "say_it_is_ready",
    "say_not_here",
    "settle",
    "stop",
    "tell_all_of_the_end",
    "write_part",
]
