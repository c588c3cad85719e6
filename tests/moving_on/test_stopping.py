"""Before we stop, and stopping: nobody is left waiting, whoever worked there sees nothing, the page stays."""

from datetime import date

import pytest
from django.urls import reverse

from kith.access.models import TrailEntry
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.when import in_window
from kith.conversations.wording import when_in_words
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.messaging import actions as messaging
from kith.messaging.models import Message
from kith.moving_on import actions, letters, queries
from kith.outbox.gates import Go, HoldBack, ask
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Individual

from .conftest import again, as_manager, browser_of


def promised(cast, words="Ring the hall"):
    return goals.add_step(individual=cast.individual, words=words, owner="worker", by=cast.as_worker)


def at(cast, name: str) -> str:
    return reverse(f"moving_on:{name}", args=[cast.individual.public_id])


def introduced(cast):
    place = directory.add_activity(name="The choir", by=cast.as_worker)
    chosen = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "nobody"}
    return introductions.prepare(individual=cast.individual, activity=place, by=cast.as_worker, **chosen)


def test_what_is_open_is_what_the_worker_said_and_places_on_their_way(cast):
    step, choir = promised(cast), introduced(cast)
    goals.add_step(individual=cast.individual, words="Buy socks", by=cast.as_individual)
    found = queries.still_open(cast.individual, None)
    assert [each.about for each in found] == [f"introduction {choir.public_id}", f"step {step.public_id}"]


@pytest.mark.parametrize(
    ("becomes", "whom", "holds"),
    [
        ("theirs", "", ("individual", "")),
        ("somebody", "Sam", ("helper", "Sam")),
        ("let go", "", ("worker", "")),
        ("before", "", ("worker", "")),
    ],
)
def test_a_step_goes_to_whoever_takes_it_on(cast, talk, becomes, whom, holds):
    step = promised(cast)
    actions.settle(talk=talk, about=f"step {step.public_id}", becomes=becomes, to_whom=whom, by=cast.as_worker)
    step.refresh_from_db()
    assert (step.owner, step.helper.name if step.helper else "") == holds
    assert [end.becomes for end in queries.settled_ends(talk)] == [becomes]


def test_a_place_that_is_let_go_comes_to_its_end(cast, talk):
    choir = introduced(cast)
    actions.settle(talk=talk, about=f"introduction {choir.public_id}", becomes="let go", by=cast.as_worker)
    assert queries.still_open(cast.individual, talk) == []


def test_somebody_else_has_a_name_and_what_is_done_is_open_no_more(cast, talk):
    step = promised(cast)
    about = {"talk": talk, "about": f"step {step.public_id}", "by": cast.as_worker}
    with pytest.raises(Refused, match="who takes it on"):
        actions.settle(becomes="somebody", **about)
    goals.finish_step(step=step, by=cast.as_worker)
    with pytest.raises(Refused, match="not open any more"):
        actions.settle(becomes="theirs", **about)


def test_the_page_before_we_stop_asks_for_nothing_and_settles_without_a_talk(cast):
    step, client = promised(cast), browser_of(cast.worker)
    assert "Ring the hall" in client.get(at(cast, "before_we_stop")).content.decode()
    client.post(at(cast, "settle"), {"about": f"step {step.public_id}", "becomes": "theirs"})
    step.refresh_from_db()
    assert step.owner == "individual"


def test_whoever_stopped_sees_nothing_from_that_moment_and_the_individual_all_of_it(cast):
    client = browser_of(cast.worker)
    assert client.post(at(cast, "stop"))["Location"] == "/"
    for page in ("moving_on:talk", "home:person", "home:plan", "conversations:meetings_page", "moving_on:booklet_pdf"):
        assert client.get(reverse(page, args=[cast.individual.public_id])).status_code == 404, page
    own = browser_of(cast.user)
    for page in ("moving_on:talk", "home:plan", "conversations:meetings_page", "goals:goals_page"):
        assert own.get(reverse(page, args=[cast.individual.public_id])).status_code == 200, page


