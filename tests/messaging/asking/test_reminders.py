"""Reminders that people chose: once, by day, while they are of use, and never of what has passed."""

from datetime import date, time, timedelta

import pytest

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.when import in_window, on_day
from kith.directory import actions as directory
from kith.directory.models import Activity
from kith.goals import actions as goals
from kith.messaging import actions as messaging
from kith.messaging.actions import reminding
from kith.messaging.models import Reminder, ReminderWishes, Sweep, WorkerWishes
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people

from .conftest import MORNING, SYSTEM, TUESDAY, at, hush, remind_at, sent, wish


@pytest.mark.shows("S98")
def test_usually_the_day_before_a_meeting_at_ten_and_once(meeting):
    for moment in (at(18, 9), at(19, 8, 50), at(19, 9), at(19, 9, 10), at(20, 9)):
        remind_at(moment)
    assert sent() == [("meeting day", "20 Oct")]


def test_the_email_says_only_that_there_is_something(meeting):
    remind_at(at(19, 9))
    letter = Letter.objects.get(kind="to individual: before meeting reminder")
    assert letter.subject == "You have a message"
    assert not {"library", "Anwen", "meet"} & set(letter.body.replace(".", "").split())


def test_or_as_they_chose(cast, meeting):
    wish(cast, meeting_week=True, meeting_morning=True)
    for day in (12, 13, 14, 19, 20):
        remind_at(at(day, 9))
    assert sent() == [("meeting week", "20 Oct"), ("meeting morning", "20 Oct")]


def test_nothing_at_all_where_nothing_is_wanted(cast, meeting):
    wish(cast)
    for day in (12, 13, 14, 19, 20):
        remind_at(at(day, 9))
    assert sent() == []


def test_an_early_meeting_is_reminded_of_the_evening_before_not_after_it_began(cast):
    hush(cast)
    conversations.plan_next(individual=cast.individual, when=on_day(TUESDAY, time(9, 15)), by=cast.as_worker)
    wish(cast, meeting_morning=True)
    assert remind_at(at(19, 16, 50))["sent"] == 0  # ten to six
    assert remind_at(at(19, 17))["sent"] == 1
    assert remind_at(at(20, 8))["sent"] == 0


def test_a_morning_s_reminder_does_not_come_when_it_is_about_to_begin(cast, meeting):
    wish(cast, meeting_morning=True)
    assert remind_at(at(20, 12, 45))["sent"] == 0  # a quarter to two
    assert sent() == []


def test_a_season_reminds_nobody_of_a_day(cast):
    hush(cast)
    conversations.plan_next(individual=cast.individual, when=in_window("1", clock.today()), by=cast.as_worker)
    wish(cast, meeting_week=True, meeting_day=True, meeting_morning=True)
    for day in (23, 24, 31):
        remind_at(at(day, 10))
    with clock.at(at(1, 9, month=11)):
        remind_at(clock.now())
    assert sent() == []


def test_a_meeting_that_was_called_off_or_moved_holds_the_letter_back(cast, meeting, settings):
    settings.KITH_DEMO = True
    remind_at(at(19, 9))
    with clock.at(at(19, 9, 1)):
        later = on_day(TUESDAY + timedelta(days=7), time(14))
        conversations.plan_next(individual=cast.individual, when=later, by=cast.as_worker)
    deliver_due(at(19, 9, 2))
    assert Letter.objects.get(kind="to individual: before meeting reminder").state == Letter.State.HELD
    remind_at(at(26, 10))
    assert sent() == [("meeting day", "20 Oct"), ("meeting day", "27 Oct")]


def test_and_it_leaves_while_the_meeting_is_still_then(meeting, settings):
    settings.KITH_DEMO = True
    remind_at(at(19, 9))
    deliver_due(at(19, 9, 1))
    assert Letter.objects.get(kind="to individual: before meeting reminder").state == Letter.State.IN_TRAY


def test_nobody_is_reminded_once_the_notebook_is_closed(cast, meeting):
    cast.individual.closed_at = MORNING
    cast.individual.save()
    remind_at(at(19, 9))
    assert sent() == []


def test_never_in_the_evening_or_at_night(meeting):
    for hour in (2, 7, 18, 20):
        assert not remind_at(at(19, hour))
    assert sent() == []


def test_ten_is_ten_on_the_morning_after_the_clocks_go_back(cast):
    hush(cast)
    conversations.plan_next(individual=cast.individual, when=on_day(date(2026, 10, 26), time(14)), by=cast.as_worker)
    remind_at(at(25, 9))  # nine by the new time
    assert sent() == []
    remind_at(at(25, 10))
    assert sent() == [("meeting day", "26 Oct")]


def test_after_three_days_without_a_clock_what_has_passed_is_let_be_and_counted(cast, meeting):
    remind_at(at(17, 9))
    counts = remind_at(at(21, 9))
    assert (counts["sent"], counts["let be"], sent()) == (0, 1, [])
    assert Sweep.objects.get().let_be == 1
    [late] = Reminder.objects.all()
    assert (late.kind, late.state) == ("meeting day", "late")
    assert remind_at(at(21, 9, 10))["let be"] == 0


def test_and_what_is_still_of_use_is_sent_late(cast, meeting):
    remind_at(at(16, 9))
    counts = remind_at(at(19, 15))
    assert (counts["sent"], counts["let be"]) == (1, 0)


