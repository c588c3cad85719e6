"""A day that is not to be: no page holds it, and it reaches the individual before they set out, or somebody rings."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.home.queries import today_for
from kith.introductions import actions, queries, still_on
from kith.introductions.life import state_of
from kith.introductions.states import state_words
from kith.outbox.deliverer import deliver_due
from kith.people import actions as people
from kith.people.models import Individual
from tests.page_words import words_of

from .conftest import TODAY, VISIT
from .test_actions import agreed
from .test_still_on import NOT_ON, RING, SYSTEM, again, deliver, letters, on_the_day, planned, sweep, with_email
from .test_to_a_place import neutral  # noqa: F401 - a fixture


@pytest.fixture
def cast(cast, settings):
    return with_email(cast, settings)


def called_off(cast, at=None, **chosen):
    introduction = planned(cast, **chosen)
    actions.note_call(introduction=introduction, words="Come along", by=cast.worker)
    actions.plan_visit(introduction=introduction, on=VISIT, time=introduction.first_visit_time, by=cast.worker)
    with clock.at(at or on_the_day(9, 10)):
        actions.tell_of_the_day(introduction=introduction, kind="not today", by=cast.worker)
    return again(introduction)


def test_what_is_off_is_no_day_any_more_anywhere(cast):
    introduction = called_off(cast)
    assert (introduction.first_visit_on, introduction.called_off_on) == (None, VISIT)
    assert str(state_of(introduction)) == "not gone"
    with clock.at(on_the_day(10)):
        page = words_of(cast.browsing("olwen").get(cast.at("plan/")))
        assert "First visit:" not in page and "Not on Tuesday 1 December" in page
    with clock.at(on_the_day(11) + timedelta(days=1)):
        assert actions.ask_about_visits(by=SYSTEM) == 0


def test_they_hear_of_it_in_the_way_they_chose_and_the_page_says_it_plainly(cast, settings):
    introduction = called_off(cast)
    (letter,) = letters(NOT_ON)
    assert letter.to == "olwen@calderford.example" and cast.harriers.name not in letter.body
    path = next(each for each in letter.body.split() if "/c/" in each).removeprefix(settings.INTRODUCTION_URL)
    browser = Client(headers={"Host": "goodcompany.example"})
    with clock.at(on_the_day(9, 20)):
        for page in (
            browser.get(path),
            cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/")),
        ):
            words = words_of(page)
            assert "It is not on today" in words and "It is about them, not about you." in words
            assert "Keep Tuesday 8 December" in words and "I have seen this" in words
        assert today_for(cast.users["idris"]).visits.off == [introduction]
        browser.post(path, {"do": "known"})
        assert today_for(cast.users["idris"]).visits.off == []
        browser.post(path, {"do": "same day"})
    kept = again(introduction)
    assert (kept.first_visit_on, kept.called_off_on) == (VISIT + timedelta(days=7), None)
    assert state_words(kept, to_individual=True) == "First visit Tuesday 8 December"


def test_words_go_along_where_they_allow_it(cast):
    people.keep_wishes(individual=cast.individual, says_words=True, by=cast.worker)
    cast.individual.refresh_from_db()
    called_off(cast)
    assert f"{cast.harriers.name}: it is not on today. It is about them, not about you." in letters(NOT_ON)[0].body
    assert "no rush" not in letters(NOT_ON)[0].body


@pytest.mark.parametrize(("at", "day"), [(on_the_day(9, 10), "today"), (None, "Tuesday 1 December")])
def test_a_letter_without_those_words_tells_at_least_which_day_it_is_about(cast, at, day):
    called_off(cast, at or on_the_day(9) - timedelta(days=2))
    body = letters(NOT_ON)[0].body
    assert body.endswith(f"It is about {day}.") and "no rush" not in body


def rung(cast) -> bool:
    return bool(letters(RING))


def test_a_letter_that_left_in_time_needs_no_ring(cast, settings):
    called_off(cast)
    with clock.at(on_the_day(9, 12)):
        deliver(settings)
    assert letters(NOT_ON)[0].state == "in the tray"
    sweep(on_the_day(10))
    assert not rung(cast)


def test_a_letter_that_has_not_left_after_ten_minutes_makes_the_worker_ring_once(cast):
    introduction = called_off(cast)
    sweep(on_the_day(9, 19))
    assert not rung(cast)
    for minute in (21, 22):
        sweep(on_the_day(9, minute))
    notices = letters(RING)
    assert [notice.to for notice in notices].count("idris@calderford.example") == 1
    told = " ".join(f"{notice.subject} {notice.body}" for notice in notices)
    assert not any(name in told for name in ("Olwen", "Harriers", "Dawn"))
    with clock.at(on_the_day(9, 30)):
        assert "Please ring before they set out." in words_of(cast.browsing("idris").get("/"))
        place = cast.at(f"introductions/{introduction.public_id}/")
        page = words_of(cast.browsing("idris").get(place))
        assert "Please ring Olwen before they set out." in page and 'href="tel:+447700900123"' in page
        cast.browsing("idris").post(f"{place}that-day/", {"do": "known"})
        assert today_for(cast.users["idris"]).visits.off == []


@pytest.mark.parametrize(
    "why", ["told in person", "on paper", "too late", "not a safe hour", "no hour is known and it is noon"]
)
def test_where_it_cannot_be_known_to_reach_them_the_worker_is_told_to_ring_at_once(cast, settings, why):
    settings.KITH_DEMO = True
    at, time = on_the_day(9, 10), "6:50pm at the gate"
    if why == "told in person":
        Individual.objects.filter(pk=cast.individual.pk).update(reached_by="in person")
    elif why == "on paper":
        Individual.objects.filter(pk=cast.individual.pk).update(reached_by="letter")
        people.keep_wishes(individual=cast.individual, post_to="1 Mill Lane", may_write_there=True, by=cast.worker)
    elif why == "too late":
        at = on_the_day(18, 10)
    elif why == "no hour is known and it is noon":
        at, time = on_the_day(11, 20), "by the bandstand"
    else:
        hours = {"safe_from": datetime(2026, 1, 1, 20).time(), "safe_until": datetime(2026, 1, 1, 21).time()}
        people.keep_wishes(individual=cast.individual, by=cast.worker, **hours)
    cast.individual.refresh_from_db()
    introduction = called_off(cast, at, time=time)
    with clock.at(at):
        deliver(settings)
    sweep(at + timedelta(minutes=11))
    assert rung(cast)
    assert again(introduction).rung_about_at


def test_who_tells_it_themselves_is_told_nothing(cast):
    introduction = planned(cast)
    with clock.at(on_the_day(9)):
        actions.tell_of_the_day(introduction=introduction, kind="not today", by=cast.olwen)
        assert today_for(cast.users["idris"]).visits.off == []
    assert letters(NOT_ON) == [] and not rung(cast)
    assert "You: not on that day" in words_of(
        cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/"))
    )


def test_another_day_holds_the_letter_back(cast, settings):
    introduction = called_off(cast)
    with clock.at(on_the_day(9, 15)):
        actions.plan_visit(introduction=introduction, on=VISIT + timedelta(days=2), by=cast.olwen)
        deliver(settings)
    assert letters(NOT_ON)[0].state == "held"
    sweep(on_the_day(9, 40))
    assert not rung(cast)


def test_a_day_ahead_may_be_called_off_too(cast):
    introduction = planned(cast)
    actions.tell_of_the_day(introduction=introduction, kind="not today", by=cast.worker)
    assert "It is not on Tuesday 1 December" in words_of(
        cast.browsing("olwen").get(cast.at(f"introductions/{introduction.public_id}/"))
    )
    with pytest.raises(Refused, match="known already"):
        actions.tell_of_the_day(introduction=introduction, kind="still on", by=cast.worker)


@pytest.mark.parametrize(
    ("kind", "on", "why"),
    [
        ("still on", VISIT, "on the day itself"),
        ("not today", None, "no day that it could be said of"),
        ("went", VISIT, "one of the two"),
    ],
)
def test_it_can_be_said_of_a_day_that_is_planned_alone(cast, kind, on, why):
    introduction = agreed(cast, first_visit_on=on)
    with pytest.raises(Refused, match=why):
        actions.tell_of_the_day(introduction=introduction, kind=kind, by=cast.worker)


def test_nobody_else_tells_of_the_day(cast):
    introduction = planned(cast)
    for who in ("noor", "mair"):
        with pytest.raises(NotPermitted):
            actions.tell_of_the_day(introduction=introduction, kind="not today", by=cast.acting(who))
        with pytest.raises(NotPermitted):
            actions.know_it_is_off(introduction=introduction, by=cast.acting(who))
    assert TODAY < VISIT
    assert still_on.asked_at(introduction) == on_the_day(9)


# “Please ring” is of use only before somebody sets out.


def told_to_ring(cast, settings, at: datetime) -> dict[str, str]:
    """The state of each notice, by who it is for, once everybody is to be rung about and what may leave has left."""
    Individual.objects.filter(pk=cast.individual.pk).update(reached_by="in person")
    cast.individual.refresh_from_db()
    called_off(cast, at, time="9am")
    settings.KITH_DEMO = True
    with clock.at(at):
        deliver_due(clock.now())
    return {notice.to.partition("@")[0]: notice.state for notice in letters(RING)}


@pytest.mark.parametrize("days", [[0, 1, 2, 3, 4], [3, 4]])
def test_on_the_day_itself_please_ring_waits_for_no_hour_and_reaches_all_who_work_with_them(cast, settings, days):
    people.also_work_with(user=cast.users["noor"], individual=cast.individual, by=cast.worker)
    type(cast.users["idris"]).objects.update(hears_days=days)
    told = told_to_ring(cast, settings, on_the_day(7, 15))
    assert told == dict.fromkeys(("idris", "cai", "noor"), "in the tray")


def test_the_evening_before_it_goes_at_once_only_to_whoever_would_hear_too_late(cast, settings):
    type(cast.users["idris"]).objects.filter(pk=cast.users["idris"].pk).update(hears_days=[4])
    assert told_to_ring(cast, settings, on_the_day(20) - timedelta(days=4)) == {
        "idris": "in the tray",
        "cai": "waiting",
    }


def test_nobody_is_told_to_ring_about_what_is_known_by_then(cast, settings):
    told_to_ring(cast, settings, on_the_day(20) - timedelta(days=4))
    actions.know_it_is_off(introduction=queries.latest_to(cast.individual, cast.harriers), by=cast.worker)
    with clock.at(on_the_day(9) - timedelta(days=1)):
        deliver_due(clock.now())
    assert {notice.state for notice in letters(RING)} == {"held"}
