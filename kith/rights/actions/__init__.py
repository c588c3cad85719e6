"""What can happen about people's rights."""

from .complaints import answer_complaint, complain, say_it_came_in, tell_of_change
from .drafts import remove_old_drafts
from .dying import confirm_death, say_they_died, take_back_death
from .ending import begin_hold, confirm_removal, end_hold, keep_for, propose_removal, take_back_removal
from .gathering import gather_everything
from .own_copies import ask_for_own_copy, fetch_own_copy, make_own_copy, remove_own_copies
from .removing import reapply_tombstones, remove_again, write_down_the_rest
from .requests import answer, ask, go_on_counting, pause, take_back, take_longer, take_on
from .review import (
    ask_once_more,
    cover,
    fetch,
    hand_over,
    hold_back,
    lift,
    look_through,
    make_copy,
    remove_ended_copies,
)
from .unlinking import unlink_the_rest

__all__ = [
    "answer",
    "answer_complaint",
    "ask",
    "ask_for_own_copy",
    "ask_once_more",
    "begin_hold",
    "complain",
    "confirm_death",
    "confirm_removal",
    "cover",
    "end_hold",
    "fetch",
    "fetch_own_copy",
    "gather_everything",
    "go_on_counting",
    "hand_over",
    "hold_back",
    "keep_for",
    "lift",
    "look_through",
    "make_copy",
    "make_own_copy",
    "pause",
    "propose_removal",
    "reapply_tombstones",
    "write_down_the_rest",
    "remove_again",
    "remove_ended_copies",
    "remove_old_drafts",
    "remove_own_copies",
    "say_it_came_in",
    "say_they_died",
    "take_back",
    "take_back_death",
    "take_back_removal",
    "take_longer",
    "take_on",
    "tell_of_change",
    "unlink_the_rest",
]
