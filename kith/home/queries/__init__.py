"""What these pages ask of the modules below. Each answers in a number of looks that no history changes."""

from .brief import Brief, brief_of
from .looked import Look, looks_at
from .paper import Paper, paper_of, size_for
from .people import people_found
from .person import Glance, glance_at
from .plan import Plan, plan_of
from .there import There, who_is_there
from .today import Today, today_for

__all__ = [
    "Brief",
    "Glance",
    "Look",
    "Paper",
    "Plan",
    "There",
    "Today",
    "brief_of",
    "glance_at",
    "looks_at",
    "paper_of",
    "people_found",
    "plan_of",
    "size_for",
    "today_for",
    "who_is_there",
]
