"""What we ask of goals. Every question takes the same number of looks, however long the history is."""

from .ask import (
    Question,
    asks_how_it_turned_out,
    how_often,
    likely_day,
    offers_something_smaller,
    question_for,
)
from .goals import (
    all_goals,
    are_three_going,
    barriers_of,
    best_result,
    goal_called,
    goals_in_play,
    helper_called,
    helpers_of,
    result_called,
    rewordings_of,
)
from .promises import (
    Owners,
    Promises,
    loose_steps,
    next_step,
    owners_of,
    promises,
    promises_on_both_sides,
    soonest,
    step_called,
)
from .since import News, since

__all__ = [
    "News",
    "Owners",
    "Promises",
    "Question",
    "all_goals",
    "are_three_going",
    "asks_how_it_turned_out",
    "barriers_of",
    "best_result",
    "goal_called",
    "goals_in_play",
    "helper_called",
    "helpers_of",
    "how_often",
    "likely_day",
    "loose_steps",
    "next_step",
    "offers_something_smaller",
    "owners_of",
    "promises",
    "promises_on_both_sides",
    "question_for",
    "result_called",
    "rewordings_of",
    "since",
    "soonest",
    "step_called",
]
