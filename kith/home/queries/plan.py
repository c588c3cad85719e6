"""My plan: the individual's own page, the next small step on top."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, QuerySet, Subquery, Value

from kith.access import clock
from kith.access.kept import kept
from kith.access.one import the_one
from kith.access.permissions import Permission
from kith.budget import coming
from kith.budget import queries as budget
from kith.conversations import queries as conversations
from kith.conversations.models import Asked, Meeting
from kith.conversations.queries import before as asking
from kith.conversations.queries.mirror import meetings_to_ask_after
from kith.goals import queries as goals
from kith.goals.charts import chart_of
from kith.goals.models import Goal, Helper, Result, Step
from kith.introductions import queries as introductions
from kith.introductions.asked_now import question_among
from kith.introductions.at_hand import names_in_short, with_reports
from kith.introductions.models import Introduction
from kith.introductions.roles import Saying, given_there, with_roles
from kith.introductions.states import state_words
from kith.messaging import queries as messaging
from kith.messaging.models import Ask, Message
from kith.messaging.queries import asking as questions
from kith.paperwork import queries as paperwork
from kith.paperwork.models import Edition
from kith.people.models import Relation, User
from kith.people.queries import live


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
    partnership: Relation | None
    asked: list[Asked]
    is_asking_sooner: bool
    from_team: Message | None
    resting: list[Ask]
    helpers: list[Helper]
    told: list[goals.Told]
    pages_to_agree: list[Helper]
    gives: list[Saying]
    forms: list[Edition]
    decided: str
    review: coming.Coming | None
    waits: str  # the same, of what waits for a second person here
    is_own: bool
    has_more_to_ask: bool

    @property
    def asks_gone_through(self) -> bool:
        """Whether to ask them, once, if anybody went through this way of working with them."""
        return self.is_own and self.has_more_to_ask and self.partnership is not None

    @property
    def worker(self) -> User | None:
        return self.partnership.user if self.partnership else None

    @property
    def hard_just_now(self) -> list[Goal]:
        """Goals with two times “not this time” behind them: something else is offered."""
        return [goal for goal in self.goals if goals.offers_something_smaller(goal)]

    @property
    def other_goals(self) -> list[Goal]:
        """Goals that have no results to draw."""
        drawn = {aim.goal.pk for aim in self.aims}
        return [goal for goal in self.goals if goal.pk not in drawn]


def plan_of(individual, may: frozenset[Permission] | None = None, *, is_own: bool = True) -> Plan:
    """My plan, in a fixed number of looks. With `may` only what of it this reader may read; what is said to the
    individual themselves is said about them to anybody else."""
    may = frozenset(Permission) if may is None else may
    return Plan(
        is_own=is_own,
        **_of_goals(individual, reads=Permission.READ_GOALS in may, is_own=is_own),
        **_of_places(individual, reads=Permission.READ_INTRODUCTIONS in may, is_own=is_own),
        **_of_meetings(individual, reads_notes=Permission.READ_SHARED_NOTE in may),
        **_of_words(individual, may),
        **_of_their_worker(individual, reads_letters=is_own and Permission.READ_BUDGET in may),
    )


def _of_goals(individual, *, reads: bool, is_own: bool) -> dict:
    """What they do, and what was promised about it. One question at a time: a first visit before a weekly one."""
    if not reads:
        nothing = ("goals", "aims", "promises", "resting", "helpers", "told", "pages_to_agree")
        return {"next_step": None, "goal_question": None} | {each: [] for each in nothing}
    promised = goals.promises_on_both_sides(individual, since=clock.today())
    in_play = goals.goals_in_play(individual, with_steps=False)
    return {
        "next_step": goals.soonest(promised["individual"].open),
        "goal_question": goals.question_among(in_play, clock.today()),
        "goals": in_play,
        "aims": [_aim(goal) for goal in in_play if any(result.number for result in goal.latest_results)],
        "promises": [] if individual.moved_on_at else promised["worker"].open,
        "resting": questions.resting(individual),
        **_of_helpers(individual, promised["helper"].open, is_own=is_own),
    }


def _of_helpers(individual, steps: list[Step], *, is_own: bool) -> dict:
    """Who lends a hand with what; and what waits for a look or a yes, which is said to the individual alone."""
    helpers = goals.helpers_holding(individual, steps)
    return {
        "helpers": helpers,
        "told": goals.first_told(helpers) if is_own else [],
        "pages_to_agree": [helper for helper in helpers if helper.waiting_page] if is_own else [],
    }


def _of_places(individual, *, reads: bool, is_own: bool) -> dict:
    """Where they are being introduced."""
    if not reads:
        return {"visit_question": None, "to_agree": [], "visits": [], "introductions": [], "gives": []}
    today = clock.today()
    found = with_reports(_introductions(individual))
    return {
        "visit_question": question_among(found, today),
        "to_agree": [each for each in found if introductions.waits_for_yes(each)],
        "visits": [each for each in found if _is_to_come(each, today)],
        "introductions": [(each, state_words(each, to_individual=is_own)) for each in _going_on_first(found)[:4]],
        "gives": given_there(found, to_individual=is_own),
    }


@kept
def _introductions(individual) -> QuerySet[Introduction]:
    return with_roles(names_in_short(individual))


def _going_on_first(found: list) -> list:
    """A place that ended takes no room from one where they belong."""
    return sorted(found, key=introductions.is_over)


def _is_to_come(introduction, today: date) -> bool:
    agreed = introduction.share_id and not introductions.is_over(introduction)
    return bool(agreed and introduction.first_visit_on and introduction.first_visit_on >= today)


def _of_meetings(individual, *, reads_notes: bool) -> dict:
    """When the two meet, and what was said that waits for a look."""
    noted = conversations.unanswered_notes(individual) if reads_notes else []
    planned = conversations.next_meeting(individual)
    asks = planned.asks_gone_through if planned else meetings_to_ask_after(individual).exists()
    return {
        "next": planned,
        "called_off": None if planned else conversations.called_off(individual, clock.today()),
        "to_look_at": noted[0] if noted else None,
        "has_more_to_ask": asks and not individual.moved_on_at,
    }


def _of_their_worker(individual, *, reads_letters: bool) -> dict:
    """Their own worker; and in the same look a letter about money, by its public id, that is news to them."""
    found = the_one(_partnership(individual, reads_letters))
    if found or not reads_letters:
        letters = (found.letter, found.waits) if found else ("", "")
    else:
        letters = (budget.to_be_read(individual).first(), budget.waiting_to_be_read(individual).first())
    review = coming.coming_review(found, clock.today()) if found and reads_letters else None
    letters_now = {"decided": letters[0] or "", "waits": letters[1] or ""}
    return {"partnership": found, "review": review} | letters_now


@kept
def _partnership(individual, reads_letters: bool) -> QuerySet[Relation]:
    partnerships = individual.relations.filter(live(clock.now()), kind=Relation.Kind.PARTNERSHIP)
    return partnerships.select_related("user").annotate(**_letters(reads_letters)).order_by("-starts_at")[:1]


def _letters(reads_letters: bool) -> dict:
    """Of the individual of each row: what was decided, what waits for a second person here, and what a coming review is
    reckoned from."""
    if not reads_letters:
        return {"letter": Value(""), "waits": Value("")}
    whose = OuterRef("individual")
    letters = {"letter": Subquery(budget.to_be_read(whose)), "waits": Subquery(budget.waiting_to_be_read(whose))}
    return letters | coming.to_reckon_from(whose, clock.today())


def _of_words(individual, may: frozenset[Permission]) -> dict:
    """What they asked and were told between meetings: nobody else's, though the rest of the page may be read."""
    asked = asking.asked_lately(individual) if Permission.WRITE_REQUESTS in may else []
    reads = Permission.READ_MESSAGES in may
    lately = clock.now() - timedelta(days=14)
    return {
        "asked": [each for each in asked if _is_news(each)],
        "is_asking_sooner": any(each.kind == Asked.Kind.SOONER and not each.answered_at for each in asked),
        "from_team": messaging.latest_for(individual, lately) if reads else None,
        "forms": paperwork.waiting_to_be_read(individual) if Permission.READ_FORMS in may else [],
    }


def _is_news(asked: Asked) -> bool:
    """It waits for an answer, or was answered in the last two weeks."""
    return asked.answered_at is None or asked.answered_at > clock.now() - timedelta(days=14)


def _aim(goal: Goal) -> Aim:
    """The shortest time, or the highest number, of the latest results."""
    sized = [result for result in goal.latest_results if result.number is not None]
    pick = min if goal.measured_in == Goal.Measure.TIME else max
    return Aim(goal, pick(sized, key=lambda result: result.number), chart_of(goal))
