"""Today: who comes next, what was promised, what waits."""

import re
from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.when import in_window, on_day
from kith.goals import actions as goals
from kith.home.queries import today_for
from kith.people import actions as people


def somebody_else(cast, called: str):
    partnership = people.open_partnership(worker=cast.worker, team=cast.team, called=called, by=Actor.command_line())
    return partnership.individual


def plan(cast, individual, when):
    conversations.plan_next(individual=individual, when=when, by=cast.as_worker)


@pytest.mark.shows("S15", "S16")
def test_people_stand_by_next_meeting_and_a_season_is_no_worse_than_a_day(cast):
    soon, later, far, none = (somebody_else(cast, name) for name in ("Soon", "Later", "Far", "None"))
    today = clock.today()
    plan(cast, later, in_window("2", today))
    plan(cast, soon, on_day(today + timedelta(days=2)))
    plan(cast, far, on_day(today + timedelta(days=120)))
    plan(cast, cast.individual, on_day(today + timedelta(days=20)))
    found = today_for(cast.worker)
    groups = [(words, [line.individual.called for line in lines]) for words, lines in found.groups]
    assert groups == [
        ("In the next week", ["Soon"]),
        ("In the next month", ["Tomos"]),
        ("After that", ["Later"]),
    ]
    assert (found.later, [line.individual for line in found.without_meeting]) == (1, [none])


@pytest.mark.shows("S16")
def test_a_long_gap_is_no_alarm(cast, signed_in):
    wrote = WriteUp(held_on=clock.today() - timedelta(days=200))
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    page = signed_in(cast.worker).get("/").content.decode().lower()
    assert not re.search(r"\b(?:overdue|late|warning|missed)\b", page)


def test_a_day_that_has_been_is_asked_about_without_blame(cast):
    with clock.at(clock.now() - timedelta(days=10)):
        plan(cast, cast.individual, on_day(clock.today() + timedelta(days=3)))
    assert [words for words, _ in today_for(cast.worker).groups] == ["Have you met?"]


@pytest.mark.shows("S48")
def test_my_promises_come_first_the_soonest_on_top(cast):
    def promise(words, by_when):
        goals.add_step(individual=cast.individual, words=words, owner="worker", by_when=by_when, by=cast.as_worker)

    promise("Whenever", None)
    promise("Soon", clock.today() + timedelta(days=3))
    goals.add_step(individual=cast.individual, words="Not mine", owner="individual", by=cast.as_worker)
    assert [step.words for step in today_for(cast.worker).promises] == ["Soon", "Whenever"]


def test_somebody_elses_people_are_not_there(cast):
    assert today_for(cast.manager).caseload == 0
    assert today_for(cast.stranger).groups == []


def test_finding_somebody_by_part_of_their_name(cast, signed_in):
    somebody_else(cast, "Zoë O’Brien")
    client = signed_in(cast.worker)
    page = client.get("/people/?q=zo").content.decode()
    assert ("Zoë O’Brien" in page, ">Tomos<" in page) == (True, False)
    part = client.get("/people/?q=zo", HTTP_HX_REQUEST="true").content.decode()
    assert ("Zoë O’Brien" in part, "<html" in part) == (True, False)
    assert "Nobody found." in client.get("/people/?q=qqq").content.decode()


@pytest.mark.shows("S15")
def test_somebody_is_found_by_what_was_talked_about(cast, signed_in):
    wrote = WriteUp(held_on=clock.today(), topics=("Fell running", "the allotment"))
    conversations.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)
    find = signed_in(cast.worker).get
    assert cast.individual.called in find("/people/?q=allotment").content.decode()
    assert "Nobody found." in find("/people/?q=chess").content.decode()


@pytest.mark.shows("S2")
def test_how_far_today_looks_follows_the_kind_of_team(cast, signed_in):
    plan(cast, cast.individual, on_day(clock.today() + timedelta(days=60)))
    assert today_for(cast.worker).groups != []
    cast.team.kind = "community"
    cast.team.save()
    today = today_for(cast.worker)
    assert (today.groups, today.later) == ([], 1)
    assert "The next four weeks" in signed_in(cast.worker).get("/").content.decode()
