"""Goals are set, changed, paused, finished; every change keeps what was before, every no leaves nothing."""

from datetime import date

import pytest

from kith.about_me import actions as about_me
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions, queries
from kith.goals.models import Goal, Step

from .conftest import TODAY


def told(individual) -> list[str]:
    """What the individual's trail says, oldest first."""
    return list(
        TrailEntry.objects.filter(chain=individual.public_id).order_by("sequence").values_list("what", flat=True)
    )


def set_goal(cast, words="Sing with others", kind="commitment", by=None, **details) -> Goal:
    return actions.set_goal(individual=cast.individual, kind=kind, words=words, by=by or cast.as_individual, **details)


@pytest.mark.shows("S42", "S47")
def test_a_commitment_and_a_target_go_on_at_once(cast, boxing, run):
    kinds = [(goal.get_kind_display(), goal.asked_by) for goal in queries.goals_in_play(cast.individual)]
    assert kinds == [("Something I do regularly", "individual"), ("Something to aim for", "individual")]
    assert told(cast.individual)[-2:] == ["goal set", "goal set"]


@pytest.mark.shows("S41")
def test_it_is_kept_whose_wish_it_was_and_who_wrote_it_down(cast):
    by_the_worker = set_goal(cast, by=cast.as_worker, asked_by="individual")
    together = set_goal(cast, words="Walk the canal", by=cast.as_worker)
    assert (by_the_worker.asked_by, by_the_worker.typed_by_individual) == ("individual", False)
    assert (together.asked_by, together.recorded_by) == ("both", cast.worker)
    with pytest.raises(ValueError, match="nobody"):
        set_goal(cast, words="Something", asked_by="nobody")


@pytest.mark.shows("S57")
@pytest.mark.parametrize("words", ["Get out more", "Sort of something with music?", "x"])
def test_no_goal_is_too_vague(cast, words):
    assert set_goal(cast, words=f"  {words} ").words == words


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"words": "  "}, "Please write a few words first."),
        ({"words": "x" * 2_001}, "That is a lot for one place. Please make it shorter."),
        (
            {"kind": "target", "weekday": 3},
            "Something to aim for has one day. A weekday is for something regular.",
        ),
    ],
)
def test_a_goal_that_cannot_be_set_leaves_nothing(cast, details, sentence):
    before = told(cast.individual)
    with pytest.raises(Refused, match=sentence):
        set_goal(cast, **details)
    assert not Goal.objects.exists()
    assert told(cast.individual) == before


def test_at_most_three_are_in_play_and_a_paused_one_makes_room(cast, boxing, run):
    third = set_goal(cast)
    with pytest.raises(Refused, match="There are three goals already. Pause or finish one first."):
        set_goal(cast, words="A fourth")
    actions.pause(goal=third, by=cast.as_individual)
    set_goal(cast, words="A fourth")
    with pytest.raises(Refused, match="There are three goals already"):
        actions.start_again(goal=third, by=cast.as_individual)
    assert [goal.words for goal in queries.goals_in_play(cast.individual)][-1] == "A fourth"


def test_steps_given_with_a_goal_are_set_with_it_or_not_at_all(cast):
    planned = [actions.PlannedStep("Look it up"), actions.PlannedStep("Ring them", owner="worker")]
    goal = set_goal(cast, steps=planned)
    assert [(step.words, step.owner) for step in goal.steps.all()] == [
        ("Look it up", "individual"),
        ("Ring them", "worker"),
    ]
    with pytest.raises(Refused):
        set_goal(cast, words="Another", steps=[actions.PlannedStep("Good"), actions.PlannedStep(" ")])
    assert Goal.objects.count() == 1
    assert Step.objects.count() == 2


@pytest.mark.shows("S59")
def test_a_goal_points_to_the_individual_s_own_direction_and_to_nobody_else_s(cast):
    own = about_me.add_line(individual=cast.individual, kind="direction", words="Be outdoors", by=cast.as_individual)
    goal = set_goal(cast, direction=own)
    assert queries.goal_called(cast.individual, goal.public_id).direction == own
    own.individual_id += 1
    with pytest.raises(Refused, match="belongs to somebody else"):
        set_goal(cast, words="Another", direction=own)
    with pytest.raises(Refused, match="belongs to somebody else"):
        actions.point_to(goal=goal, direction=own, by=cast.as_individual)


@pytest.mark.shows("S99")
def test_the_individual_changes_their_own_target_and_the_history_says_so(cast, run):
    actions.change_target(goal=run, aiming_for="27:30", by=cast.as_individual)
    actions.change_target(goal=run, due_on=date(2026, 12, 8), by=cast.as_worker)
    run.refresh_from_db()
    assert (run.aiming_for, run.due_on) == ("27:30", date(2026, 12, 8))
    history = [
        (each.old_aiming_for, each.old_due_on.day, each.changed_by.first_name, each.changed_by_individual)
        for each in queries.rewordings_of(run)
    ]
    assert history == [("27:30", 1, "Anwen", False), ("29:00", 1, "Tomos", True)]


