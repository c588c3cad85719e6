"""What can happen to wishes, goals, their steps, and what came of them."""

from .barriers import note_barrier, say_more_of_barrier
from .gaps import gap_is_done, look_into_gap
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
from .handing_on import hand_on_step
from .helper_pages import agree_to_page, keep_to_oneself, make_page, not_this_page, pass_on, stop_page, tell
from .helpers import add_helper, lend_a_hand, stop_helping, welcome_helper
from .reports import add_result, check_in, move_entry, take_back_result
from .steps import add_step, finish_step, move_step, undo_step
from .wanting import heard, need_not_hear, would_like_to_hear
from .wishes import (
    add_option,
    bring_wish_back,
    choose_option,
    keep_wish,
    open_option_again,
    put_wish_away,
    set_option_aside,
)
from .worries import add_worry, ease_worry

__all__ = [
    "PlannedStep",
    "add_helper",
    "add_option",
    "add_result",
    "add_step",
    "add_worry",
    "agree_to_page",
    "bring_wish_back",
    "change_target",
    "check_in",
    "choose_option",
    "ease_worry",
    "finish_step",
    "gap_is_done",
    "hand_on_step",
    "heard",
    "keep_to_oneself",
    "keep_wish",
    "lend_a_hand",
    "let_go",
    "look_into_gap",
    "make_page",
    "make_smaller",
    "move_entry",
    "move_step",
    "need_not_hear",
    "not_this_page",
    "note_barrier",
    "open_option_again",
    "pass_on",
    "pause",
    "point_to",
    "put_wish_away",
    "reach",
    "reword_goal",
    "say_more_of_barrier",
    "set_goal",
    "set_option_aside",
    "show_line",
    "start_again",
    "stop_helping",
    "stop_page",
    "take_back_result",
    "tell",
    "undo_step",
    "welcome_helper",
    "would_like_to_hear",
]
