"""My plan on paper: everything somebody has online, with what to do by phone beside it."""

from dataclasses import dataclass

from kith.access.permissions import Permission
from kith.conversations import queries as conversations
from kith.conversations.models import Meeting
from kith.conversations.queries import Agreed, before
from kith.design import phones
from kith.goals import queries as goals
from kith.goals.models import Goal, Step
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction, Report
from kith.introductions.states import state_words
from kith.introductions.wording import first_name, when_words
from kith.local_knowledge.listings import facts_of
from kith.people import queries as people
from kith.people.audience import who_sees

MOST_PLACES = 6
SHORT = 5  # things agreed, told on paper
OF_A_PLACE = ("When", "Not on", "Where", "Getting there", "Cost", "Getting in", "Who says hello")
EVERYTHING = frozenset(Permission)

Facts = list[tuple[str, str]]


@dataclass(frozen=True)
class GoalOnPaper:
    """A goal, its steps that are still open, and where it is."""

    goal: Goal
    steps: list[Step]
    facts: Facts


@dataclass(frozen=True)
class PlaceOnPaper:
    """An introduction, where it stands, and what there is to know of the place."""

    name: str
    state: str
    facts: Facts


@dataclass(frozen=True)
class Reached:
    """How to reach somebody between meetings. `to_ring` is a number, `team` the team's own words."""

    name: str
    to_ring: str
    team: str


@dataclass(frozen=True)
class Paper:
    """What stands on the sheets. What whoever prints them may not read is not on them."""

    next: Meeting | None
    how_long: str
    next_step: Step | None
    goals: list[GoalOnPaper]
    promises: list[Step]
    places: list[PlaceOnPaper]
    last: Meeting | None
    agreed: Agreed | None
    decided: list[str]
    reached: Reached
    seen_by: str
    reads_goals: bool
    reads_introductions: bool


def paper_of(individual, may: frozenset[Permission] | None = None) -> Paper:
    """The plan as the individual may read it; or, with `may`, what of it somebody else may read."""
    may = EVERYTHING if may is None else may
    reads_goals, reads_places = Permission.READ_GOALS in may, Permission.READ_INTRODUCTIONS in may
    planned = conversations.next_meeting(individual)
    promised = goals.promises_on_both_sides(individual) if reads_goals else None
    last = _last(individual) if Permission.READ_SHARED_NOTE in may else None
    return Paper(
        next=planned,
        how_long=before.how_long(before.minutes_of(planned)) if planned and planned.day else "",
        next_step=goals.soonest(promised["individual"].open) if promised else None,
        goals=[_goal(each) for each in goals.goals_in_play(individual)] if reads_goals else [],
        promises=promised["worker"].open if promised else [],
        places=_places(individual) if reads_places else [],
        last=last,
        agreed=conversations.agreed_in(last) if last else None,
        decided=_decided(last),
        reached=_reached(individual),
        seen_by=who_sees("goals", individual, individual.user),
        reads_goals=reads_goals,
        reads_introductions=reads_places,
    )


def _last(individual) -> Meeting | None:
    found = individual.meetings.filter(state=Meeting.State.HELD).first()
    return conversations.meeting_of(individual, found.public_id) if found else None


def _decided(meeting: Meeting | None) -> list[str]:
    """Only once it was shown to the individual."""
    return [each.words for each in meeting.decisions.all()[:SHORT]] if meeting and meeting.shown_at else []


def _goal(goal: Goal) -> GoalOnPaper:
    still = [step for step in goal.steps_in_order if not step.is_done]
    return GoalOnPaper(goal, still, _of_place(goal.activity) if goal.activity else [])


def _places(individual) -> list[PlaceOnPaper]:
    found = introductions.introductions_of(individual)[:MOST_PLACES]
    return [_place(each) for each in found if not introductions.has(each, Report.Kind.ENDED)]


def _place(introduction: Introduction) -> PlaceOnPaper:
    """The agreed words of a host go before the listing's; what was agreed to bring comes last."""
    own = [
        ("First visit", when_words(introduction.first_visit_on, introduction.first_visit_time)),
        ("Look for", first_name(introduction.host_name) if introduction.host_name else ""),
        ("Bring", introduction.to_bring),
    ]
    told = [fact for fact in _of_place(introduction.activity) if not introduction.host_name or fact[0] != "Look for"]
    is_to_come = state_words(introduction).startswith("First visit")
    kept = [fact for fact in own if fact[1] and (is_to_come or fact[0] != "First visit")]
    state = state_words(introduction, to_individual=True)
    return PlaceOnPaper(introduction.activity.name, state, [*kept[:1], *told, *kept[1:]])


def _of_place(activity) -> Facts:
    """From the listing, with the number to ring and the first name alone of whoever says hello."""
    known = dict(facts_of(activity))
    facts = [(term, known[term]) for term in OF_A_PLACE if term in known]
    facts = [("Look for", first_name(words)) if term == "Who says hello" else (term, words) for term, words in facts]
    number = phones.as_people_write(activity.phone) if activity.phone else ""
    return [*facts, ("Ring them", number)] if number else facts


def _reached(individual) -> Reached:
    worker = people.worker_of(individual)
    number = phones.as_people_write(worker.phone) if worker and worker.phone else ""
    team = individual.team.reached_at if individual.team else ""
    return Reached(worker.first_name if worker else "your worker", number or team.partition(",")[0], team)
