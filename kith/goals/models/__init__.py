"""What we remember of goals: the goals, their small steps, and what came of them."""

from .goal import Barrier, Goal, Rewording
from .report import CheckIn, Result
from .step import Helper, Role, Step

__all__ = ["Barrier", "CheckIn", "Goal", "Helper", "Result", "Rewording", "Role", "Step"]
