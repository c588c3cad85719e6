"""A number for one's own goal, levels in one's own words, and which of them was reached."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions as goals
from kith.measures import actions, queries, rules
from kith.measures.charts import chart_of_attained
from kith.measures.models import Measure, Response

from .conftest import OFFICE, ours

LEVELS = ("I stay at home.", "I go once a month.", "I go every other week.", "I go every week.", "I help there.")


def read_by(cast, goal) -> tuple[list[int], list[int]]:
    """The numbers that the individual reads, and those that others read."""
    return tuple(
        [int(response.scores.all()[0].value) for response in queries.ratings_of(goal, is_own=is_own)]
        for is_own in (True, False)
    )


def test_only_the_number_for_a_goal_is_on_from_the_beginning(cast):
    assert [measure.title for measure in queries.measures_on(clock.today())] == ["How a goal is going, 0 to 10"]
    assert Measure.objects.count() == 5
    assert actions.bring_in_ours() == 0


@pytest.mark.shows("S84", "S88")
def test_a_number_and_words_are_kept_with_the_day(cast, boxing):
    rated = actions.rate(goal=boxing, value=7, words=" Better since Sam comes. ", by=cast.as_individual)
    assert (rated.value_of, rated.words, rated.on) == ({"rating": ("7",)}, "Better since Sam comes.", clock.today())
    assert (rated.typed_by_individual, rated.is_with_others, str(rated.scores.get())) == (True, True, "rating: 7")
    assert TrailEntry.objects.filter(what="goal rated", about=f"response {rated.public_id}").exists()
    assert read_by(cast, boxing) == ([7], [7])


def test_pressed_twice_is_one_press_and_another_number_is_another(cast, boxing):
    for value in (4, 4, 5):
        actions.rate(goal=boxing, value=value, by=cast.as_individual)
    assert read_by(cast, boxing)[0] == [5, 4]


@pytest.mark.parametrize("value", [-1, 11, 100])
def test_a_number_is_from_nought_to_ten(cast, boxing, value):
    with pytest.raises(Refused, match="numbers from 0 to 10"):
        actions.rate(goal=boxing, value=value, by=cast.as_individual)


def test_what_cannot_be_told_has_a_reason(cast, boxing):
    tomorrow = clock.today() + timedelta(days=1)
    for told, by, sentence in (
        ({"on": tomorrow}, cast.as_individual, "That day has not come yet."),
        ({"words": "x" * 2_001}, cast.as_individual, "That is a lot for one place."),
        ({"how": "together"}, cast.as_individual, "Please say whether you did this together"),
        ({"how": "own"}, cast.as_worker, "Please say whether you did this together"),
        ({"how": "together", "keeps": True}, cast.as_worker, "Only Tomos can choose that."),
    ):
        with pytest.raises(Refused, match=sentence):
            actions.rate(goal=boxing, value=5, by=by, **told)
    goals.let_go(goal=boxing, by=cast.as_individual)
    with pytest.raises(Refused, match="This goal was let go."):
        actions.rate(goal=boxing, value=5, by=cast.as_individual)
    assert not Response.objects.exists()


def test_switched_off_it_is_not_asked_and_what_was_said_stays(cast, boxing):
    actions.rate(goal=boxing, value=5, by=cast.as_individual)
    actions.switch_off(measure=ours("own-goal"), by=OFFICE)
    with pytest.raises(Refused, match="This is not in use here."):
        actions.rate(goal=boxing, value=6, by=cast.as_individual)
    assert read_by(cast, boxing) == ([5], [5])
    assert actions.bring_in_ours() == 0
    assert queries.own_rating(clock.today()) is None


def test_kept_to_oneself_nobody_else_reads_it_and_minds_can_change(cast, boxing):
    rated = actions.rate(goal=boxing, value=2, keeps=True, by=cast.as_individual)
    assert read_by(cast, boxing) == ([2], [])
    actions.let_others_see(response=rated, by=cast.as_individual)
    assert read_by(cast, boxing) == ([2], [2])
    actions.keep_to_oneself(response=rated, by=cast.as_individual)
    assert read_by(cast, boxing) == ([2], [])
    for choose in (actions.keep_to_oneself, actions.let_others_see):
        with pytest.raises(Refused, match="Only Tomos can choose that."):
            choose(response=rated, by=cast.as_worker)


def test_from_paper_the_individual_sees_it_first(cast, boxing):
    rated = actions.rate(goal=boxing, value=3, how="paper", by=cast.as_worker)
    assert read_by(cast, boxing) == ([3], [])
    assert list(queries.waiting_to_be_seen(cast.individual)) == [rated]
    actions.seen(response=rated, by=cast.as_individual)
    assert read_by(cast, boxing) == ([3], [3])
    assert not queries.waiting_to_be_seen(cast.individual).exists()


def test_what_was_said_is_taken_back_by_whose_it_is_and_never_deleted(cast, boxing):
    own = actions.rate(goal=boxing, value=3, by=cast.as_individual)
    typed = actions.rate(goal=boxing, value=4, how="paper", by=cast.as_worker)
    with pytest.raises(Refused, match="Only Tomos can take this back."):
        actions.withdraw(response=own, by=cast.as_worker)
    actions.withdraw(response=typed, by=cast.as_worker)
    actions.withdraw(response=own, by=cast.as_individual)
    assert read_by(cast, boxing) == ([], [])
    assert Response.objects.filter(withdrawn_by=cast.user).count() == 1
    with pytest.raises(Refused, match="This was taken back."):
        actions.let_others_see(response=own, by=cast.as_individual)
    actions.rate(goal=boxing, value=3, by=cast.as_individual)
    assert read_by(cast, boxing) == ([3], [3])


def test_others_take_back_only_what_they_typed_in_and_nobody_has_seen(cast, boxing):
    waits = actions.rate(goal=boxing, value=4, how="paper", by=cast.as_worker)
    together = actions.rate(goal=boxing, value=5, how="together", by=cast.as_worker)
    assert rules.cannot_withdraw(waits, is_own=False, typed_it=False) == "Only Tomos can take this back."
    assert rules.cannot_withdraw(waits, is_own=False, typed_it=True) is None
    with pytest.raises(Refused, match="Only Tomos can take this back."):
        actions.withdraw(response=together, by=cast.as_worker)
    actions.seen(response=waits, by=cast.as_individual)
    with pytest.raises(Refused, match="Only Tomos can take this back."):
        actions.withdraw(response=waits, by=cast.as_worker)
    for response in (waits, together):
        actions.withdraw(response=response, by=cast.as_individual)
    assert read_by(cast, boxing) == ([], [])


@pytest.mark.parametrize("first", [True, False])
def test_only_me_pressed_after_it_was_open_leaves_nothing_open(cast, boxing, first):
    actions.rate(goal=boxing, value=7, keeps=first, by=cast.as_individual)
    actions.rate(goal=boxing, value=7, keeps=True, by=cast.as_individual)
    assert read_by(cast, boxing) == ([7], [])
    kept = actions.rate(goal=boxing, value=7, by=cast.as_individual)
    assert kept.is_with_others and read_by(cast, boxing) == ([7, 7], [7])


def test_on_paper_and_together_are_two(cast, boxing):
    actions.rate(goal=boxing, value=7, how="together", by=cast.as_worker)
    waits = actions.rate(goal=boxing, value=7, how="paper", by=cast.as_worker)
    assert (waits.seen_at, read_by(cast, boxing)) == (None, ([7, 7], [7]))


def test_nobody_else_says_how_it_is_going(cast, boxing):
    with pytest.raises(NotPermitted):
        actions.rate(goal=boxing, value=3, how="together", by=cast.as_stranger)


def test_levels_are_set_first_and_others_are_another_version(cast, boxing, attainment):
    with pytest.raises(Refused, match="Nobody has written what the five levels"):
        actions.reach(goal=boxing, level=0, by=cast.as_individual)
    first = actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    assert actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual) == first
    reached = actions.reach(goal=boxing, level=1, by=cast.as_individual)
    assert reached.scale.words_of(1) == "I go every week."
    assert queries.attained(cast.individual, is_own=True).number == 60
    second = actions.set_levels(goal=boxing, levels=(*LEVELS[:4], "I lead it."), by=cast.as_individual)
    assert (first.number, second.number, queries.scale_of(boxing)) == (1, 2, second)
    reached.refresh_from_db()
    assert reached.scale == first
    now = queries.attained(cast.individual, is_own=True)
    assert (now.number, now.left_out) == (None, (boxing,))


def test_a_day_before_the_levels_cannot_be_told_of(cast, boxing, attainment):
    actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    with pytest.raises(Refused, match="These levels were written after that day."):
        actions.reach(goal=boxing, level=1, on=date(2026, 9, 2), by=cast.as_individual)
    with pytest.raises(Refused, match="Please choose one of the five."):
        actions.reach(goal=boxing, level=3, by=cast.as_individual)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"levels": LEVELS[:4]}, "each of the five"),
        ({"levels": (*LEVELS[:4], " ")}, "each of the five"),
        ({"levels": (*LEVELS[:4], "x" * 301)}, "fewer words"),
        ({"levels": LEVELS, "weight": 101}, "from 0 to 100"),
        ({"levels": LEVELS, "weight": -1}, "from 0 to 100"),
    ],
)
def test_levels_are_five_and_short(cast, boxing, attainment, told, sentence):
    with pytest.raises(Refused, match=sentence):
        actions.set_levels(goal=boxing, by=cast.as_individual, **told)


def test_a_goal_of_which_nothing_was_said_is_left_out_and_told(cast, boxing, attainment):
    walk = goals.set_goal(individual=cast.individual, kind="commitment", words="Walk", weekday=1, by=cast.as_individual)
    assert queries.attained(cast.individual, is_own=True).number is None
    for goal in (boxing, walk):
        actions.set_levels(goal=goal, levels=LEVELS, by=cast.as_individual)
    actions.reach(goal=boxing, level=1, by=cast.as_individual)
    now = queries.attained(cast.individual, is_own=True)
    assert (now.number, [each.goal for each in now.reached], now.left_out) == (60, [boxing], (walk,))
    actions.reach(goal=walk, level=0, by=cast.as_individual)
    now = queries.attained(cast.individual, is_own=True)
    assert (now.number, now.left_out) == (Decimal("56.20"), ())
    assert now.before == ((clock.today(), Decimal("56.20")),)
    with clock.at(clock.now() + timedelta(days=30)):
        actions.reach(goal=walk, level=1, by=cast.as_individual)
    now = queries.attained(cast.individual, is_own=True)
    assert [number for _, number in now.before] == [Decimal("56.20"), Decimal("62.40")]
    assert [dot.words for dot in chart_of_attained(now.before).dots] == ["56.2", "62.4"]
    goals.let_go(goal=walk, by=cast.as_individual)
    assert queries.attained(cast.individual, is_own=True).number == 60


def months_later(months: int) -> clock.at:
    return clock.at(clock.now() + timedelta(days=30 * months))


def test_what_changes_later_leaves_the_numbers_of_before_as_they_were(cast, boxing, attainment):
    walk = goals.set_goal(individual=cast.individual, kind="commitment", words="Walk", weekday=1, by=cast.as_individual)
    for goal in (boxing, walk):
        actions.set_levels(goal=goal, levels=LEVELS, by=cast.as_individual)
        actions.reach(goal=goal, level=0, by=cast.as_individual)
    with months_later(1):
        actions.reach(goal=boxing, level=1, by=cast.as_individual)
    with months_later(2):
        actions.set_levels(goal=boxing, levels=LEVELS, weight=3, by=cast.as_individual)
        actions.reach(goal=walk, level=1, by=cast.as_individual)  # nothing was said of boxing with its new weight yet
    with months_later(3):
        actions.reach(goal=boxing, level=1, by=cast.as_individual)
    with months_later(4):
        goals.let_go(goal=walk, by=cast.as_individual)
    with months_later(5):
        actions.reach(goal=boxing, level=2, by=cast.as_individual)
        now = queries.attained(cast.individual, is_own=True)
    assert [float(number) for _, number in now.before] == [50, 56.2, 60, 61.64, 70]
    assert (now.number, [each.goal for each in now.reached]) == (70, [boxing])


def test_where_no_goal_counts_the_reason_stands_instead(cast, boxing, attainment):
    actions.set_levels(goal=boxing, levels=LEVELS, weight=0, by=cast.as_individual)
    actions.reach(goal=boxing, level=1, by=cast.as_individual)
    now = queries.attained(cast.individual, is_own=True)
    assert (now.number, now.why_not.startswith("No goal counts for anything")) == (None, True)


def test_others_count_only_what_they_may_read(cast, boxing, attainment):
    actions.set_levels(goal=boxing, levels=LEVELS, by=cast.as_individual)
    with clock.at(datetime(2026, 9, 12, 9, tzinfo=UTC)):
        actions.reach(goal=boxing, level=2, keeps=True, by=cast.as_individual)
    assert queries.attained(cast.individual, is_own=True).number == 70
    assert queries.attained(cast.individual, is_own=False).left_out == (boxing,)
