"""My plan: the individual's own page, the next small step on top."""

from dataclasses import dataclass

from kith.access import clock
from kith.conversations import queries as conversations
from kith.conversations.models import Meeting
from kith.goals import queries as goals
from kith.goals.models import Goal, Step
from kith.introductions import queries as introductions
from kith.introductions.states import state_words
from kith.people import queries as people


@dataclass(frozen=True)
class Plan:
    """What stands on My plan."""

    next_step: Step | None
    goal_question: goals.Question | None
    visit_question: object | None
    goals: list[Goal]
    introductions: list[tuple[object, str]]
    next: Meeting | None
    to_look_at: Meeting | None
    promises: list[Step]
    worker: object | None


def plan_of(individual) -> Plan:
    """My plan, in a fixed number of looks. One question at a time: a first visit before a weekly one."""
    today = clock.today()
    visit = introductions.question_for(individual, today)
    noted = conversations.unanswered_notes(individual)
    return Plan(
        next_step=goals.next_step(individual),
        goal_question=None if visit else goals.question_for(individual, today),
        visit_question=visit,
        goals=goals.goals_in_play(individual),
        introductions=_with_state(individual, most=4),
        next=conversations.next_meeting(individual),
        to_look_at=noted[0] if noted else None,
        promises=goals.promises(individual, "worker").open,
        worker=people.worker_of(individual),
    )


def _with_state(individual, most: int) -> list[tuple[object, str]]:
    """The newest introductions, each with where it stands."""
    found = introductions.introductions_of(individual)[:most]
    return [(each, state_words(each, to_individual=True)) for each in found]
