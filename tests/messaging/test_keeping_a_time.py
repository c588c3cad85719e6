"""“Keep 27:40?” is offered on the pages of waiting messages to whoever may keep it, and to nobody else."""

import pytest

from kith.access import clock
from kith.people import actions as people
from kith.people.actors import actor_for

from .conftest import about_the_run, answer_to, comes_in

OFFERED = "Keep 27:40?"


@pytest.fixture
def told(cast, run):
    """They ran, and told it by email."""
    comes_in(answer_to(about_the_run(cast, run), "27:40, and it did not rain!"))


@pytest.mark.parametrize("page", ["/", "/messages/"])
def test_the_worker_is_offered_it(cast, told, signed_in, page):
    assert OFFERED in signed_in(cast.worker).get(page).content.decode()


@pytest.mark.parametrize("page", ["/", "/messages/"])
def test_whoever_covers_reads_the_message_and_is_offered_nothing_that_they_may_not(cast, priya, told, signed_in, page):
    people.cover(user=priya, individual=cast.individual, by=actor_for(cast.manager, clock.now()))
    read = signed_in(priya).get(page).content.decode()
    assert "it did not rain" in read and OFFERED not in read
