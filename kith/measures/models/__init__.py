"""What is kept of small measures: the packs, what was answered, the levels of goals, and what people chose."""

from .asking import MeasureWishes, Nudge
from .deferral import Deferral
from .kept import Measure
from .response import Response, Score
from .scale import Scale

__all__ = ["Deferral", "Measure", "MeasureWishes", "Nudge", "Response", "Scale", "Score"]
