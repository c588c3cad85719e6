"""What happens around a yes: nobody is asked without it, nobody waits in silence, and nobody sets out for nothing."""

from datetime import datetime, timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor, Role, Tie
from kith.access.refusal import Refused
from kith.directory.models import Activity
from kith.home.queries import today_for
from kith.home.queries.plan import _is_to_come
from kith.introductions import actions, card, queries
from kith.introductions.around_the_visit import of_the_day
from kith.introductions.states import state_words
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Link

from .conftest import TODAY, VISIT
from .test_actions import agreed, mark, prepared

SYSTEM = Actor.system()
NOT_ON, STILL_ON = "to individual: not on today", "to place: still on"


@pytest.fixture
def cast(cast):
    Activity.objects.filter(pk=cast.harriers.pk).update(email="dawn@harriers.example")
    cast.harriers.refresh_from_db()
    return cast


def again(introduction):
    return queries.introduction(introduction.individual, introduction.public_id)


def host(cast) -> Actor:
    return Actor(who="host", ties=(Tie(Role.HOST, individual_id=cast.individual.pk),))


def at(hour: int):
    return clock.at(datetime(TODAY.year, TODAY.month, TODAY.day, hour, tzinfo=clock.now().tzinfo))


def test_with_a_card_to_carry_nobody_is_asked_that_morning(cast):
    introduction = agreed(cast, says="nothing", still_on="write", first_visit_on=TODAY, first_visit_time="2pm")
    assert introduction.still_on == ""
    type(introduction).objects.update(still_on="write")  # as it was kept before
    with at(10):
        actions.ask_whether_still_on(by=SYSTEM)
    assert not Letter.objects.filter(kind=STILL_ON).exists()
    type(introduction).objects.update(still_on="ring")
    assert today_for(cast.users["idris"]).visits.to_ask == []


@pytest.mark.parametrize("why", ["before the yes", "taken back", "ended"])
def test_nobody_is_told_to_ring_about_somebody_who_has_not_agreed(cast, why):
    chosen = {"still_on": "ring", "first_visit_on": TODAY, "first_visit_time": "2pm"}
    introduction = prepared(cast, **chosen) if why == "before the yes" else agreed(cast, **chosen)
    if why == "taken back":
        people.revoke(share=introduction.share, by=cast.olwen)
    if why == "ended":
        actions.end(introduction=introduction, by=cast.olwen)
    assert of_the_day(again(introduction), to_individual=False)["asks"] == ""
    today = today_for(cast.users["idris"])
    assert (today.visits.to_ask, today.to_ring) == ([], [])


def test_before_a_letter_leaves_nobody_is_told_to_ring_beside_it(cast):
    introduction = agreed(cast, still_on="write", first_visit_on=TODAY, first_visit_time="2pm")
    assert of_the_day(again(introduction), to_individual=False)["asks"] == ""
    agreed(cast, still_on="ring", first_visit_on=TODAY, gets_in_touch="individual")
    ringing = cast.individual.introductions.get(still_on="ring")
    assert of_the_day(again(ringing), to_individual=True)["asks"] == "Idris rings Dawn."


@pytest.mark.parametrize("told_by", ["the place", "the worker"])
def test_not_this_time_takes_the_planned_day_away_and_reaches_the_individual(cast, told_by):
    introduction = agreed(cast, gets_in_touch="worker writes", first_visit_on=VISIT)
    actions.send_message(introduction=introduction, by=cast.worker)
    if told_by == "the place":
        actions.answer_as_host(introduction=introduction, kind="host not now", by=host(cast))
    else:
        actions.note_call(introduction=introduction, words="", they_said="host not now", by=cast.worker)
    introduction = again(introduction)
    assert (introduction.first_visit_on, introduction.called_off_on) == (None, VISIT)
    assert Letter.objects.filter(kind=NOT_ON).count() == 1
    assert card.whose_card(introduction) == ""


def test_a_yes_taken_back_without_a_name_stops_the_call_and_rests_in_no_letter(cast):
    introduction = agreed(cast, says="no name", gets_in_touch="worker writes")
    actions.send_message(introduction=introduction, by=cast.worker)
    Letter.objects.update(state=Letter.State.SENT)
    people.revoke(share=introduction.share, by=cast.olwen)
    with pytest.raises(Refused, match="has taken the yes back"):
        actions.note_call(introduction=introduction, words="Hello", by=cast.worker)
    with clock.at(clock.now() + timedelta(days=15)):
        assert not actions.let_rest_what_nobody_answers(by=SYSTEM)["rests"]


