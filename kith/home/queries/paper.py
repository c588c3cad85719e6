"""My plan on paper: everything somebody has online, with what to do by phone beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from kith.access.permissions import Permission
from kith.conversations import queries as conversations
from kith.conversations.models import Asked, Meeting
from kith.conversations.queries import before
from kith.conversations.queries.whom import sees_words
from kith.design import phones
from kith.goals import queries as goals
from kith.goals.models import Goal, Result, Role, Step
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction
from kith.introductions.states import state_words
from kith.introductions.wording import first_name, when_words
from kith.local_knowledge.freshness import freshness
from kith.local_knowledge.listings import facts_of
from kith.people import queries as people
from kith.people.audience import who_opens

MOST = 30  # of one kind: far more than anybody keeps, and a bound all the same
OF_A_PLACE = ("When", "Not on", "Where", "Getting there", "Cost", "Getting in", "Who says hello")
OF_ACTIVITIES = ("activity__times", "activity__place", "activity__organisation")  # what their facts are told from
EVERYTHING = frozenset(Permission)

Facts = list[tuple[str, str]]


class Listed(list):
    """As many as sheets of paper can bear, and how many `more` there are: nothing is left out without saying so."""

    def __init__(self, found: Iterable = ()) -> None:
        found = list(found)
        super().__init__(found[:MOST])
        self.more = len(found) - len(self)


@dataclass(frozen=True)
class GoalOnPaper:
    """A goal, its steps that are still open, and where it is."""

    goal: Goal
    steps: Listed
    facts: Facts
    last_result: Result | None


@dataclass(frozen=True)
class PlaceOnPaper:
    """An introduction, where it stands, and what there is to know of the place."""

    name: str
    state: str
    facts: Facts


@dataclass(frozen=True)
class Reached:
    """How to reach somebody between meetings. `own` is the worker's number, `team` the team's own words."""

    name: str
    own: str
    team: str

    @property
    def to_ring(self) -> str:
        """One number, to stand beside a thing."""
        return self.own or self.team.partition(",")[0]


@dataclass(frozen=True)
class Paper:
    """What stands on the sheets. What whoever prints them may not read is not on them."""

    next: Meeting | None
    how_long: str
    sees: str
    next_step: Step | None
    goals: list[GoalOnPaper]
    other_steps: Listed
    wishes: Listed
    asked: list[Asked]
    promises: Listed
    places: Listed
    last: Meeting | None
    agreed: Listed
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
    in_play = goals.goals_in_play(individual) if reads_goals else []
    prefetch_related_objects(in_play, *OF_ACTIVITIES)
    told = {goal.activity_id for goal in in_play}
    last = _last(individual) if Permission.READ_SHARED_NOTE in may else None
    return Paper(
        next=planned,
        how_long=before.how_long(before.minutes_of(planned)) if planned and planned.day else "",
        sees=sees_words(planned) if planned else "",
        next_step=goals.soonest(promised["individual"].open) if promised else None,
        goals=[_goal(each) for each in in_play],
        other_steps=Listed(_of_no_goal(promised) if promised else ()),
        wishes=Listed(goals.wishes_of(individual) if reads_goals else ()),
        asked=_asked(individual) if Permission.WRITE_REQUESTS in may else [],
        promises=Listed(promised["worker"].open if promised and not individual.moved_on_at else ()),
        places=Listed(_places(individual, told) if reads_places else ()),
        last=last,
        agreed=Listed(_agreed(last) if last else ()),
        reached=_reached(individual),
        seen_by=_seen_by(individual),
        reads_goals=reads_goals,
        reads_introductions=reads_places,
    )


def _seen_by(individual) -> str:
    """Who opens this page; and who was let in to see of it no more than the goals."""
    let_in = [user.first_name for user in people.let_in_to_see(individual, "goals")]
    opens = who_opens(Permission.READ_MEETINGS, individual)
    return f"{opens} {' and '.join(let_in)} can see your goals." if let_in else opens


def _last(individual) -> Meeting | None:
    found = individual.meetings.filter(state=Meeting.State.HELD).first()
    return conversations.meeting_of(individual, found.public_id) if found else None


def _agreed(meeting: Meeting) -> list[str]:
    """In words. What was decided only once it was shown to the individual."""
    agreed = conversations.agreed_in(meeting)
    return [
        *([each.words for each in meeting.decisions.all()] if meeting.shown_at else []),
        *(goal.words for goal in agreed.goals),
        *(f"{step.words} (done)" if step.is_done else step.words for step in agreed.steps),
        *(introduction.activity.name for introduction in agreed.introductions),
    ]


def _of_no_goal(promised) -> list[Step]:
    """Small steps that stand by themselves, but the one that is next."""
    soonest = goals.soonest(promised["individual"].open)
    theirs = [*promised["individual"].open, *promised["helper"].open]
    return [step for step in theirs if step.goal_id is None and step != soonest]


def _goal(goal: Goal) -> GoalOnPaper:
    """What the worker does stands under what they will do. A time that the goal says is not said again."""
    still = [step for step in goal.steps_in_order if not step.is_done and step.owner != Role.WORKER]
    facts = _of_place(goal.activity) if goal.activity else []
    facts = [fact for fact in facts if fact[0] != "When" or not goal.when_words]
    return GoalOnPaper(goal, Listed(still), facts, next(iter(goal.latest_results), None))


def _asked(individual) -> list[Asked]:
    """What waits for an answer, and what was answered since they last met."""
    return [each for each in before.asked_lately(individual) if each.words]


def _places(individual, told: set[int | None]) -> list[PlaceOnPaper]:
    """`told`: of these activities the goals have told everything already."""
    found = introductions.introductions_of(individual).prefetch_related(*OF_ACTIVITIES)
    going_on = [each for each in found if not introductions.is_over(each)]
    return [_place(each, is_told=each.activity_id in told) for each in going_on]


def _place(introduction: Introduction, *, is_told: bool) -> PlaceOnPaper:
    """What was agreed with them goes before what the listing says."""
    own = [
        ("First visit", when_words(introduction.first_visit_on, introduction.first_visit_time)),
        ("Look for", first_name(introduction.host_name) if introduction.host_name else ""),
        ("Bring", introduction.to_bring),
    ]
    listed = [] if is_told else _of_place(introduction.activity)
    told = [fact for fact in listed if not introduction.host_name or fact[0] != "Look for"]
    is_to_come = state_words(introduction).startswith("First visit")
    kept = [fact for fact in own if fact[1] and (is_to_come or fact[0] != "First visit")]
    state = state_words(introduction, to_individual=True)
    return PlaceOnPaper(introduction.activity.name, state, [*kept, *told])


def _of_place(activity) -> Facts:
    """From the listing, with the number to ring and the first name alone of whoever says hello."""
    known = dict(facts_of(activity))
    facts = [(term, known[term]) for term in OF_A_PLACE if term in known]
    facts = [("Look for", first_name(words)) if term == "Who says hello" else (term, words) for term, words in facts]
    number = phones.as_people_write(activity.phone) if activity.phone else ""
    facts.append(("How fresh this is", freshness(activity)[0]))
    return [*facts, ("Ring them", number)] if number else facts


def _reached(individual) -> Reached:
    worker = people.worker_of(individual)
    number = phones.as_people_write(worker.phone) if worker and worker.phone else ""
    team = individual.team.reached_at if individual.team else ""
    return Reached(worker.first_name if worker else "your worker", number, team)