def test_whoever_helped_beside_the_worker_and_covered_is_gone_as_well(cast):
    people.also_work_with(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    actions.stop(individual=cast.individual, by=cast.as_worker)
    talk = reverse("moving_on:talk", args=[cast.individual.public_id])
    assert browser_of(cast.stranger).get(talk).status_code == 404


def test_the_page_stays_for_as_long_as_the_team_keeps_pages(cast):
    actions.change_keeping(team=cast.team, months=6, by=as_manager(cast))
    actions.stop(individual=cast.individual, by=cast.as_worker)
    assert again(cast).individual.page_ends_on == date(2027, 3, 11)
    assert cast.individual.is_quiet
    page = browser_of(cast.user).get(at(cast, "talk")).content.decode()
    assert "Your page stays open until Thursday 11 March 2027." in page
    assert "Your page stays open until Thursday 11 March 2027" in browser_of(cast.user).get("/").content.decode()


def test_as_long_as_they_like_has_no_last_day(cast):
    actions.change_keeping(team=cast.team, months=None, by=as_manager(cast))
    actions.stop(individual=cast.individual, by=cast.as_worker)
    assert again(cast).individual.page_ends_on is None
    assert "for as long as you like" in browser_of(cast.user).get(at(cast, "talk")).content.decode()


def test_without_an_account_no_page_ends(cast):
    Individual.objects.update(user=None)
    cast.individual.refresh_from_db()
    actions.stop(individual=cast.individual, by=cast.as_worker)
    cast.individual.refresh_from_db()
    assert cast.individual.moved_on_at and cast.individual.page_ends_on is None


def test_the_meeting_is_called_off_and_messages_wait_for_the_team(cast):
    conversations.plan_next(individual=cast.individual, when=in_window("3", date(2026, 9, 11)), by=cast.as_worker)
    sent = messaging.write(individual=cast.individual, words="When do we meet?", by=cast.as_individual)
    actions.stop(individual=cast.individual, by=cast.as_worker)
    sent.refresh_from_db()
    assert (sent.owner, sent.turn) == (None, Message.Turn.MANAGER)
    assert not cast.individual.meetings.filter(state="planned").exists()


def test_they_are_told_once_of_the_end_and_of_the_meeting_that_is_off(cast):
    conversations.plan_next(individual=cast.individual, when=in_window("3", date(2026, 9, 11)), by=cast.as_worker)
    planned = when_in_words(cast.individual.meetings.get())
    actions.stop(individual=cast.individual, by=cast.as_worker)
    letter = Letter.objects.get(kind=letters.WE_STOPPED)
    assert letter.individual_ref == cast.individual.public_id
    for said in (
        "Anwen and you have stopped working together.",
        f"This meeting is not on: {planned}.",
        "Your page here stays open until Saturday 11 September 2027.",
    ):
        assert said in letter.made_of
    assert isinstance(ask(letter), Go)
    actions.come_back(individual=cast.individual, worker=cast.worker, by=as_manager(cast))
    assert isinstance(ask(letter), HoldBack)


def test_where_no_letter_goes_the_team_has_a_line_to_say(cast):
    Individual.objects.update(reached_by=Individual.Channel.PHONE, phone="+447700900123")
    cast.individual.refresh_from_db()
    actions.stop(individual=cast.individual, by=cast.as_worker)
    assert not Letter.objects.filter(kind=letters.WE_STOPPED).exists()
    (told,) = queries.moving_in(cast.team).to_say
    page = browser_of(cast.manager).get(reverse("moving_on:team", args=[cast.team.public_id])).content.decode()
    assert "That working together has stopped" in page and "07700 900123" in page
    actions.say_it(told=told, by=as_manager(cast))
    assert queries.moving_in(cast.team).to_say == []


def test_stopped_again_on_the_day_somebody_came_back_they_are_told_again(cast, moved_on):
    actions.come_back(individual=cast.individual, worker=cast.worker, by=as_manager(cast))
    actions.stop(individual=cast.individual, by=cast.as_worker)
    assert Letter.objects.filter(kind=letters.WE_STOPPED).count() == 2
    assert cast.individual.told_of_moving_on.count() == 1


def test_a_manager_stops_for_a_worker_who_is_gone_but_not_over_a_planned_meeting(cast):
    conversations.plan_next(individual=cast.individual, when=in_window("3", date(2026, 9, 11)), by=cast.as_worker)
    with pytest.raises(Refused, match="Anwen can call it off first"):
        actions.stop(individual=cast.individual, by=as_manager(cast))
    conversations.call_off(meeting=cast.individual.meetings.get(), by=cast.as_worker)
    actions.stop(individual=cast.individual, by=as_manager(cast))
    assert again(cast).individual.moved_on_at


def test_pressed_twice_they_stop_once(cast, moved_on):
    with pytest.raises(Refused, match="any more"):
        actions.stop(individual=cast.individual, by=as_manager(cast))
    assert TrailEntry.objects.filter(what="moved on").count() == 1


def test_a_promise_that_was_let_go_is_no_longer_shown_as_one(cast, talk):
    step = promised(cast)
    actions.settle(talk=talk, about=f"step {step.public_id}", becomes="let go", by=cast.as_worker)
    own = browser_of(cast.user)
    assert "Ring the hall" in own.get("/").content.decode()
    actions.stop(individual=cast.individual, by=cast.as_worker)
    assert "Ring the hall" not in own.get("/").content.decode()
    assert "It is let go." in own.get(at(cast, "talk")).content.decode()


def test_after_it_they_still_write_print_and_check_in_for_themself(cast, talk):
    boxing = goals.set_goal(
        individual=cast.individual, kind="commitment", words="Box", weekday=3, by=cast.as_individual
    )
    actions.stop(individual=cast.individual, by=cast.as_worker)
    own = browser_of(cast.user)
    own.post(at(cast, "keep_part"), {"kind": "gives", "words": "Tea for Mum", "seen": ""})
    assert talk.parts.get().words == "Tea for Mum"
    goals.check_in(goal=boxing, went=True, on=date(2026, 9, 10), by=cast.as_individual)
    assert own.get(reverse("home:plan_on_paper", args=[cast.individual.public_id])).status_code == 200
