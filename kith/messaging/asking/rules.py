"""When somebody cannot be asked like that, and why."""

from datetime import time

from kith.design.telling import clock_words
from kith.goals.models import Goal
from kith.messaging.models import Ask, Question
from kith.people.models import Individual
from kith.people.polite import FROM, UNTIL
from kith.people.reaching import reached_at


def cannot_ask_about(goal: Goal) -> str | None:
    """Only something regular can be asked about each time."""
    if not goal.is_commitment:
        return "This has one day. You can be asked about it afterwards, under reminders."
    return None if goal.is_in_play else "This goal is not going on now, so nothing is asked about it."


def cannot_ask_on(weekdays: list[int], goal: Goal) -> str | None:
    if not weekdays and goal.weekday is None:
        return "Please choose at least one day."
    return None if all(day in range(7) for day in weekdays) else "Please choose from these days."


def cannot_ask_at(when: str, at_time: time | None) -> str | None:
    """A question comes by day."""
    if when != Ask.When.TIME:
        return None
    if at_time is None:
        return "Please write the time, like 4pm."
    if FROM <= at_time < UNTIL:
        return None
    return f"Kith writes between {clock_words(FROM)} and {clock_words(UNTIL)}. Please choose a time in between."


def cannot_ask_by(channel: str, individual: Individual) -> str | None:
    """There has to be somewhere to write to."""
    if channel not in Ask.Channel.values:
        return "Please choose one of these ways."
    has_address = bool(reached_at(individual, channel)[1])
    return None if has_address else "There is no address or number for this yet. Please choose another way."


def cannot_answer(question: Question) -> str | None:
    """Only what was asked can be answered."""
    is_asked = question.state == Question.State.ASKED
    return None if is_asked else "There is nothing to answer here any more."
