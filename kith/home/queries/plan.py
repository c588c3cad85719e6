"""My plan: the individual's own page, the next small step on top."""

from dataclasses import dataclass
from datetime import timedelta

from kith.access import clock
from kith.conversations import queries as conversations
from kith.conversations.models import Asked, Meeting
from kith.conversations.queries import before as asking
from kith.goals import queries as goals
from kith.goals.charts import chart_of
from kith.goals.models import Goal, Result, Step, Wish
from kith.introductions import queries as introductions
from kith.introductions.states import state_words
from kith.messaging import queries as messaging
from kith.messaging.models import Ask, Message
from kith.messaging.queries import asking as questions
from kith.people import queries as people


@dataclass(frozen=True)
class Aim:
    """A goal with results: the best of the latest, and the line where it is wanted."""

    goal: Goal
    best: Result
    chart: object | None


@dataclass(frozen=True)
class Plan:
    """What stands on My plan."""

    next_step: Step | None
    goal_question: goals.Question | None
    visit_question: object | None
    goals: list[Goal]
    aims: list[Aim]
    to_agree: list
    visits: list
    introductions: list[tuple[object, str]]
    called_off: Meeting | None
    next: Meeting | None
    to_look_at: Meeting | None
    promises: list[Step]
    worker: object | None
    asked: list[Asked]
    wishes: list[Wish]
    is_asking_sooner: bool
    from_team: Message | None
    resting: list[Ask]

    @property
    def hard_just_now(self) -> list[Goal]:
        """Goals with two times “not this time” behind them: something else is offered."""
        return [goal for goal in self.goals if goals.offers_something_smaller(goal)]

    @property
    def other_goals(self) -> list[Goal]:
        """Goals that have no results to draw."""
        drawn = {aim.goal.pk for aim in self.aims}
        return [goal for goal in self.goals if goal.pk not in drawn]


def plan_of(individual) -> Plan:
    """My plan, in a fixed number of looks. One question at a time: a first visit before a weekly one."""
    today = clock.today()
    promised = goals.promises_on_both_sides(individual, since=today)
    visit = introductions.question_for(individual, today)
    noted = conversations.unanswered_notes(individual)
    planned = conversations.next_meeting(individual)
    found = list(introductions.introductions_of(individual)[:12])
    in_play = goals.goals_in_play(individual)
    asked = asking.asked_lately(individual)
    return Plan(
        next_step=goals.soonest(promised["individual"].open),
        goal_question=None if visit else goals.question_among(in_play, today),
        visit_question=visit,
        goals=in_play,
        aims=[_aim(goal) for goal in in_play if any(result.number for result in goal.latest_results)],
        to_agree=[each for each in found if introductions.waits_for_yes(each)],
        visits=[each for each in found if each.first_visit_on and each.first_visit_on >= today and each.share_id],
        introductions=[(each, state_words(each, to_individual=True)) for each in found[:4]],
        called_off=None if planned else conversations.called_off(individual, today),
        next=planned,
        to_look_at=noted[0] if noted else None,
        promises=promised["worker"].open,
        worker=people.worker_of(individual),
        asked=[each for each in asked if _is_news(each)],
        wishes=list(individual.wishes.filter(put_away_on__isnull=True)[:2]),
        from_team=messaging.latest_for(individual, clock.now() - timedelta(days=14)),
        resting=questions.resting(individual),
        is_asking_sooner=any(each.kind == Asked.Kind.SOONER and not each.answered_at for each in asked),
    )


def _is_news(asked: Asked) -> bool:
    """It waits for an answer, or was answered in the last two weeks."""
    return asked.answered_at is None or asked.answered_at > clock.now() - timedelta(days=14)


def _aim(goal: Goal) -> Aim:
    """The shortest time, or the highest number, of the latest results."""
    sized = [result for result in goal.latest_results if result.number is not None]
    pick = min if goal.measured_in == Goal.Measure.TIME else max
    return Aim(goal, pick(sized, key=lambda result: result.number), chart_of(goal))
