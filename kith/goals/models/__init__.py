"""What we remember of goals: wishes and options, the goals, their small steps, and what came of them."""

from .barrier import Attempt, Barrier
from .gap import LookingInto
from .goal import Entry, Goal, Rewording
from .helper_page import FromHelper, HelperPage
from .report import CheckIn, EntryMove, Result
from .step import Helper, Role, Step
from .wish import Option, Wish
from .worry import Worry

__all__ = [
    "Attempt",
    "Barrier",
    "CheckIn",
    "Entry",
    "EntryMove",
    "FromHelper",
    "Goal",
    "Helper",
    "HelperPage",
    "LookingInto",
    "Option",
    "Result",
    "Rewording",
    "Role",
    "Step",
    "Wish",
    "Worry",
]