@pytest.mark.parametrize("who", ["individual", "together"])
def test_words_of_their_own_are_not_sent_under_a_workers_name(cast, who):
    introduction = agreed(cast, gets_in_touch=who)
    actions.note_call(introduction=introduction, words="Fine", by=cast.worker)
    with pytest.raises(Refused, match="for saying together"):
        actions.put_in_writing(introduction=introduction, by=cast.worker)
    assert not Letter.objects.filter(kind="to place: in writing").exists()


def test_the_card_for_a_host_names_no_worker_where_they_speak_for_themselves_and_goes_with_the_yes(cast):
    introduction = agreed(cast, gets_in_touch="individual", goes_along="host", first_visit_on=VISIT)
    assert "Idris" not in card.their_card(again(introduction)).text
    assert card.whose_card(again(introduction)) == "Dawn"
    people.revoke(share=introduction.share, by=cast.olwen)
    assert card.whose_card(again(introduction)) == ""


def test_it_does_not_rest_before_a_visit_that_is_to_come_and_what_is_over_stands_on_no_plan(cast):
    introduction = agreed(cast, gets_in_touch="worker writes", first_visit_on=VISIT + timedelta(days=20))
    actions.send_message(introduction=introduction, by=cast.worker)
    Letter.objects.update(state=Letter.State.SENT)
    with clock.at(clock.now() + timedelta(days=15)):
        assert not actions.let_rest_what_nobody_answers(by=SYSTEM)["rests"]
        assert _is_to_come(again(introduction), clock.today())
        actions.end(introduction=introduction, by=cast.olwen)
        assert not _is_to_come(again(introduction), clock.today())


def test_a_new_day_stands_where_an_old_answer_stood(cast):
    introduction = agreed(cast, gets_in_touch="worker writes")
    actions.send_message(introduction=introduction, by=cast.worker)
    actions.answer_as_host(introduction=introduction, kind="host not now", by=host(cast))
    assert state_words(again(introduction)) == "They said: not this time"
    with clock.at(clock.now() + timedelta(hours=1)):
        actions.note_call(introduction=introduction, words="Come along after all", by=cast.worker)
        actions.plan_visit(introduction=introduction, on=VISIT, by=cast.worker)
    assert state_words(again(introduction)) == "First visit Tuesday 1 December"


def test_whoever_went_without_a_planned_day_can_still_say_that_they_go(cast):
    introduction = agreed(cast)
    actions.report(introduction=introduction, kind="went", by=cast.olwen)
    actions.choose_to_be_asked(introduction=introduction, by=cast.olwen)
    with clock.at(clock.now() + timedelta(weeks=2)):
        actions.report(introduction=introduction, kind="went again", by=cast.olwen)
    with clock.at(clock.now() + timedelta(weeks=4)):
        actions.ask_who_still_goes(by=SYSTEM)
        from kith.introductions import not_yet

        link = Link.objects.get(about=introduction.public_id, purpose="check_in")
        found = not_yet.visit_of_link(link)
        assert found is not None and not_yet.page_of(found).said == ""


def test_pressed_twice_it_is_one_introduction_whatever_was_ticked_before(cast):
    about = {"individual": cast.individual, "activity": cast.harriers, "by": cast.olwen, "opened_from": "one page"}
    chosen = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "host"}
    chosen |= {"what_helps": "A quiet corner", "names_the_team": True}
    first = actions.prepare(**about, **chosen)
    actions.agree(introduction=first, shown=mark(first), by=cast.olwen)
    assert actions.prepare(**about, **chosen) == first


def test_a_day_that_was_moved_meanwhile_is_asked_about_after_the_new_one(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    with clock.at(clock.now() + timedelta(days=9)):
        seen = type(introduction).objects.get(pk=introduction.pk)
        type(introduction).objects.update(first_visit_on=VISIT + timedelta(days=20))
        assert not actions.ask_about_some(introductions=[seen], today=clock.today(), by=SYSTEM)
    assert again(introduction).asked_on is None


def test_a_question_of_the_morning_that_does_not_leave_is_rung_about(cast, settings):
    settings.INTRODUCTION_SENDER = "hello@goodcompany.example"
    introduction = agreed(cast, still_on="write", first_visit_on=TODAY, first_visit_time="2pm")
    with at(10):
        assert actions.ask_whether_still_on(by=SYSTEM)["asked"] == 1
        assert today_for(cast.users["idris"]).visits.to_ask == []
    with clock.at(clock.now() + timedelta(hours=1, minutes=11)):
        actions.ask_whether_still_on(by=SYSTEM)
        assert today_for(cast.users["idris"]).visits.to_ask == [introduction]
        assert isinstance(gates.ask(Letter.objects.get(kind=STILL_ON)), gates.HoldBack)
