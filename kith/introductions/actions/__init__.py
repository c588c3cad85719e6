"""What can happen to an introduction."""

from .agreeing import agree, not_now, prepare_with_a_yes
from .asking import ask_about_visit, ask_about_visits
from .preparing import change, plan_visit, prepare
from .reporting import end, note_call, report

__all__ = [
    "agree",
    "ask_about_visit",
    "ask_about_visits",
    "change",
    "end",
    "not_now",
    "note_call",
    "plan_visit",
    "prepare",
    "prepare_with_a_yes",
    "report",
]
