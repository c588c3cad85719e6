"""What can happen to an introduction."""

from .agreeing import agree, not_now, prepare_with_a_yes
from .answering import answer_about_visit, try_the_same_day, wish_for, write_smaller_step
from .asking import ask_about_some, ask_about_visits
from .asking_later import ask_if_still_going, ask_who_still_goes, choose_to_be_asked
from .calling_off import have_them_rung
from .forms_of_theirs import add_their_form, ask_how_a_listing_is_paid, ask_how_it_is_paid
from .from_place import say_full, say_what_to_expect
from .of_the_place import tell_of_the_place
from .passing_on import pass_on_beside, pass_on_words
from .preparing import change, plan_visit, prepare
from .reporting import end, note_call, report
from .resting import let_rest, let_rest_what_nobody_answers
from .roles import say_role
from .still_on import ask_still_on, ask_whether_still_on, know_it_is_off, ring_instead, tell_of_the_day
from .telling import send_card
from .writing import answer_as_host, note_their_answer, put_in_writing, see_answer, send_message

__all__ = [
    "add_their_form",
    "agree",
    "answer_about_visit",
    "answer_as_host",
    "ask_about_some",
    "ask_about_visits",
    "ask_how_a_listing_is_paid",
    "ask_how_it_is_paid",
    "ask_if_still_going",
    "ask_still_on",
    "ask_whether_still_on",
    "ask_who_still_goes",
    "change",
    "choose_to_be_asked",
    "end",
    "have_them_rung",
    "know_it_is_off",
    "let_rest",
    "let_rest_what_nobody_answers",
    "not_now",
    "note_call",
    "note_their_answer",
    "pass_on_beside",
    "pass_on_words",
    "plan_visit",
    "prepare",
    "prepare_with_a_yes",
    "put_in_writing",
    "report",
    "ring_instead",
    "say_full",
    "say_role",
    "say_what_to_expect",
    "see_answer",
    "send_card",
    "send_message",
    "tell_of_the_day",
    "tell_of_the_place",
    "try_the_same_day",
    "wish_for",
    "write_smaller_step",
]
