"""What can happen to an introduction."""

from .agreeing import agree, not_now, prepare_with_a_yes
from .answering import answer_about_visit, try_the_same_day, wish_for
from .asking import ask_about_visit, ask_about_visits
from .forms_of_theirs import add_their_form
from .preparing import change, plan_visit, prepare
from .reporting import end, note_call, report
from .resting import let_rest, let_rest_what_nobody_answers
from .telling import send_card
from .writing import answer_as_host, see_answer, send_message

__all__ = [
    "add_their_form",
    "agree",
    "answer_about_visit",
    "answer_as_host",
    "ask_about_visit",
    "ask_about_visits",
    "change",
    "end",
    "let_rest",
    "let_rest_what_nobody_answers",
    "not_now",
    "note_call",
    "plan_visit",
    "prepare",
    "prepare_with_a_yes",
    "report",
    "see_answer",
    "send_card",
    "send_message",
    "try_the_same_day",
    "wish_for",
]
