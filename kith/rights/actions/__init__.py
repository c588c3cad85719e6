"""What can happen about people's rights."""

from .complaints import answer_complaint, complain, say_it_came_in, tell_of_change
from .gathering import gather_everything
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

__all__ = [
    "answer",
    "answer_complaint",
    "ask",
    "ask_once_more",
    "complain",
    "cover",
    "fetch",
    "gather_everything",
    "go_on_counting",
    "hand_over",
    "hold_back",
    "lift",
    "look_through",
    "make_copy",
    "pause",
    "remove_ended_copies",
    "say_it_came_in",
    "take_back",
    "take_longer",
    "take_on",
    "tell_of_change",
]
