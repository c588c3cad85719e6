"""What can happen to what somebody says about themselves."""

from .doings import add_doing, put_doing_away, stop_doing
from .lines import add_line, hide_from_matching, let_match, make_direction, no_longer_true

__all__ = [
    "add_doing",
    "add_line",
    "hide_from_matching",
    "let_match",
    "make_direction",
    "no_longer_true",
    "put_doing_away",
    "stop_doing",
]