def test_a_meeting_planned_only_now_makes_no_reminder_late(cast):
    hush(cast)
    wish(cast, meeting_week=True, meeting_day=True)
    remind_at(at(19, 9))
    with clock.at(at(19, 9, 5)):
        conversations.plan_next(individual=cast.individual, when=on_day(TUESDAY, time(14)), by=cast.as_worker)
    counts = remind_at(at(19, 9, 10))
    assert (counts["sent"], counts["let be"]) == (1, 0)


def test_told_to_stop_it_goes_on_at_the_next_turn_as_if_nobody_had_looked(meeting):
    remind_at(at(18, 9))
    before = Sweep.objects.get().done_at
    assert not reminding.remind(by=SYSTEM, now=at(19, 9), goes_on=lambda: False)
    assert (sent(), Sweep.objects.get().done_at) == ([], before)
    assert remind_at(at(19, 9, 5))["sent"] == 1


def test_whoever_wrote_how_it_went_is_not_asked_the_day_after(cast, race):
    with clock.at(at(20, 20)):
        messaging.write(individual=cast.individual, words="I did it!", about=race, by=cast.as_individual)
    remind_at(at(21, 9))
    assert sent() == []


@pytest.mark.shows("S52", "S100")
def test_the_day_after_a_target_they_are_asked_once_how_it_went(race):
    for moment in (at(20, 10), at(21, 9), at(22, 9), at(23, 9)):
        remind_at(moment)
    assert sent() == [("after target", "20 Oct")]
    letter = Letter.objects.get(kind="to individual: how did it go")
    assert (letter.cause, letter.takes_replies) == (f"goal {race.public_id}", True)


def test_not_once_they_told_of_it(cast, race):
    with clock.at(at(20, 18)):
        goals.add_result(goal=race, value="28:30", by=cast.as_individual)
    remind_at(at(21, 9))
    assert sent() == []


@pytest.mark.parametrize("act", [goals.pause, goals.let_go])
def test_nor_for_a_target_that_was_let_go(cast, race, act):
    act(goal=race, by=cast.as_individual)
    remind_at(at(21, 9))
    assert sent() == []


def test_the_day_of_a_listing_counts_as_the_target_s(cast):
    hush(cast)
    office = {"name": "Park run", "by": cast.as_worker}
    event = directory.add_activity(**office)
    Activity.objects.filter(pk=event.pk).update(on_date=TUESDAY)
    event.refresh_from_db()
    goals.set_goal(individual=cast.individual, kind="target", words="Run", activity=event, by=cast.as_individual)
    remind_at(at(21, 9))
    assert sent() == [("after target", "20 Oct")]


@pytest.mark.shows("S98")
def test_a_target_drawing_near_and_small_steps_only_where_they_want_it(cast, race):
    goals.add_step(goal=race, words="Buy socks", by_when=date(2026, 10, 12), by=cast.as_individual)
    for day in (11, 13, 19):
        remind_at(at(day, 9))
    assert sent() == []


def test_and_then_they_come(cast, race):
    goals.add_step(goal=race, words="Buy socks", by_when=date(2026, 10, 12), by=cast.as_individual)
    wish(cast, target_week=True, target_day=True, promises=True)
    for day in (10, 11, 12, 13, 14, 19):
        remind_at(at(day, 9))
    assert sent() == [("promise", "12 Oct"), ("target week", "20 Oct"), ("target day", "20 Oct")]


def test_somebody_without_a_page_of_their_own_reads_it_by_the_link_they_were_given(cast, meeting):
    cast.individual.user = None
    cast.individual.email = "tomos@home.example"
    cast.individual.save()
    remind_at(at(19, 9))
    assert Reminder.objects.get().state == "unsaid"
    Reminder.objects.all().delete()
    with clock.at(at(19, 9)):
        ends_at = at(20, 20)
        people.give_link(
            purpose="visit", individual=cast.individual, about=meeting.public_id, ends_at=ends_at, by=cast.as_worker
        )
    remind_at(at(19, 9, 10))
    letter = Letter.objects.filter(kind="to individual: before meeting reminder").get()
    assert "/v/" in letter.body


def test_however_often_everything_is_gone_through_nobody_is_reminded_twice(cast, meeting, race):
    wish(cast, meeting_week=True, meeting_day=True, after_target=True)
    for day in (13, 14, 19, 20, 21, 22):
        for hour in (9, 13):
            remind_at(at(day, hour))
    assert len(sent()) == len(set(sent())) == Letter.objects.filter(kind__startswith="to individual").count() == 3


@pytest.fixture
def after_another(monkeypatch):
    """A press that waits for another one, which is over before this one holds its row."""

    def presses_after(other):
        really, first = reminding.hold, [other]

        def held(row):
            while first:
                first.pop()()
            really(row)

        monkeypatch.setattr(reminding, "hold", held)
        return lambda: not first

    return presses_after


def test_of_two_presses_at_once_the_later_choice_of_reminders_counts(cast, after_another):
    waited = after_another(lambda: wish(cast, promises=True))
    wish(cast, meeting_day=True)
    kept = ReminderWishes.objects.get(individual=cast.individual)
    assert (waited(), kept.meeting_day, kept.promises) == (True, True, False)


def test_of_two_presses_at_once_a_worker_s_later_choice_counts(cast, after_another):
    def choose(**wished):
        return reminding.choose_own_reminders(user=cast.worker, by=cast.as_worker, **wished)

    waited = after_another(lambda: choose(brief_days=1))
    choose(brief_days=3, visits=True)
    kept = WorkerWishes.objects.get(user=cast.worker)
    assert (waited(), kept.brief_days, kept.visits) == (True, 3, True)
