"""A worker hands over to another, and nothing is copied: the record is the individual's, and stays."""

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Meeting
from kith.conversations.when import in_window
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.queries import partnership_with
from tests.conversations.pages import TODAY


@pytest.fixture
def handed_over(cast):
    """Anwen wrote, promised and planned; Noor works with Tomos now."""
    wrote = WriteUp(
        held_on=TODAY,
        shared="We talked.",
        reflection="Mine alone.",
        prompt="Ask about Sam",
        topics=("running",),
        steps=[{"words": "Ring the club", "owner": "worker", "helper": None, "goal": None}],
        next_when=in_window("3", TODAY),
    )
    meeting = actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    actions.save_draft(individual=cast.individual, typed={"shared": "Half a"}, by=cast.as_worker)
    people.join_team(user=cast.stranger, team=cast.team, by=Actor.command_line())
    manager = actor_for(cast.manager, clock.now())
    people.hand_over_partnership(relation=partnership_with(cast.individual), to=cast.stranger, by=manager)
    return meeting


def test_the_new_worker_has_all_that_is_shared_at_once(cast, handed_over):
    assert queries.last_meeting(cast.individual) == handed_over
    assert queries.latest_note(handed_over).words == "We talked."
    assert [prompt.words for prompt in queries.open_prompts(cast.individual)] == ["Ask about Sam"]
    assert queries.last_topics(cast.individual) == ["running"]
    assert [step.words for step in handed_over.steps.all()] == ["Ring the club"]


def test_what_was_planned_goes_on_with_the_new_worker(cast, handed_over):
    planned = queries.next_meeting(cast.individual)
    moved = actions.plan_next(individual=cast.individual, when=in_window("1", TODAY), by=cast.as_stranger)
    assert (moved.pk, moved.partnership.user) == (planned.pk, cast.stranger)
    held = actions.write_up(
        individual=cast.individual, wrote=WriteUp(held_on=TODAY, shared="Hello."), by=cast.as_stranger
    )
    assert (held.pk, held.partnership.user) == (planned.pk, cast.stranger)
    assert handed_over.partnership.user == cast.worker
    assert Meeting.objects.count() == 2


def test_what_was_for_the_old_worker_alone_stays_theirs(cast, handed_over):
    assert queries.reflection_on(handed_over, cast.stranger.pk) is None
    assert queries.draft_of(cast.individual, cast.stranger.pk) is None
    assert queries.draft_of(cast.individual, cast.worker.pk) is not None


def test_the_old_worker_writes_no_more(cast, handed_over):
    with pytest.raises(NotPermitted):
        actions.write_up(individual=cast.individual, wrote=WriteUp(held_on=TODAY), by=cast.as_worker)
    with pytest.raises(NotPermitted):
        actions.correct_note(meeting=handed_over, words="Other", by=cast.as_worker)
