"""The write-up: everything that was agreed is saved together, once, or not at all."""

from datetime import date, time, timedelta

import pytest

from kith.access import trail
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import SavedBefore, WriteUp
from kith.conversations.models import Draft, Meeting, Note
from kith.conversations.when import in_window, on_day
from kith.goals.models import Goal, Step

TODAY = date(2026, 8, 18)


def write(cast, **typed) -> Meeting:
    return actions.write_up(
        individual=cast.individual, wrote=WriteUp(**({"held_on": TODAY} | typed)), by=cast.as_worker
    )


@pytest.mark.shows("S12")
def test_a_date_is_enough(cast):
    meeting = write(cast)
    assert (meeting.state, meeting.day, list(meeting.notes.all())) == (Meeting.State.HELD, TODAY, [])


@pytest.mark.shows("S13", "Q-69")
def test_the_day_held_is_not_the_day_written(cast):
    meeting = write(cast, held_on=TODAY - timedelta(days=1), shared="We talked about running.")
    assert meeting.day == date(2026, 8, 17)
    assert meeting.written_at.date() == TODAY


def test_a_day_to_come_is_refused_with_a_sentence_and_nothing_is_saved(cast):
    with pytest.raises(Refused, match="still to come"):
        write(cast, held_on=TODAY + timedelta(days=1), shared="Words", prompt="Ask")
    assert not Meeting.objects.exists()
    assert not cast.individual.prompts.exists()


@pytest.mark.shows("S39", "S48", "S91")
def test_goal_and_steps_are_agreed_in_the_meeting(cast):
    meeting = write(
        cast,
        goal={"words": "Run a 5km", "kind": "target", "due_on": date(2026, 11, 14)},
        steps=[
            {"words": "Find a run", "owner": "worker", "helper": None},
            {"words": "Ring the dentist for me", "owner": "worker", "helper": None, "goal": None},
        ],
    )
    goal = Goal.objects.get()
    assert list(meeting.goals.all()) == [goal]
    agreed = {(step.words, step.goal_id) for step in meeting.steps.all()}
    assert agreed == {("Find a run", goal.pk), ("Ring the dentist for me", None)}


def test_one_part_refused_saves_nothing_of_the_rest(cast):
    for number in range(3):
        write(cast, goal={"words": f"Goal {number}", "kind": "target"}, written_from=f"page-{number}")
    before = (Meeting.objects.count(), Step.objects.count(), TrailEntry.objects.count())
    with pytest.raises(Refused, match="three goals"):
        write(
            cast,
            shared="Words",
            goal={"words": "One more", "kind": "target"},
            steps=[{"words": "Begin", "owner": "individual", "helper": None}],
        )
    assert (Meeting.objects.count(), Step.objects.count(), TrailEntry.objects.count()) == before


@pytest.mark.fault("F-13")
def test_sending_the_same_page_twice_saves_it_once(cast):
    first = write(cast, shared="Once", written_from="the-page")
    again = write(cast, shared="Once", written_from="the-page")
    assert again.pk == first.pk
    assert Note.objects.count() == 1


def test_a_page_saved_before_and_changed_since_is_not_thrown_away(cast):
    write(cast, shared="Once", written_from="the-page")
    with pytest.raises(SavedBefore, match="saved before"):
        write(cast, shared="Once more", written_from="the-page")


def test_a_late_autosave_of_a_saved_page_leaves_no_draft(cast):
    write(cast, shared="Once", written_from="the-page")
    typed = {"shared": "On", "written_from": "the-page"}
    assert actions.save_draft(individual=cast.individual, typed=typed, by=cast.as_worker) is None
    assert not Draft.objects.exists()


def test_the_time_of_the_plan_is_not_the_time_of_another_day(cast):
    when = on_day(TODAY + timedelta(days=3), time(14))
    actions.plan_next(individual=cast.individual, when=when, by=cast.as_worker)
    assert write(cast).at_time is None


def test_a_season_far_ahead_stays_planned(cast):
    planned = actions.plan_next(individual=cast.individual, when=in_window("6", TODAY), by=cast.as_worker)
    assert write(cast).pk != planned.pk


def test_moving_the_next_meeting_keeps_its_place(cast):
    actions.plan_next(individual=cast.individual, when=in_window("6", TODAY), place="Café", by=cast.as_worker)
    write(cast, next_when=in_window("3", TODAY))
    assert queries.next_meeting(cast.individual).place == "Café"


def test_the_planned_meeting_is_the_one_that_was_held(cast):
    planned = actions.plan_next(individual=cast.individual, when=on_day(TODAY), place="Café", by=cast.as_worker)
    held = write(cast, next_when=in_window("3", TODAY))
    assert held.pk == planned.pk
    assert held.place == "Café"
    assert queries.next_meeting(cast.individual).window == "in about 3 months"


def test_a_meeting_long_before_the_planned_one_is_one_more(cast):
    planned = actions.plan_next(individual=cast.individual, when=on_day(TODAY + timedelta(days=60)), by=cast.as_worker)
    assert write(cast).pk != planned.pk
    assert queries.next_meeting(cast.individual).pk == planned.pk


def test_the_draft_is_put_away_when_it_is_written_up(cast):
    actions.save_draft(individual=cast.individual, typed={"shared": "Half a"}, by=cast.as_worker)
    write(cast, shared="Half a sentence")
    assert not Draft.objects.exists()


def test_every_part_leaves_its_line_in_the_trail_and_the_chain_holds(cast):
    write(cast, shared="Words", prompt="Check the score", reflection="Quiet", next_when=in_window("3", TODAY))
    chain = TrailEntry.objects.filter(chain=cast.individual.public_id, who=cast.worker.public_id)
    said = list(chain.order_by("sequence").values_list("what", flat=True))
    told = ["reflection written", "prompt added", "meeting planned", "told of something to read"]
    assert said == [*told, "meeting written up"]
    assert trail.verify() == []


@pytest.mark.parametrize("who", ["as_individual", "as_stranger"])
def test_only_whoever_works_with_them_writes_up(cast, who):
    with pytest.raises(NotPermitted):
        actions.write_up(individual=cast.individual, wrote=WriteUp(held_on=TODAY), by=getattr(cast, who))
    assert not Meeting.objects.exists()