@pytest.mark.shows("S46")
def test_made_smaller_in_new_words_with_the_old_ones_kept(cast, boxing):
    actions.make_smaller(goal=boxing, words="Watch one class", weekday=None, by=cast.as_individual)
    boxing.refresh_from_db()
    assert (boxing.words, boxing.weekday) == ("Watch one class", None)
    before = queries.rewordings_of(boxing)[0]
    assert (before.what, before.old_words) == ("smaller", "Go to kick-boxing.")
    assert before.old_rhythm_words == "every Thursday, 6:30pm"


@pytest.mark.shows("S41", "S46")
@pytest.mark.parametrize("change", [actions.reword_goal, actions.make_smaller])
def test_new_words_are_theirs_who_put_them_and_of_the_old_it_is_kept_whose_they_were(cast, boxing, change):
    change(goal=boxing, words="Watch one class", by=cast.as_worker)
    boxing.refresh_from_db()
    assert (boxing.typed_by_individual, boxing.recorded_by) == (False, cast.worker)
    change(goal=boxing, words="Go and look", by=cast.as_individual)
    boxing.refresh_from_db()
    assert (boxing.typed_by_individual, boxing.recorded_by) == (True, cast.user)
    kept = [(each.old_words, each.old_typed_by_individual, each.old_recorded_by) for each in boxing.rewordings.all()]
    assert kept == [("Watch one class", False, cast.worker), ("Go to kick-boxing.", True, cast.user)]


def test_words_that_stay_the_same_stay_theirs_who_put_them(cast, boxing):
    actions.reword_goal(goal=boxing, words=f" {boxing.words} ", why="For the company", by=cast.as_worker)
    actions.change_target(goal=boxing, aiming_for="Ten times", by=cast.as_worker)
    boxing.refresh_from_db()
    assert (boxing.typed_by_individual, boxing.recorded_by, boxing.why) == (True, cast.user, "For the company")


@pytest.mark.shows("S46")
def test_paused_with_a_word_started_again_reached_let_go(cast, boxing):
    by = cast.as_individual
    actions.pause(goal=boxing, words="Back after half-term", by=by)
    assert (boxing.state, boxing.pause_words) == ("paused", "Back after half-term")
    with pytest.raises(Refused, match="This goal is already paused."):
        actions.pause(goal=boxing, by=by)
    actions.start_again(goal=boxing, by=by)
    with pytest.raises(Refused, match="This goal is already going on."):
        actions.start_again(goal=boxing, by=by)
    actions.reach(goal=boxing, by=by)
    for act in (actions.pause, actions.reach, actions.let_go):
        with pytest.raises(Refused, match="This goal is already finished."):
            act(goal=boxing, by=by)
    assert told(cast.individual)[-3:] == ["goal paused", "goal started again", "goal reached"]
    assert boxing.state_changed_on == TODAY


SENTENCES = {
    "pause": "This goal is already paused.",
    "reach": "This goal is already finished.",
    "let_go": "This goal is already finished.",
}


@pytest.mark.parametrize("act", SENTENCES)
def test_two_presses_at_once_do_it_once_and_say_so(cast, boxing, act):
    first, second = (Goal.objects.get(pk=boxing.pk) for _ in range(2))
    getattr(actions, act)(goal=first, by=cast.as_individual)
    before = told(cast.individual)
    with pytest.raises(Refused, match=SENTENCES[act]):
        getattr(actions, act)(goal=second, by=cast.as_worker)
    assert told(cast.individual) == before


def test_started_again_by_both_at_once_it_starts_once(cast, boxing):
    actions.pause(goal=boxing, by=cast.as_individual)
    first, second = (Goal.objects.get(pk=boxing.pk) for _ in range(2))
    actions.start_again(goal=first, by=cast.as_individual)
    with pytest.raises(Refused, match="This goal is already going on."):
        actions.start_again(goal=second, by=cast.as_worker)


def test_put_in_other_words_by_both_at_once_nothing_is_lost(cast, boxing):
    first, second = (Goal.objects.get(pk=boxing.pk) for _ in range(2))
    actions.reword_goal(goal=first, words="Hit the pads", by=cast.as_individual)
    actions.reword_goal(goal=second, words="Attend weekly", by=cast.as_worker)
    assert [each.old_words for each in queries.rewordings_of(boxing)] == ["Hit the pads", "Go to kick-boxing."]


def test_a_stranger_changes_nothing(cast, boxing):
    by = cast.as_stranger
    acts = [
        lambda: set_goal(cast, by=by),
        lambda: actions.pause(goal=boxing, by=by),
        lambda: actions.start_again(goal=boxing, by=by),
        lambda: actions.reach(goal=boxing, by=by),
        lambda: actions.let_go(goal=boxing, by=by),
        lambda: actions.reword_goal(goal=boxing, words="x", by=by),
        lambda: actions.show_line(goal=boxing, is_shown=False, by=by),
        lambda: actions.add_step(goal=boxing, words="x", by=by),
        lambda: actions.add_helper(individual=cast.individual, name="x", by=by),
        lambda: actions.check_in(goal=boxing, went=True, by=by),
        lambda: actions.add_result(goal=boxing, value="x", by=by),
        lambda: actions.note_barrier(goal=boxing, words="x", by=by),
    ]
    before = told(cast.individual)
    for act in acts:
        with pytest.raises(NotPermitted):
            act()
    assert told(cast.individual) == before
