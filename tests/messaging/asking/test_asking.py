"""“Ask me how it went”: off until it is chosen, then once each time, and never when nobody wants to hear it."""

from datetime import date, time, timedelta

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.goals import actions as goals
from kith.messaging.actions import asking
from kith.messaging.models import Question
from kith.messaging.queries import asking as queries
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people

from .conftest import MORNING, OFFICE, SYSTEM, THURSDAY, ask_at, at, letters


def states() -> list[tuple[date, str]]:
    return list(Question.objects.order_by("day").values_list("day", "state"))


def test_nothing_is_asked_until_it_is_chosen(cast, boxing):
    ask_at(at(2, 9))
    assert (letters(), states()) == ([], [])


@pytest.mark.shows("S46", "S86", "S98")
def test_the_morning_after_the_class_they_are_asked_once(asked):
    assert ask_at(at(2, 8, 30))["asked"] == 0  # half past nine
    assert ask_at(at(2, 9))["asked"] == 1
    assert ask_at(at(2, 9, 10))["asked"] == 0
    assert states() == [(THURSDAY, "asked")]


def test_the_letter_itself_says_nothing_and_an_answer_to_it_finds_the_goal(asked, boxing):
    ask_at(at(2, 9))
    [letter] = letters()
    assert letter.subject == "You have a message"
    assert "boxing" not in letter.body
    assert "/c/" in letter.body
    assert (letter.cause, letter.takes_replies) == (f"goal {boxing.public_id}", True)


def test_and_again_the_week_after(asked):
    ask_at(at(2, 9))
    ask_at(at(9, 9))
    assert [day for day, _ in states()] == [THURSDAY, THURSDAY + timedelta(days=7)]


def test_never_at_night(asked):
    for hour in (3, 18, 22):
        ask_at(at(2, hour))
    assert letters() == []


def test_not_about_a_day_that_was_told_of_already(cast, asked, boxing):
    with clock.at(at(1, 20)):
        goals.check_in(goal=boxing, went=True, by=cast.as_individual)
    ask_at(at(2, 9))
    assert letters() == []


@pytest.mark.parametrize("act", [goals.pause, goals.reach, goals.let_go])
def test_not_while_the_goal_is_paused_or_finished(cast, asked, boxing, act):
    act(goal=boxing, by=cast.as_individual)
    ask_at(at(2, 9))
    assert letters() == []


def test_days_while_it_was_paused_are_never_asked_about(cast, asked, boxing):
    goals.pause(goal=boxing, by=cast.as_individual)
    with clock.at(at(2, 8)):
        goals.start_again(goal=boxing, by=cast.as_individual)
    ask_at(at(2, 9))
    assert letters() == []
    assert ask_at(at(9, 9))["asked"] == 1


def test_not_once_the_notebook_is_closed(cast, asked):
    cast.individual.closed_at = MORNING
    cast.individual.save()
    ask_at(at(2, 9))
    assert letters() == []


def test_a_letter_that_waits_is_held_back_once_there_is_nothing_to_ask(cast, asked, boxing, settings):
    settings.KITH_DEMO = True
    ask_at(at(2, 9))
    with clock.at(at(2, 9, 1)):
        goals.check_in(goal=boxing, went=True, on=THURSDAY, by=cast.as_individual)
    deliver_due(at(2, 9, 2))
    assert letters()[0].state == Letter.State.HELD


def test_and_leaves_while_there_is(asked, settings):
    settings.KITH_DEMO = True
    ask_at(at(2, 9))
    deliver_due(at(2, 9, 1))
    assert letters()[0].state == Letter.State.IN_TRAY


def test_after_three_days_of_standing_still_there_is_no_storm(cast, boxing):
    every_day = list(range(7))
    asking.choose_asking(goal=boxing, weekdays=every_day, when="morning", by=cast.as_individual)
    assert ask_at(at(6, 9))["asked"] == 1
    assert states() == [
        (THURSDAY, "late"),
        (date(2026, 10, 2), "late"),
        (date(2026, 10, 3), "late"),
        (date(2026, 10, 4), "late"),
        (date(2026, 10, 5), "asked"),
    ]
    with clock.at(at(6, 9)):
        assert len(queries.not_asked_lately(cast.individual)) == 4


def test_a_day_too_long_ago_is_not_asked_about_at_all(cast, asked):
    assert ask_at(at(5, 9))["let be"] == 1
    assert (letters(), states()) == ([], [(THURSDAY, "late")])


