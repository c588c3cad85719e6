"""What we ask about the clock, about errands, and about whoever leaves."""

from .beats import (
    CLOCK,
    STANDS_STILL_AFTER,
    letters_that_waited,
    not_sent_in,
    recent_interruptions,
    still_after,
    still_since,
)
from .errands import (
    BACKEND,
    MOST_TRIES,
    called,
    given_up,
    is_an_errand_ready,
    is_lost,
    stumbled,
    tries,
    under_way,
)
from .header import header_of
from .kept import how_it_is_kept, what_is_not_kept
from .leaving import (
    Moving,
    account_called,
    drafts_in,
    is_last_administrator,
    moving_with,
    needs_account,
    of_team,
    open_messages,
    sessions_of,
    works_with_people,
)
from .left import Left, left_by, resting_in
from .troubles import troubles

__all__ = [
    "BACKEND",
    "CLOCK",
    "MOST_TRIES",
    "STANDS_STILL_AFTER",
    "Left",
    "Moving",
    "account_called",
    "called",
    "drafts_in",
    "given_up",
    "header_of",
    "how_it_is_kept",
    "is_an_errand_ready",
    "is_last_administrator",
    "is_lost",
    "left_by",
    "letters_that_waited",
    "moving_with",
    "needs_account",
    "not_sent_in",
    "of_team",
    "open_messages",
    "recent_interruptions",
    "resting_in",
    "sessions_of",
    "still_after",
    "still_since",
    "stumbled",
    "tries",
    "troubles",
    "under_way",
    "what_is_not_kept",
    "works_with_people",
]
