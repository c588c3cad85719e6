"""What to ask the individual, gently: did you go, and would something smaller suit better?"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max
from django.utils import timezone

from kith.access import clock
from kith.design.telling import clock_words
from kith.people.models import Individual

from ..models import Goal

WEEK = 7
FEW = 3


@dataclass(frozen=True)
class Question:
    """Did you go? Asked about one goal and one day."""

    goal: Goal
    day: date

    @property
    def words(self) -> str:
        """“Kick-boxing, Thursday 6:30pm”; a weekday that is in the name is not said twice."""
        name, weekday = self.goal.name, self.goal.get_weekday_display()
        said = "" if weekday.casefold() in name.casefold() else weekday
        when = f"{said} {clock_words(self.goal.at_time)}".strip()
        return ", ".join(filter(None, [name, when]))


def question_for(individual: Individual, today: date) -> Question | None:
    """The latest expected day that nobody has spoken of yet, of any regular goal going on; never a day
    before the goal began or started again, nor a time still to come. Older days are let be. One look."""
    return _latest([_question(goal, goal.answered_on, today) for goal in _weekly(individual)])


def question_among(goals: list[Goal], today: date) -> Question | None:
    """The same, of goals that come with their `latest_check_ins`. No look."""
    weekly = [goal for goal in goals if goal.is_in_play and goal.weekday is not None]
    return _latest([_question(goal, _answered_on(goal), today) for goal in weekly])


def likely_day(goal: Goal, today: date) -> date:
    """The day a report is most likely about: the last such weekday that has been, or today."""
    return today if goal.weekday is None else _latest_day(goal, today)


def how_often(goal) -> str:
    """How it has been going lately, in a few calm words; "" when there is too little to say.
    `goal` comes with its `latest_check_ins`."""
    answers = _answers(goal)
    if len(answers) < FEW:
        return ""
    share = sum(answers) / len(answers)
    unit = "weeks" if goal.weekday is not None else "times"
    if share > 0.6:
        return f"Most {unit} lately."
    if share > 0.3:
        return f"Some {unit} lately."
    return "Now and then." if share > 0 else ""


def offers_something_smaller(goal) -> bool:
    """Whether the last two answers were “not this time”: then a pause or a smaller goal is offered."""
    last = _answers(goal)[:2]
    return goal.is_in_play and len(last) == 2 and not any(last)


def asks_how_it_turned_out(goal, today: date) -> bool:
    """Whether the day that was aimed for has been, and nobody has told of it yet.
    `goal` comes with its `latest_results`."""
    if not goal.is_in_play or goal.due_on is None or goal.due_on > today:
        return False
    return not any(result.on >= goal.due_on for result in goal.latest_results)


def _answers(goal) -> list[bool]:
    """One answer a day, latest first; where two accounts differ, the individual's own."""
    by_day: dict[date, bool] = {}
    for check_in in sorted(goal.latest_check_ins, key=lambda told: told.typed_by_individual):
        by_day[check_in.on] = check_in.went
    return [by_day[day] for day in sorted(by_day, reverse=True)]


def _weekly(individual: Individual):
    goals = individual.goals.filter(state=Goal.State.IN_PLAY, weekday__isnull=False)
    return goals.select_related("activity").annotate(answered_on=Max("check_ins__on"))


def _latest(asked: list[Question | None]) -> Question | None:
    return max((question for question in asked if question), key=lambda question: question.day, default=None)


def _answered_on(goal) -> date | None:
    return max((check_in.on for check_in in goal.latest_check_ins), default=None)


def _question(goal, answered_on: date | None, today: date) -> Question | None:
    day = _latest_day(goal, today)
    began = max(goal.set_on, goal.state_changed_on)
    is_answered = answered_on is not None and answered_on >= day
    return None if is_answered or day < began else Question(goal, day)


def _latest_day(goal, today: date) -> date:
    """The last such weekday that has been; today's counts once its time has come."""
    days_ago = (today.weekday() - goal.weekday) % WEEK
    if days_ago == 0 and _is_still_to_come(goal, today):
        days_ago = WEEK
    return today - timedelta(days=days_ago)


def _is_still_to_come(goal: Goal, today: date) -> bool:
    now = timezone.localtime(clock.now())
    return goal.at_time is not None and now.date() == today and now.time() < goal.at_time
