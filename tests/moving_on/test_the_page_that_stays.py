"""Told before it ends, by the way they like; asked longer, given longer; closed gently; and back by one press."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.refusal import Refused
from kith.goals import actions as goals
from kith.messaging import actions as messaging
from kith.messaging.actions import asking, reminding
from kith.messaging.models import Message
from kith.moving_on import actions, letters, queries
from kith.moving_on.models import Told
from kith.outbox.gates import Go, HoldBack, ask
from kith.outbox.models import Letter
from kith.people.models import Individual
from kith.people.queries import worker_of

from .conftest import FRIDAY, SYSTEM, again, as_manager, browser_of, sweep

LAST_DAY = date(2027, 9, 11)


def on(day: date, hour: int = 10) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def posted(kind=letters.YOUR_PAGE) -> list[Letter]:
    return list(Letter.objects.filter(kind=kind).order_by("pk"))


def answer_of(letter: Letter):
    return ask(letter)


def test_nobody_is_told_while_there_is_time(moved_on):
    sweep(on(LAST_DAY - timedelta(days=31)))
    assert posted() == []


def test_told_a_month_and_a_week_before_once_each_and_closed_the_day_after(moved_on):
    for days in (30, 29, 8, 7, 6, 0):
        sweep(on(LAST_DAY - timedelta(days=days)))
    assert [letter.created_at.date() for letter in posted()] == [
        LAST_DAY - timedelta(days=30),
        LAST_DAY - timedelta(days=7),
    ]
    assert again(moved_on).individual.closed_at is None
    sweep(on(LAST_DAY + timedelta(days=1)))
    assert again(moved_on).individual.closed_at is not None


def test_the_letter_says_the_day_the_copy_and_how_to_ask(moved_on):
    words = letters.page_ends(moved_on.individual, LAST_DAY)
    assert "Saturday 11 September 2027" in words
    for what in ("take a copy", "Ask for longer", "thrown away by this"):
        assert what in words


def test_not_at_night(moved_on):
    sweep(on(LAST_DAY - timedelta(days=30), hour=2))
    assert posted() == []


def test_a_clock_that_stood_still_closes_nothing_before_they_heard_a_week_ago(moved_on):
    late = LAST_DAY + timedelta(days=20)
    sweep(on(late))
    assert len(posted()) == 1 and again(moved_on).individual.closed_at is None
    sweep(on(late + timedelta(days=6)))
    assert again(moved_on).individual.closed_at is None
    sweep(on(late + timedelta(days=7)))
    assert again(moved_on).individual.closed_at is not None


@pytest.mark.parametrize("became", ["waiting", "held", "came_back", "gave_up", "unsure"])
def test_a_letter_that_did_not_reach_them_is_not_heard(moved_on, became):
    sweep(on(LAST_DAY - timedelta(days=7)))
    Letter.objects.filter(kind=letters.YOUR_PAGE).update(state=became, sent_at=None)
    with clock.at(on(LAST_DAY + timedelta(days=5))):
        actions.close_all_that_ended(by=SYSTEM)
        assert again(moved_on).individual.closed_at is None
        to_say = queries.moving_in(moved_on.team).to_say
        assert [told.kind for told in to_say] == ([] if became == "waiting" else ["week"])
        assert queries.waiting_in([moved_on.team]).get(moved_on.team.pk, 0) == len(to_say)


def test_no_page_closes_while_they_wait_for_an_answer_whether_it_may_stay(moved_on):
    sweep(on(LAST_DAY - timedelta(days=7)))
    with clock.at(on(LAST_DAY)):
        actions.ask_for_longer(individual=moved_on.individual, by=moved_on.as_individual)
    sweep(on(LAST_DAY + timedelta(days=3)))
    assert again(moved_on).individual.closed_at is None


def test_longer_pressed_twice_in_a_day_is_given_once(moved_on):
    for minutes in (0, 1, 60):
        with clock.at(FRIDAY + timedelta(minutes=minutes)):
            actions.give_longer(individual=again(moved_on).individual, by=as_manager(moved_on))
    assert again(moved_on).individual.page_ends_on == date(2028, 9, 11)
    with clock.at(FRIDAY + timedelta(days=2)):
        actions.give_longer(individual=moved_on.individual, by=as_manager(moved_on))
    assert again(moved_on).individual.page_ends_on == date(2029, 9, 11)


def test_the_team_opens_a_page_that_closed_by_one_press(moved_on):
    sweep(on(LAST_DAY - timedelta(days=7)))
    sweep(on(LAST_DAY + timedelta(days=1)))
    moving = queries.moving_in(moved_on.team)
    assert (moving.moved_on, moving.closed) == ([], [again(moved_on).individual])
    team, manager = moved_on.team.public_id, browser_of(moved_on.manager)
    with clock.at(on(LAST_DAY + timedelta(days=2))):
        page = manager.get(reverse("moving_on:team", args=[team])).content.decode()
        assert "Pages that have closed" in page and "Open the page again" in page
        assert "Anwen works with Tomos again" in page
        manager.post(reverse("moving_on:give_longer", args=[team]), {"who": moved_on.individual.public_id})
    assert again(moved_on).individual.closed_at is None
    assert queries.moving_in(moved_on.team).closed == []


def test_where_no_letter_goes_somebody_says_it_and_until_then_it_stays_open(moved_on):
    Individual.objects.update(reached_by=Individual.Channel.PHONE, phone="+447700900123")
    week = LAST_DAY - timedelta(days=7)
    sweep(on(week))
    assert posted() == []
    sweep(on(LAST_DAY + timedelta(days=5)))
    assert again(moved_on).individual.closed_at is None
    team, client = moved_on.team, browser_of(moved_on.manager)
    page = client.get(reverse("moving_on:team", args=[team.public_id])).content.decode()
    assert "Please say this" in page and "07700 900123" in page
    with clock.at(on(week)):
        client.post(reverse("moving_on:said", args=[team.public_id]), {"told": Told.objects.get(kind="week").public_id})
    sweep(on(LAST_DAY + timedelta(days=6)))
    assert again(moved_on).individual.closed_at is not None


def test_a_letter_stays_here_once_the_page_was_put_off(moved_on):
    sweep(on(LAST_DAY - timedelta(days=30)))
    (letter,) = posted()
    with clock.at(on(LAST_DAY - timedelta(days=30))):
        assert isinstance(answer_of(letter), Go)
        actions.give_longer(individual=moved_on.individual, by=as_manager(moved_on))
        assert isinstance(answer_of(letter), HoldBack)


def test_longer_is_asked_once_and_given_by_one_press(moved_on):
    own = browser_of(moved_on.user)
    longer = reverse("moving_on:longer", args=[moved_on.individual.public_id])
    for _ in range(2):
        own.post(longer)
    assert moved_on.individual.page_wishes.count() == 1
    (notice,) = Letter.objects.filter(kind=letters.TO_TEAM)
    assert notice.to == moved_on.manager.email and "Tomos" not in notice.body
    team = moved_on.team.public_id
    manager = browser_of(moved_on.manager)
    assert "asks for something" in manager.get("/").content.decode()
    manager.post(reverse("moving_on:give_longer", args=[team]), {"who": moved_on.individual.public_id})
    assert again(moved_on).individual.page_ends_on == date(2028, 9, 11)
    assert queries.open_wish(moved_on.individual, "longer") is None
    sweep(on(date(2028, 8, 12)))
    assert len(posted()) == 1  # told anew, of the new day


def test_a_page_that_closed_says_why_and_whom_to_ask_and_nothing_is_thrown_away(moved_on):
    goal = goals.set_goal(
        individual=moved_on.individual, kind="commitment", words="Box", weekday=3, by=moved_on.as_individual
    )
    actions.change_keeping(team=moved_on.team, months=12, who="Mair", number="01632 960123", by=as_manager(moved_on))
    sweep(on(LAST_DAY - timedelta(days=7)))
    sweep(on(LAST_DAY + timedelta(days=1)))
    own = browser_of(again(moved_on).user)
    with clock.at(on(LAST_DAY + timedelta(days=2))):
        page = own.get("/").content.decode()
        shut = own.get(reverse("home:plan", args=[moved_on.individual.public_id]))
    assert "Your page has closed" in page and "01632 960123" in page and "Mair" in page
    assert "Nothing that was written was thrown away" in page
    assert shut.status_code == 404
    goal.refresh_from_db()
    with clock.at(on(LAST_DAY + timedelta(days=3))):
        actions.give_longer(individual=again(moved_on).individual, by=as_manager(moved_on))
        assert "Hello Tomos" in browser_of(again(moved_on).user).get("/").content.decode()


def test_no_reminder_leaves_unless_they_ask(cast):
    race = goals.set_goal(
        individual=cast.individual, kind="target", words="Run", due_on=date(2026, 9, 20), by=cast.as_individual
    )
    reminding.choose_reminders(individual=cast.individual, by=cast.as_individual, target_day=True)
    boxing = goals.set_goal(
        individual=cast.individual, kind="commitment", words="Box", weekday=3, by=cast.as_individual
    )
    asking.choose_asking(goal=boxing, by=cast.as_individual)
    actions.stop(individual=cast.individual, by=cast.as_worker)
    reminding.remind(by=SYSTEM, now=on(date(2026, 9, 19)))
    asking.ask_how_it_went(by=SYSTEM, now=on(date(2026, 9, 18)))
    assert {letter.kind for letter in Letter.objects.all()} == {letters.WE_STOPPED}  # told once, and no reminder
    actions.be_reminded(individual=again(cast).individual, by=cast.as_individual)
    goals.change_target(goal=race, due_on=date(2026, 10, 1), by=cast.as_individual)
    reminding.remind(by=SYSTEM, now=on(date(2026, 9, 30)))
    assert Letter.objects.filter(kind="to individual: target reminder").count() == 1


def test_a_reminder_that_waits_does_not_leave_after_they_moved_on(cast):
    goals.set_goal(
        individual=cast.individual, kind="target", words="Run", due_on=date(2026, 9, 12), by=cast.as_individual
    )
    reminding.choose_reminders(individual=cast.individual, by=cast.as_individual, target_day=True)
    reminding.remind(by=SYSTEM, now=FRIDAY)
    (letter,) = posted("to individual: target reminder")
    assert isinstance(answer_of(letter), Go)
    actions.stop(individual=cast.individual, by=cast.as_worker)
    assert isinstance(answer_of(letter), HoldBack)


def test_what_they_write_waits_for_the_team(moved_on):
    sent = messaging.write(individual=moved_on.individual, words="Hello", by=moved_on.as_individual)
    assert (sent.owner, sent.state) == (None, Message.State.WAITING)


def test_asked_once_how_it_goes_if_they_wanted_that(cast, talk):
    actions.be_asked(talk=talk, months=3, by=cast.as_individual)
    sweep(on(date(2026, 12, 11)))
    assert posted(letters.HOW_IT_GOES) == []  # they have not stopped yet
    actions.stop(individual=cast.individual, by=cast.as_worker)
    sweep(on(date(2026, 12, 10)))
    assert posted(letters.HOW_IT_GOES) == []
    for day in (11, 12, 30):
        sweep(on(date(2026, 12, day)))
    (letter,) = posted(letters.HOW_IT_GOES)
    assert letter.takes_replies and "so is none" in letter.made_of


def test_not_asked_who_did_not_want_it_and_not_in_two_months(cast, talk):
    with pytest.raises(Refused, match="choose one of these"):
        actions.be_asked(talk=talk, months=2, by=cast.as_individual)
    actions.be_asked(talk=talk, months=3, by=cast.as_individual)
    actions.be_asked(talk=talk, months=0, by=cast.as_individual)
    actions.stop(individual=cast.individual, by=cast.as_worker)
    sweep(on(date(2027, 1, 11)))
    assert posted(letters.HOW_IT_GOES) == []


def test_back_by_one_press_in_the_same_notebook(moved_on, priya):
    sent = messaging.write(individual=moved_on.individual, words="Hello", by=moved_on.as_individual)
    own, manager = browser_of(moved_on.user), browser_of(moved_on.manager)
    own.post(reverse("moving_on:back", args=[moved_on.individual.public_id]), {"words": "I miss the walks."})
    team = reverse("moving_on:team", args=[moved_on.team.public_id])
    assert "I miss the walks." in manager.get(team).content.decode()
    press = {"who": moved_on.individual.public_id, "worker": priya.public_id}
    manager.post(reverse("moving_on:come_back", args=[moved_on.team.public_id]), press)
    again(moved_on)
    sent.refresh_from_db()
    assert worker_of(moved_on.individual) == priya == sent.owner
    assert (moved_on.individual.moved_on_at, moved_on.individual.page_ends_on) == (None, None)
    assert queries.open_wish(moved_on.individual, "back") is None
    assert len(posted(letters.WELCOME_BACK)) == 1
    assert "Carry on" not in own.get("/").content.decode()
    with pytest.raises(Refused, match="is back already"):
        actions.come_back(individual=moved_on.individual, worker=priya, by=as_manager(moved_on))


def test_nobody_of_another_team_takes_them_up_and_nobody_asks_while_somebody_is_there(cast, moved_on):
    with pytest.raises(Refused, match="does not work in this team"):
        actions.come_back(individual=cast.individual, worker=cast.stranger, by=as_manager(cast))
    actions.come_back(individual=cast.individual, worker=cast.worker, by=as_manager(cast))
    with pytest.raises(Refused, match="You can ask them"):
        actions.ask_to_come_back(individual=again(cast).individual, by=cast.as_individual)


def test_a_manager_of_another_team_finds_nobody(cast, moved_on):
    other = type(cast.team).objects.create(name="Elsewhere")
    assert queries.moved_on_called(other, cast.individual.public_id) is None
    assert queries.moving_in(other).moved_on == []
