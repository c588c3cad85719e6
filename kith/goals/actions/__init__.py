"""What can happen to goals, their steps, and what came of them."""

from .goals import (
    PlannedStep,
    change_target,
    let_go,
    make_smaller,
    pause,
    point_to,
    reach,
    reword_goal,
    set_goal,
    show_line,
    start_again,
)
from .reports import add_result, check_in, note_barrier, take_back_result
from .steps import add_helper, add_step, finish_step, move_step, undo_step

__all__ = [
    "PlannedStep",
    "add_helper",
    "add_result",
    "add_step",
    "change_target",
    "check_in",
    "finish_step",
    "let_go",
    "make_smaller",
    "move_step",
    "note_barrier",
    "pause",
    "point_to",
    "reach",
    "reword_goal",
    "set_goal",
    "show_line",
    "start_again",
    "take_back_result",
    "undo_step",
]