def test_a_goal_moved_to_another_day_is_asked_about_then(cast, asked, boxing):
    goals.reword_goal(goal=boxing, weekday=1, at_time=time(10), by=cast.as_individual)
    ask_at(at(2, 9))
    assert letters() == []
    assert ask_at(at(6, 10, 5))["asked"] == 1
    assert states() == [(date(2026, 10, 6), "asked")]


def test_somebody_with_no_way_to_be_written_to_is_asked_on_their_page(cast, asked, settings):
    cast.individual.reached_by = "in person"
    cast.individual.save()
    assert ask_at(at(2, 9))["let be"] == 1
    assert (letters(), states()) == ([], [(THURSDAY, "no way")])


def test_a_text_where_they_chose_one_for_this(cast, boxing, settings):
    settings.KITH_DEMO = True
    cast.individual.phone = "+447700900123"
    cast.individual.save()
    people.keep_wishes(individual=cast.individual, channels=["email", "text"], by=cast.as_individual)
    asking.choose_asking(goal=boxing, channel="text", by=cast.as_individual)
    ask_at(at(2, 9))
    deliver_due(at(2, 9, 1))
    assert [(each.channel, each.to, each.state) for each in letters()] == [("text", "+447700900123", "in the tray")]


def test_the_worker_may_choose_it_as_told_and_the_row_says_so(cast, boxing):
    ask = asking.choose_asking(goal=boxing, by=cast.as_worker)
    assert (ask.chosen_by, ask.chosen_by_individual) == (cast.worker, False)


def test_nobody_else_may(cast, boxing):
    with pytest.raises(NotPermitted):
        asking.choose_asking(goal=boxing, by=cast.as_stranger)


@pytest.mark.parametrize(
    ("chosen", "reason"),
    [
        ({"when": "time", "at_time": time(20)}, "Kith writes between 9am and 7pm. Please choose a time in between."),
        ({"when": "time"}, "Please write the time, like 4pm."),
        ({"weekdays": [9]}, "Please choose from these days."),
        ({"channel": "text"}, "There is no address or number for this yet. Please choose another way."),
    ],
)
def test_what_cannot_be_chosen_is_said_in_a_sentence(cast, boxing, chosen, reason):
    with pytest.raises(Refused, match=reason):
        asking.choose_asking(goal=boxing, by=cast.as_individual, **chosen)


def test_only_something_regular_is_asked_about(cast):
    run = goals.set_goal(individual=cast.individual, kind="target", words="Run", by=cast.as_individual)
    with pytest.raises(Refused, match="one day"):
        asking.choose_asking(goal=run, by=cast.as_individual)


def test_switched_off_nothing_is_asked(cast, asked, boxing):
    asking.stop_asking_about(goal=boxing, by=cast.as_individual)
    ask_at(at(2, 9))
    assert letters() == []
    asking.choose_asking(goal=boxing, by=cast.as_individual)
    assert ask_at(at(2, 9))["asked"] == 1


def test_stop_asks_about_nothing_at_all(cast, asked):
    asking.stop_asking(individual=cast.individual, by=cast.as_individual)
    ask_at(at(2, 9))
    assert letters() == []


def test_the_link_of_the_week_before_ends_with_the_next_question(asked):
    ask_at(at(2, 9))
    ask_at(at(9, 9))
    old, new = (each.link for each in Question.objects.order_by("day").select_related("link"))
    assert (old.stopped_at, new.stopped_at) == (at(9, 9), None)
    assert new.ends_at == at(23, 9)


def test_one_that_stumbles_stops_nobody_else_s(cast, asked, monkeypatch, caplog):
    other = people.open_partnership(
        worker=cast.worker, team=cast.team, called="Bryn", user=cast.stranger, by=OFFICE
    ).individual
    goal = goals.set_goal(individual=other, kind="commitment", words="Choir", weekday=3, by=cast.as_worker)
    asking.choose_asking(goal=goal, by=cast.as_worker)
    write = people.write_to

    def stumbles(one, **more):
        return write(one, **more) if one == other else int("Greg rang")

    monkeypatch.setattr(people, "write_to", stumbles)
    counts = ask_at(at(2, 9))
    assert (counts["asked"], counts["stumbled"]) == (1, 1)
    assert "(ValueError)" in caplog.text and "Greg" not in caplog.text
    monkeypatch.undo()
    assert ask_at(at(2, 9, 10))["asked"] == 1  # and it is tried again


def test_only_kith_itself_asks(cast, asked):
    with clock.at(at(2, 9)), pytest.raises(NotPermitted):
        asking.ask_about(ask=asked, by=cast.as_stranger)
    assert SYSTEM.who == "system"
