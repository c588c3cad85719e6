"""My plan on paper: everything somebody has online, with what to do by phone beside it."""

from dataclasses import dataclass

from kith.access.permissions import Permission
from kith.conversations import queries as conversations
from kith.conversations.models import Asked, Meeting
from kith.conversations.queries import Agreed, before
from kith.design import phones
from kith.design.looks import CHOICES
from kith.goals import queries as goals
from kith.goals.models import Goal, Result, Role, Step, Wish
from kith.introductions import queries as introductions
from kith.introductions.models import Introduction, Report
from kith.introductions.states import state_words
from kith.introductions.wording import first_name, when_words
from kith.local_knowledge.listings import facts_of
from kith.people import queries as people
from kith.people.audience import who_opens

MOST_PLACES, MOST_WISHES = 6, 3
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
    next_step: Step | None
    goals: list[GoalOnPaper]
    wishes: list[Wish]
    asked: list[Asked]
    promises: list[Step]
    places: list[PlaceOnPaper]
    last: Meeting | None
    agreed: Agreed | None
    decided: list[str]
    reached: Reached
    seen_by: str
    reads_goals: bool
    reads_introductions: bool


def size_for(individual) -> str:
    """How large they like things printed."""
    chosen = individual.user.look.get("paper", "") if individual.user else ""
    return chosen if chosen in CHOICES["paper"] else ""


def paper_of(individual, may: frozenset[Permission] | None = None) -> Paper:
    """The plan as the individual may read it; or, with `may`, what of it somebody else may read."""
    may = EVERYTHING if may is None else may
    reads_goals, reads_places = Permission.READ_GOALS in may, Permission.READ_INTRODUCTIONS in may
    planned = conversations.next_meeting(individual)
    promised = goals.promises_on_both_sides(individual) if reads_goals else None
    in_play = goals.goals_in_play(individual) if reads_goals else []
    told = {goal.activity_id for goal in in_play}
    last = _last(individual) if Permission.READ_SHARED_NOTE in may else None
    return Paper(
        next=planned,
        how_long=before.how_long(before.minutes_of(planned)) if planned and planned.day else "",
        next_step=goals.soonest(promised["individual"].open) if promised else None,
        goals=[_goal(each) for each in in_play],
        wishes=goals.wishes_of(individual)[:MOST_WISHES] if reads_goals else [],
        asked=_asked(individual) if Permission.WRITE_REQUESTS in may else [],
        promises=promised["worker"].open if promised else [],
        places=_places(individual, told) if reads_places else [],
        last=last,
        agreed=conversations.agreed_in(last) if last else None,
        decided=_decided(last),
        reached=_reached(individual),
        seen_by=_seen_by(individual),
        reads_goals=reads_goals,
        reads_introductions=reads_places,
    )


def _seen_by(individual) -> str:
    """Who opens this page; and who was let in to see of it no more than the goals."""
    more, goals_too = (people.let_in_to_see(individual, row) for row in ("meetings", "goals"))
    only = [user.first_name for user in goals_too if user not in more]
    opens = who_opens(Permission.READ_MEETINGS, individual)
    return f"{opens} {' and '.join(only)} can see your goals." if only else opens


def _last(individual) -> Meeting | None:
    found = individual.meetings.filter(state=Meeting.State.HELD).first()
    return conversations.meeting_of(individual, found.public_id) if found else None


def _decided(meeting: Meeting | None) -> list[str]:
    """Only once it was shown to the individual."""
    return [each.words for each in meeting.decisions.all()[:SHORT]] if meeting and meeting.shown_at else []


def _goal(goal: Goal) -> GoalOnPaper:
    """What the worker does stands under what they will do. A time that the goal says is not said again."""
    still = [step for step in goal.steps_in_order if not step.is_done and step.owner != Role.WORKER]
    facts = _of_place(goal.activity) if goal.activity else []
    facts = [fact for fact in facts if fact[0] != "When" or not goal.when_words]
    return GoalOnPaper(goal, still, facts, next(iter(goal.latest_results), None))


def _asked(individual) -> list[Asked]:
    """What waits for an answer, and what was answered since they last met."""
    return [each for each in before.asked_lately(individual) if each.words][:MOST_WISHES]


def _places(individual, told: set[int | None]) -> list[PlaceOnPaper]:
    """`told`: of these activities the goals have told everything already."""
    found = introductions.introductions_of(individual)[:MOST_PLACES]
    going_on = [each for each in found if not introductions.has(each, Report.Kind.ENDED)]
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
    return [*facts, ("Ring them", number)] if number else facts


def _reached(individual) -> Reached:
    worker = people.worker_of(individual)
    number = phones.as_people_write(worker.phone) if worker and worker.phone else ""
    team = individual.team.reached_at if individual.team else ""
    return Reached(worker.first_name if worker else "your worker", number, team)
