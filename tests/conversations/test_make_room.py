"""What the write-up knows of goals and of the next meeting before anything is typed."""

from datetime import timedelta

import pytest

from kith.conversations import actions, queries
from kith.conversations.models import Meeting
from kith.conversations.when import in_window, on_day
from kith.goals import actions as goals
from kith.goals.models import Goal
from tests.conversations.pages import TODAY, address, page_as_sent, signed_in


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def client(cast):
    return signed_in(cast.worker)


@pytest.fixture
def three(cast) -> list[Goal]:
    about = {"individual": cast.individual, "kind": "target", "by": cast.as_worker}
    return [goals.set_goal(words=words, **about) for words in ("Walk", "Cook", "Draw")]


def fourth(client, cast, **also):
    typed = {"shared": "We talked.", "goal_words": "Sing", "goal_kind": "target"} | also
    return client.post(address(cast, "write_up"), page_as_sent(client, cast) | typed)


def test_a_fourth_goal_is_not_lost_and_one_of_three_can_pause(client, cast, three):
    response = fourth(client, cast)
    page = response.content.decode()
    assert (response.status_code, Meeting.objects.count()) == (422, 0)
    assert 'value="Sing"' in page
    for goal in three:
        assert f'name="pause" value="{goal.public_id}"' in page


def test_the_enter_key_pauses_nothing(client, cast, three):
    page = fourth(client, cast).content.decode()
    form = page[page.index('id="write-up"') :]
    assert form.index('type="submit"') < form.index('name="pause"')


def test_the_one_that_was_chosen_pauses_and_all_is_saved_together(client, cast, three):
    assert fourth(client, cast, pause=three[1].public_id).status_code == 302
    states = {goal.words: goal.state for goal in Goal.objects.all()}
    going, paused = Goal.State.IN_PLAY, Goal.State.PAUSED
    assert states == {"Walk": going, "Cook": paused, "Draw": going, "Sing": going}
    assert queries.latest_note(Meeting.objects.get()).words == "We talked."


def test_nothing_pauses_when_the_rest_is_not_saved(client, cast, three):
    assert fourth(client, cast, pause=three[1].public_id, held_on="2026-08-30").status_code == 422
    assert Goal.objects.filter(state=Goal.State.PAUSED).count() == 0


def test_nothing_pauses_while_there_is_room_or_without_a_new_goal(client, cast, three):
    assert fourth(client, cast, pause=three[0].public_id, goal_words="").status_code == 302
    goals.pause(goal=three[1], by=cast.as_worker)
    assert fourth(client, cast, pause=three[0].public_id).status_code == 302
    assert set(Goal.objects.filter(state=Goal.State.PAUSED)) == {three[1]}


@pytest.mark.parametrize(
    "when, told",
    [
        (in_window("3", TODAY), "Next meeting: In about 3 months"),
        (on_day(TODAY + timedelta(days=9)), "Next meeting: Thursday 27 August"),
        (on_day(TODAY), "Next meeting: not settled yet"),  # today's is the one that is being written up
    ],
)
def test_the_next_meeting_is_told_as_it_is_planned(client, cast, when, told):
    actions.plan_next(individual=cast.individual, when=when, by=cast.as_worker)
    assert client.get(address(cast, "write_up")).context["form"].next_summary == told
