"""What gets in the way: one sentence is enough, more may be said, and the team hears of kinds alone."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions
from kith.goals.models import Barrier
from kith.goals.queries import kinds_that_recur
from kith.people import actions as people
from tests.page_words import words_of

from .test_pages import of

YEAR = (date(2025, 9, 1), date(2026, 9, 1))


def its_page(cast, barrier):
    return reverse("goals:barrier_page", args=[cast.individual.public_id, barrier.goal.public_id, barrier.public_id])


@pytest.fixture
def hill(cast, boxing) -> Barrier:
    return actions.note_barrier(goal=boxing, words="The hill home", by=cast.as_individual)


def test_one_sentence_is_enough_and_nothing_else_is_asked_for(own, cast, boxing):
    own.post(of("note_barrier", cast, boxing), {"words": "The hill home"})
    barrier = Barrier.objects.get()
    assert (barrier.words, barrier.kind, barrier.whose, barrier.helped, barrier.tried) == ("The hill home", *[""] * 4)


def test_a_kind_and_where_it_lies_may_be_said_at_once(own, cast, boxing):
    said = {"words": "No bus back", "kind": "transport", "whose": "community"}
    own.post(of("note_barrier", cast, boxing), said)
    assert "Getting there, in the community" in words_of(own.get(of("goal_page", cast, boxing)))


@pytest.mark.shows("S43")
def test_more_may_be_said_afterwards_and_each_thing_tried_has_its_own_words(client, cast, hill):
    client.force_login(cast.user)
    client.post(its_page(cast, hill), {"tried": "A lift from Sam", "helped": "a little"})
    client.force_login(cast.worker)
    page = its_page(cast, hill)
    client.post(page, {"tried": "The bus pass", "kind": "transport", "helped": "yes"})
    client.post(page, {"tried": "The bus pass", "kind": "transport", "helped": "yes"})  # pressed twice
    told = words_of(client.get(page))
    assert [each.words for each in hill.attempts.all()] == ["A lift from Sam", "The bus pass"]
    for words in ("A lift from Sam", "as Anwen remembers", "Getting there", "Did it help? Yes."):
        assert words in told, words
    hill.refresh_from_db()
    assert hill.words == "The hill home"


def test_what_was_said_may_be_taken_back(own, cast, hill):
    own.post(its_page(cast, hill), {"kind": "money", "whose": "worker", "helped": "yes"})
    own.post(its_page(cast, hill), {"kind": "", "whose": "", "helped": ""})
    hill.refresh_from_db()
    assert (hill.kind, hill.whose, hill.helped, hill.in_short) == ("", "", "", "")


def test_a_page_that_was_open_takes_back_nothing_that_somebody_chose_meanwhile(own, cast, hill):
    seen = re.search(r'name="seen" value="([^"]*)"', own.get(its_page(cast, hill)).content.decode())
    assert seen
    opened = {"seen": seen[1], "tried": "", "kind": "", "whose": "", "helped": ""}
    own.post(its_page(cast, hill), opened | {"kind": "money"})
    own.post(its_page(cast, hill), opened | {"whose": "worker"})
    hill.refresh_from_db()
    assert (hill.kind, hill.whose, hill.helped) == ("money", "worker", "")
    own.post(its_page(cast, hill), opened | {"seen": "money,worker,", "whose": "worker"})
    hill.refresh_from_db()
    assert (hill.kind, hill.whose) == ("", "worker")


def test_nothing_that_was_typed_is_lost(own, cast, hill):
    answer = own.post(its_page(cast, hill), {"tried": "A lift", "kind": "weather"})
    assert answer.status_code == 422
    assert "A lift" in words_of(answer)
    assert not hill.attempts.exists()
    with pytest.raises(Refused, match="choose one of these"):
        actions.say_more_of_barrier(barrier=hill, kind="weather", by=cast.as_individual)


def test_whoever_may_not_know_learns_nothing_by_asking(client, cast, hill):
    for user, status in ((cast.stranger, 404), (cast.manager, 404)):  # a manager reads it on the goal and adds nothing
        client.force_login(user)
        assert client.get(its_page(cast, hill)).status_code == status
    with pytest.raises(NotPermitted):
        actions.say_more_of_barrier(barrier=hill, tried="x", by=cast.as_stranger)


def meets(cast, number: int, kind: str, on: date = date(2026, 8, 3)) -> None:
    """One more person of the team, with something of this kind in the way."""
    opened = people.open_partnership(
        worker=cast.worker, team=cast.team, called=f"Person {number}", by=Actor.command_line()
    )
    said = {"individual": opened.individual, "kind": "commitment", "words": "Walk", "by": cast.as_worker}
    with clock.at(clock.now() - (clock.today() - on)):
        Barrier.objects.create(
            goal=actions.set_goal(**said),
            words=f"Word {number}",
            kind=kind,
            noted_on=on,
            recorded_by=cast.worker,
            typed_by_individual=False,
        )


def test_a_kind_recurs_for_the_team_from_ten_people_on(cast):
    for number in range(9):
        meets(cast, number, "transport")
    goal = Barrier.objects.latest("pk").goal
    same = {"recorded_by": cast.worker, "typed_by_individual": False}
    Barrier.objects.create(goal=goal, words="Again", kind="transport", noted_on=date(2026, 8, 4), **same)
    assert kinds_that_recur(cast.team, *YEAR) == []  # ten rows of nine people
    meets(cast, 10, "transport")
    assert kinds_that_recur(cast.team, *YEAR) == [("transport", "Getting there")]
    assert kinds_that_recur(cast.team, YEAR[0], date(2026, 8, 3)) == []
    other = people.create_team(name="Elsewhere", by=Actor.command_line())
    assert kinds_that_recur(other, *YEAR) == []


def test_what_is_something_else_is_nothing_to_act_on(cast):
    for number in range(10):
        meets(cast, number, "other")
        meets(cast, 100 + number, "")
    assert kinds_that_recur(cast.team, *YEAR) == []


def test_one_looks_into_a_gap_at_a_time_and_anybody_of_the_team_says_done(cast):
    for user in (cast.worker, cast.manager):
        assert user.relations.filter(team=cast.team).exists()
    manager = cast_actor(cast.manager)
    looking = actions.look_into_gap(team=cast.team, about="day: Sundays", by=cast.as_worker)
    assert actions.look_into_gap(team=cast.team, about="day: Sundays", by=cast.as_worker) == looking
    with pytest.raises(Refused, match="Anwen is looking into this already"):
        actions.look_into_gap(team=cast.team, about="day: Sundays", by=manager)
    actions.gap_is_done(looking=looking, by=manager)
    again = actions.look_into_gap(team=cast.team, about="day: Sundays", by=manager)
    assert again != looking
    with clock.at(clock.now() + timedelta(days=1)):
        assert actions.gap_is_done(looking=looking, by=manager).done_on == clock.today() - timedelta(days=1)
    with pytest.raises(NotPermitted):
        actions.look_into_gap(team=cast.team, about="day: Mondays", by=cast.as_stranger)
    with pytest.raises(Refused, match="press one of the buttons"):
        actions.look_into_gap(team=cast.team, about=" ", by=manager)


def cast_actor(user):
    from kith.people.actors import actor_for

    return actor_for(user, clock.now())


def test_what_was_not_got_over_stands_where_they_meet(client, cast, boxing, hill):
    client.force_login(cast.worker)
    page = f"/people/{cast.individual.public_id}/conversation/"
    told = words_of(client.get(page))
    assert "The hill home" in told
    assert "Begin with what lies on our side." in told
    actions.say_more_of_barrier(barrier=hill, helped="a little", by=cast.as_worker)
    assert "The hill home" in words_of(client.get(page))
    actions.say_more_of_barrier(barrier=hill, helped="yes", by=cast.as_worker)
    assert "The hill home" not in words_of(client.get(page))
    actions.note_barrier(goal=boxing, words="The dark", by=cast.as_worker)
    actions.pause(goal=boxing, by=cast.as_individual)
    assert "The dark" not in words_of(client.get(page))
