"""The goals themselves, with what a page needs to show them."""

from django.db.models import Case, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from kith.access.alongside import alongside, each_with
from kith.access.kept import kept
from kith.access.one import the_one
from kith.people.models import Individual

from .. import rules
from ..models import CheckIn, EntryMove, Goal, Helper, Result, Rewording, Step

LATEST = 12
FEW_HELPERS = 3
STATE_ORDER = (Goal.State.IN_PLAY, Goal.State.PAUSED, Goal.State.REACHED, Goal.State.LET_GO)


def goals_in_play(individual: Individual, *, with_steps: bool = True) -> list[Goal]:
    """The one to three goals going on, oldest first, each with `steps_in_order`, `latest_results`
    and `latest_check_ins` (at most 12 each, latest first). Four looks; three without their steps, and then with
    no more of what stands behind them than its name."""
    if with_steps:
        return _with_everything(individual.goals.filter(state=Goal.State.IN_PLAY))
    return _with_what_was_told(_names_in_play(individual))


@kept
def _names_in_play(individual: Individual) -> QuerySet[Goal]:
    in_play = individual.goals.filter(state=Goal.State.IN_PLAY)
    return alongside(in_play, activity=("public_id", "name"))


def words_in_play(individual: Individual) -> list[str]:
    """What they are about now, in its own words, and nothing of how it goes. One look."""
    return list(individual.goals.filter(state=Goal.State.IN_PLAY).values_list("words", flat=True))


def names_in_play(individual: Individual) -> list[tuple[str, str]]:
    """The same, each behind its public id, to choose from. One look."""
    return list(individual.goals.filter(state=Goal.State.IN_PLAY).values_list("public_id", "words"))


def all_goals(individual: Individual) -> list[Goal]:
    """Every goal: going on, paused, reached, let go; with the same lists as `goals_in_play`. Four looks."""
    places = [When(state=state, then=Value(place)) for place, state in enumerate(STATE_ORDER)]
    place = Case(*places, output_field=IntegerField())
    return _with_everything(individual.goals.order_by(place, "set_on", "pk"))


def are_three_going(individual: Individual) -> bool:
    """Whether one goal has to pause before another can begin. One look."""
    return rules.cannot_play_another(individual) is not None


def goals_to_pause(individual: Individual) -> list[Goal]:
    """When three are going on, those three: one can pause to make room. [] while there is room. One look, or two."""
    if not are_three_going(individual):
        return []
    return list(individual.goals.filter(state=Goal.State.IN_PLAY).select_related("activity"))


def goal_called(individual: Individual, public_id: str) -> Goal | None:
    """This goal of this individual, with the same lists as `goals_in_play`."""
    return the_one(_with_everything(individual.goals.filter(public_id=public_id)))


def best_result(goal: Goal) -> Result | None:
    """The shortest time, or the highest number, ever; the first of equals. None for words."""
    if goal.measured_in not in (Goal.Measure.TIME, Goal.Measure.NUMBER):
        return None
    order = "number" if goal.measured_in == Goal.Measure.TIME else "-number"
    return goal.results.filter(number__isnull=False, taken_back_at__isnull=True).order_by(order, "on", "pk").first()


def rewordings_of(goal: Goal) -> list[Rewording]:
    """How the goal was put before, latest change first, with who changed it and whose words it was in."""
    return list(goal.rewordings.select_related("changed_by", "old_recorded_by"))


def entry_moves_of(goal: Goal) -> list[EntryMove]:
    """How they moved towards a day to take part in, latest first, with who wrote it down."""
    return list(goal.entry_moves.select_related("recorded_by"))


def helpers_with(goal, everybody: list[Helper] | None = None) -> list[Helper]:
    """Everybody besides the worker who lends a hand with this goal or one of its steps, by name; those who help
    with the whole of it have `is_on_goal`, and each has the open `steps_held`. `goal` comes with its
    `steps_in_order`. One look, or none with `everybody` of `helpers_for`."""
    helping = {step.helper_id: step.helper for step in goal.steps_in_order if step.helper_id}
    for helper in helpers_for(goal) if everybody is None else everybody:
        if not helper.is_on_goal:
            continue
        helping[helper.pk] = helper
    held = [step for step in goal.steps_in_order if not step.is_done]
    for helper in helping.values():
        helper.steps_held = [step for step in held if step.helper_id == helper.pk]
    return sorted(helping.values(), key=lambda helper: helper.name)


def helpers_for(goal: Goal) -> list[Helper]:
    """Everybody who lends a hand, by name; `is_on_goal` is whether they help with the whole of this goal. One look."""
    on_goal = Goal.helpers.through.objects.filter(goal=goal, helper=OuterRef("pk"))
    return list(goal.individual.helpers.annotate(is_on_goal=Exists(on_goal)))


def who_could_go_along(individual: Individual, goal: Goal | None) -> list[Helper]:
    """At most three: the helpers of this goal and its steps, or any helper where there is no goal. One look."""
    of_goal = Q() if goal is None else Q(goals=goal) | Q(steps__goal=goal)
    return list(individual.helpers.filter(of_goal).distinct()[:FEW_HELPERS])


def helpers_of(individual: Individual) -> list[Helper]:
    """Everybody who lends a hand, by name."""
    return list(individual.helpers.all())


def helper_called(individual: Individual, public_id: str) -> Helper | None:
    """This helper of this individual."""
    return individual.helpers.filter(public_id=public_id).first()


def that_count() -> QuerySet[CheckIn]:
    """Check-ins without those that a later one on the same day took the place of. What the individual
    told and what a worker told never take each other's place: both stand."""
    same_lane = {name: OuterRef(name) for name in ("goal", "on", "typed_by_individual")}
    later = CheckIn.objects.filter(pk__gt=OuterRef("pk"), **same_lane)
    return alongside(CheckIn.objects.filter(~Exists(later)), recorded_by=("public_id", "name")).order_by("-on", "-pk")


def results_that_stand() -> QuerySet[Result]:
    """Results without those that were taken back, each with who wrote it down."""
    return alongside(Result.objects.filter(taken_back_at__isnull=True), recorded_by=("public_id", "name"))


def result_called(goal: Goal, public_id: str) -> Result | None:
    """This result of this goal, taken back or not."""
    return goal.results.select_related("goal__individual").filter(public_id=public_id).first()


def _with_everything(goals: QuerySet[Goal]) -> list[Goal]:
    steps = Step.objects.select_related("helper").order_by("position", "pk")
    around = ("activity", "direction", "recorded_by", "wants_to_hear", "option__wish")
    in_order = Prefetch("steps", steps, to_attr="steps_in_order")
    return _with_what_was_told(list(goals.select_related(*around).prefetch_related(in_order)))


def _with_what_was_told(goals: list[Goal]) -> list[Goal]:
    each_with(goals, "latest_results", _latest_results(goals) if goals else [], "goal")
    each_with(goals, "latest_check_ins", _latest_check_ins(goals) if goals else [], "goal")
    return goals


@kept
def _latest_results(goals: list[Goal]) -> QuerySet[Result]:
    return _latest_of_each(results_that_stand(), goals)


@kept
def _latest_check_ins(goals: list[Goal]) -> QuerySet[CheckIn]:
    return _latest_of_each(that_count(), goals)


def _latest_of_each(found: QuerySet, goals: list[Goal]) -> QuerySet:
    nth = Window(RowNumber(), partition_by="goal", order_by=("-on", "-pk"))
    return found.filter(goal__in=goals).annotate(nth=nth).filter(nth__lte=LATEST).order_by("-on", "-pk")
