"""What can happen to people and places in somebody's life."""

from .adding import add, add_from_activity
from .changing import keep_to_oneself, let_be_seen, move, put_away, say_more, show_again
from .ending import bring_back, say_died, say_ended
from .pictures import keep_picture
from .wishing import let_worker_write, skip_point, write_alone

__all__ = [
    "add",
    "add_from_activity",
    "bring_back",
    "keep_picture",
    "keep_to_oneself",
    "let_be_seen",
    "let_worker_write",
    "move",
    "put_away",
    "say_died",
    "say_ended",
    "say_more",
    "show_again",
    "skip_point",
    "write_alone",
]
