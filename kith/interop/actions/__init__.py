"""What can happen to the address of a calendar; and a plan that is taken."""

from .feeds import choose_for_feed, make_feed, note_fetched, stop_every_feed, stop_feed
from .taking import Left, take_plan

__all__ = ["Left", "choose_for_feed", "make_feed", "note_fetched", "stop_every_feed", "stop_feed", "take_plan"]
