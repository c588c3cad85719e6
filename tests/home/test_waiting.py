"""What waits on Today and on My plan: nothing that somebody is waiting for goes unseen."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.home.queries import today_for
from kith.ideas import actions as ideas
from kith.introductions import actions as introductions
from kith.introductions import wording
from kith.people import actions as people
from kith.people.queries import partnership_with


def introduced(cast, gets_in_touch="worker rings"):
    """The worker is to ring the choir, or to write, and waits for the yes."""
    reached = {"host_name": "Ged", "email": "ged@choir.example"}
    cast.team.reached_at = "01632 960123"
    cast.team.save()
    choir = directory.add_activity(name="Town choir", by=cast.as_worker, **reached)
    return introductions.prepare(
        individual=cast.individual,
        activity=choir,
        says="first name",
        gets_in_touch=gets_in_touch,
        goes_along="nobody",
        by=cast.as_worker,
    )


def says_yes(introduction, by) -> None:
    shown = wording.digest(introduction.words_to_say, introduction.true_answer)
    introductions.agree(introduction=introduction, shown=shown, by=by)


@pytest.mark.shows("S34")
def test_a_yes_waits_on_today_until_the_place_was_reached(cast, signed_in):
    introduction = introduced(cast)
    assert today_for(cast.worker).to_ring == []
    introductions.not_now(introduction=introduction, by=cast.as_individual)
    says_yes(introduction, cast.as_individual)
    assert "Said yes to Town choir. Ring Ged." in signed_in(cast.worker).get("/").content.decode()
    introductions.note_call(introduction=introduction, words="", is_answered=False, by=cast.as_worker)
    assert today_for(cast.worker).to_ring == [introduction]
    introductions.note_call(introduction=introduction, words="Come along", by=cast.as_worker)
    assert today_for(cast.worker).to_ring == []


def test_where_the_worker_writes_nobody_is_to_be_rung(cast, signed_in):
    says_yes(introduced(cast, "worker writes"), cast.as_individual)
    assert "Said yes to Town choir. Write to Ged." in signed_in(cast.worker).get("/").content.decode()


def test_a_place_the_individual_knows_waits_until_it_is_on_the_table(cast, signed_in):
    known = ideas.tell_of_a_place(individual=cast.individual, words="Chess at the mill", by=cast.as_individual)
    page = signed_in(cast.worker).get("/").content.decode()
    assert "Knows a place." in page
    ideas.let_go(known=known, by=cast.as_worker)
    assert today_for(cast.worker).is_waiting is False


def test_an_introduction_that_ended_asks_nobody_to_ring(cast):
    introduction = introduced(cast)
    says_yes(introduction, cast.as_individual)
    introductions.end(introduction=introduction, by=cast.as_individual)
    assert today_for(cast.worker).to_ring == []


def test_words_that_wait_for_a_yes_stand_on_my_plan(cast, signed_in):
    introduced(cast)
    page = signed_in(cast.user).get("/").content.decode()
    assert "Nothing is said until you say yes." in page
    assert page.index("Read the words") < page.index("What happens next")


def test_what_was_begun_waits_for_whoever_began_it_and_nobody_else(cast, signed_in):
    conversations.save_draft(individual=cast.individual, typed={"shared": "Half"}, by=cast.as_worker)
    page = signed_in(cast.worker).get("/").content.decode()
    assert ("You were writing up a meeting. Go on." in page, "Half" in page) == (True, False)
    assert today_for(cast.manager).drafts == []


def test_a_meeting_called_off_is_said_on_my_plan_until_another_is_planned(cast, signed_in):
    soon = on_day(clock.today() + timedelta(days=5))
    meeting = conversations.plan_next(individual=cast.individual, when=soon, by=cast.as_worker)
    conversations.call_off(meeting=meeting, by=cast.as_worker)
    client = signed_in(cast.user)
    assert " is off. Anwen will say when you meet." in client.get("/").content.decode()
    conversations.plan_next(individual=cast.individual, when=soon, by=cast.as_worker)
    assert " is off." not in client.get("/").content.decode()


def test_an_account_of_an_older_meeting_waits_too(cast):
    old = WriteUp(held_on=clock.today() - timedelta(days=60), shared="Kick-boxing.")
    meeting = conversations.write_up(individual=cast.individual, wrote=old, by=cast.as_worker)
    newer = WriteUp(held_on=clock.today() - timedelta(days=9))
    conversations.write_up(individual=cast.individual, wrote=newer, by=cast.as_worker)
    account = conversations.give_account(meeting=meeting, answer="differs", words="Running.", by=cast.as_individual)
    assert today_for(cast.worker).differing == [account]


def test_what_was_begun_about_somebody_one_no_longer_works_with_names_nobody(cast):
    conversations.save_draft(individual=cast.individual, typed={"shared": "Half"}, by=cast.as_worker)
    people.end(relation=partnership_with(cast.individual), by=cast.as_worker)
    assert today_for(cast.worker).drafts == []
