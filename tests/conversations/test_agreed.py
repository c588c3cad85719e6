"""What belongs to a meeting besides its words: the first time, topics, decisions, and what was agreed elsewhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access import clock
from kith.conversations import actions, queries
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Meeting
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.introductions.wording import digest
from tests.conversations.pages import TODAY, address, page_as_sent, signed_in


@pytest.fixture(autouse=True)
def one_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture
def client(cast):
    return signed_in(cast.worker)


def done(client, cast, **typed) -> Meeting:
    client.post(address(cast, "write_up"), page_as_sent(client, cast) | {"held_on": "2026-08-18"} | typed)
    return queries.last_meeting(cast.individual)


@pytest.mark.shows("S3")
def test_how_they_came_is_asked_at_the_first_meeting_and_never_again(client, cast):
    first = client.get(address(cast, "write_up")).content.decode()
    assert "How did Tomos come to you?" in first
    meeting = done(client, cast, arrived="By herself, on the bus.")
    assert (meeting.is_first, meeting.arrived) == (True, "By herself, on the bus.")
    assert "How did Tomos come to you?" not in client.get(address(cast, "write_up")).content.decode()
    done(client, cast, written_from="another", held_on="2026-08-17")
    assert not Meeting.objects.get(written_from="another").is_first


@pytest.mark.shows("S18")
def test_topics_are_a_few_words_each_and_the_latest_are_at_hand(client, cast):
    done(client, cast, topics="running,  the new flat , running,")
    assert queries.last_topics(cast.individual) == ["running", "the new flat"]
    page = client.get(address(cast, "meeting_page", meeting=queries.last_meeting(cast.individual).public_id))
    assert '<span class="chip plain">the new flat</span>' in page.content.decode()


@pytest.mark.shows("S41")
def test_a_decision_says_who_took_it_where_that_was_said(client, cast):
    assert page_as_sent(client, cast)["decision_1_by"] == ""
    typed = {"decision_1": "Try the club", "decision_1_by": "individual", "decision_2": "Ring them"}
    meeting = done(client, cast, **typed)
    assert [(each.words, each.decided_by) for each in meeting.decisions.all()] == [
        ("Try the club", "individual"),
        ("Ring them", ""),
    ]
    for user in (cast.worker, cast.user):
        page = signed_in(user).get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()
        assert "Tomos decided" in page


@pytest.mark.shows("S39")
def test_what_was_agreed_elsewhere_that_day_is_there_already(client, cast):
    goal = goals.set_goal(individual=cast.individual, kind="target", words="Run a 5km", by=cast.as_worker)
    own = goals.add_step(individual=cast.individual, words="Find my shoes", by=cast.as_individual)
    going = going_along(cast)
    page = client.get(address(cast, "write_up")).content.decode()
    for words in ("Agreed already", "Run a 5km (a goal)", "Find my shoes (Tomos)", "Go along to Walking group"):
        assert words in page
    meeting = queries.meeting_of(cast.individual, done(client, cast).public_id)
    agreed = queries.agreed_in(meeting)
    assert (agreed.goals, agreed.steps, agreed.introductions) == ([goal], [own], [going])
    assert not queries.agreed_since(cast.individual, TODAY)


def going_along(cast):
    activity = directory.add_activity(name="Walking group", by=cast.as_worker)
    going = introductions.prepare(
        individual=cast.individual,
        activity=activity,
        says="first name",
        gets_in_touch="worker rings",
        goes_along="nobody",
        by=cast.as_worker,
    )
    shown = digest(going.words_to_say, going.true_answer)
    return introductions.agree(introduction=going, shown=shown, by=cast.as_worker)


def test_what_was_not_agreed_there_is_left_out(client, cast):
    goals.add_step(individual=cast.individual, words="Find my shoes", by=cast.as_individual)
    goals.add_step(individual=cast.individual, words="Ring Sam", by=cast.as_worker)
    offered = page_as_sent(client, cast)["agreed"]
    meeting = done(client, cast, agreed=offered[1:])
    assert [step.words for step in meeting.steps.all()] == ["Ring Sam"]


def test_what_was_set_long_before_is_not_offered(client, cast):
    worker = cast.as_worker
    with clock.at(clock.now() - timedelta(days=9)):
        goals.add_step(individual=cast.individual, words="Old news", by=worker)
    assert page_as_sent(client, cast)["agreed"] == []
    assert "Agreed already" not in client.get(address(cast, "write_up")).content.decode()


def test_somebody_elses_step_cannot_be_brought_in(client, cast):
    meeting = done(client, cast, agreed=["step-of-somebody-else", "goal-zzzz"])
    assert not meeting.steps.exists()


def test_a_step_set_while_the_page_was_half_written_is_there_when_it_comes_back(client, cast):
    goals.add_step(individual=cast.individual, words="First", by=cast.as_worker)
    page = page_as_sent(client, cast)
    client.post(address(cast, "save_draft"), page | {"shared": "Half", "agreed": []})
    new = goals.add_step(individual=cast.individual, words="Second", by=cast.as_worker)
    assert page_as_sent(client, cast)["agreed"] == [f"step-{new.public_id}"]


def test_sent_twice_it_is_one_meeting_with_one_of_each(client, cast):
    goals.add_step(individual=cast.individual, words="Once", by=cast.as_worker)
    page = page_as_sent(client, cast) | {"held_on": "2026-08-18", "decision_1": "Wait"}
    answers = [client.post(address(cast, "write_up"), page)["Location"] for _ in range(2)]
    meeting = Meeting.objects.get()
    assert answers[0] == answers[1]
    assert (meeting.steps.count(), meeting.decisions.count()) == (1, 1)


@pytest.mark.shows("S13")
def test_a_meeting_written_a_week_later_keeps_both_days(client, cast):
    meeting = done(client, cast, held_on="2026-08-11", shared="Late, and honest.")
    page = client.get(address(cast, "meeting_page", meeting=meeting.public_id)).content.decode()
    assert "Tuesday 11 August" in page
    assert "Written by Anwen on 18 August." in page


def test_a_long_history_asks_no_more(client, cast):
    def looks(name: str, **ids) -> int:
        with CaptureQueriesContext(connection) as seen:
            client.get(address(cast, name, **ids))
        return len(seen)

    def meet(number: int) -> Meeting:
        wrote = WriteUp(held_on=TODAY, shared="Words", decisions=(("Wait", ""),), saying="Hm", written_from=str(number))
        return actions.write_up(individual=cast.individual, wrote=wrote, by=cast.as_worker)

    first = meet(0)
    before = looks("write_up"), looks("meeting_page", meeting=first.public_id), looks("meetings_page")
    for number in range(1, 8):
        meet(number)
    assert (looks("write_up"), looks("meeting_page", meeting=first.public_id), looks("meetings_page")) == before
