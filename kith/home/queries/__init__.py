"""What these pages ask of the modules below. Each answers in a number of looks that no history changes."""

from .brief import Brief, brief_of
from .looked import Look, looks_at
from .over_time import other_spans, paid_spans, support_changes
from .paper import Paper, paper_of
from .people import people_found
from .person import Glance, glance_at
from .plan import Plan, plan_of
from .there import There, who_is_there
from .today import Today, today_for
from .totals import Total, totals_of

__all__ = [
    "Brief",
    "Glance",
    "Look",
    "Paper",
    "Plan",
    "There",
    "Today",
    "Total",
    "brief_of",
    "glance_at",
    "looks_at",
    "other_spans",
    "paid_spans",
    "paper_of",
    "people_found",
    "plan_of",
    "support_changes",
    "today_for",
    "totals_of",
    "who_is_there",
]
