"""What can happen about people's rights."""

from .gathering import gather_everything
from .requests import answer, ask, go_on_counting, pause, take_back, take_longer, take_on

__all__ = ["answer", "ask", "gather_everything", "go_on_counting", "pause", "take_back", "take_longer", "take_on"]
