"""What is written about a small step stands on the page of its goal; of a step by itself, with those."""

from datetime import date

import pytest

from kith.goals import actions as goals
from kith.goals.models import Step
from kith.messaging import actions
from kith.messaging.models import Message
from kith.people import actions as people

from .conftest import answer_to, comes_in

WORDS = "The shop is shut on Mondays."


@pytest.fixture
def socks(cast, run) -> Step:
    """A step of the run."""
    return goals.add_step(goal=run, words="Buy socks", by_when=date(2026, 9, 20), by=cast.as_individual)


@pytest.fixture
def form(cast) -> Step:
    """A step by itself."""
    return goals.add_step(individual=cast.individual, words="Ring the dentist", by=cast.as_individual)


def answered(cast, step) -> Message:
    """By email, to a letter that reminded of the step."""
    letter = people.write_to(cast.individual, kind="to individual: step reminder", cause=f"step {step.public_id}")
    return comes_in(answer_to(letter, WORDS)).message


def seen_by(signed_in, user, there: str) -> str:
    return signed_in(user).get(there).content.decode()


@pytest.mark.shows("S101")
def test_an_answer_about_a_step_stands_on_its_goal_s_page_for_both(cast, run, socks, signed_in):
    assert answered(cast, socks).about == socks
    there = f"/people/{cast.individual.public_id}/goals/{run.public_id}/"
    for user in (cast.worker, cast.user):
        page = seen_by(signed_in, user, there)
        assert WORDS in page and "About “Buy socks”" in page


def test_of_a_step_by_itself_it_stands_with_the_other_small_steps_that_stand_by_themselves(cast, form, signed_in):
    answered(cast, form)
    there = f"/people/{cast.individual.public_id}/goals/"
    for user in (cast.worker, cast.user):
        assert WORDS in seen_by(signed_in, user, there)


def test_messages_say_which_step_and_lead_to_where_it_stands(cast, run, socks, form, signed_in):
    answered(cast, socks)
    actions.write(individual=cast.individual, words="On Friday.", about=form, by=cast.as_individual)
    page = seen_by(signed_in, cast.worker, f"/people/{cast.individual.public_id}/messages/")
    assert f'/goals/{run.public_id}/">Buy socks</a>' in page
    assert '/goals/">Ring the dentist</a>' in page


def test_a_step_can_be_written_about(cast, socks, signed_in):
    there = f"/people/{cast.individual.public_id}/messages/"
    goals.add_step(individual=cast.individual, words="Look up the bus", owner="worker", by=cast.as_worker)
    page = seen_by(signed_in, cast.user, there)
    assert "Buy socks" in page and "Look up the bus" not in page
    signed_in(cast.user).post(there, {"words": "No luck yet.", "about": socks.public_id, "do": "send"})
    assert Message.objects.get().step == socks


def test_whoever_reads_it_puts_it_to_a_step(cast, socks, signed_in):
    message = actions.write(individual=cast.individual, words="No luck yet.", by=cast.as_individual)
    there = f"/people/{cast.individual.public_id}/messages/{message.public_id}/"
    assert "Buy socks" in seen_by(signed_in, cast.worker, there)
    signed_in(cast.worker).post(f"{there}about/", {"about": socks.public_id})
    message.refresh_from_db()
    assert message.about == socks
    signed_in(cast.worker).post(f"{there}about/", {"about": ""})
    message.refresh_from_db()
    assert message.about is None


def test_the_step_that_is_offered_is_the_one_that_my_plan_calls_next(cast, run, signed_in):
    goals.add_step(goal=run, words="Find shoes", by=cast.as_individual)
    goals.add_step(goal=run, words="Enter the race", by_when=date(2026, 9, 20), by=cast.as_individual)
    page = seen_by(signed_in, cast.user, f"/people/{cast.individual.public_id}/messages/")
    assert "Find shoes" in page and "Enter the race" not in page


def test_what_was_chosen_while_it_was_offered_goes_even_if_it_is_done_by_then(cast, socks, signed_in):
    goals.finish_step(step=socks, by=cast.as_individual)
    there = f"/people/{cast.individual.public_id}/messages/"
    assert "Buy socks" not in seen_by(signed_in, cast.user, there)
    signed_in(cast.user).post(there, {"words": "They fit.", "about": socks.public_id, "do": "send"})
    assert Message.objects.get().step == socks


def test_a_worker_may_write_about_their_own_step_too(cast, socks, signed_in):
    goals.add_step(individual=cast.individual, words="Look up the bus", owner="worker", by=cast.as_worker)
    for page in ("messages/", "messages/told/"):
        assert "Look up the bus" in seen_by(signed_in, cast.worker, f"/people/{cast.individual.public_id}/{page}")
