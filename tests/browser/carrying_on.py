"""Pages of somebody who moves on, as (name, HTML): written by both, seen differently, before we stop, closed."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.urls import reverse

from kith.goals import actions as goals
from kith.moving_on import actions as moving_on
from tests.browser.states import State, of, state
from tests.moving_on.conftest import sweep


def carrying_on(world) -> Iterator[State]:
    """Greg and Vish write in one page; Maya's stays with her, and closes a year later."""
    greg, own, worker = world.individual("greg"), world.client("greg"), world.client("vish")
    moving_on.begin(individual=greg, by=world.actor("vish"))
    here, words = of("moving_on:talk", greg), of("moving_on:keep_part", greg)
    own.post(words, {"kind": "life", "words": "Mum", "seen": ""})
    yield state("carry on", own.get(here))
    yield state("written meanwhile", worker.post(words, {"kind": "life", "words": "Tom", "seen": ""}), 422)
    yield state("a box to see it differently", own.post(of("moving_on:answer", greg), {"answer": "differs"}))
    empty = {"answer": "differs", "words": ""}
    yield state("no words of how it is seen", own.post(of("moving_on:answer", greg), empty), 422)
    goals.add_step(individual=greg, words="Ring the hall", owner="worker", by=world.actor("vish"))
    yield state("before we stop", worker.get(of("moving_on:before_we_stop", greg)))
    yield from _of_maya(world)


def _of_maya(world) -> Iterator[State]:
    maya, own, morgan = world.individual("maya"), world.client("maya"), world.client("morgan")
    moving_on.stop(individual=maya, by=world.actor("priya"))
    maya.refresh_from_db()
    yield state("a page that stays", own.get(of("moving_on:talk", maya)))
    yield state("her plan", own.get("/"))
    yield state("a copy to keep", morgan.get(of("moving_on:booklet", maya.team.individual_set.get(called="Nell"))))
    own.post(of("moving_on:back", maya), {"words": "I miss the walks."})
    yield state("who asks to come back", morgan.get(reverse("moving_on:team", args=[maya.team.public_id])))
    for days in (7, -1):
        day = maya.page_ends_on - timedelta(days=days)
        sweep(datetime.combine(day, time(10), tzinfo=UTC))
    closed = state("a page that closed", world.client("maya").get("/"))
    assert "Your page has closed" in closed[1]
    yield closed
