"""What we remember of a form that is being filled in."""

from .edition import Edition, Otherwise, Outcome, Showing, Taken
from .filling import Filling, Picked

__all__ = ["Edition", "Filling", "Otherwise", "Outcome", "Picked", "Showing", "Taken"]
