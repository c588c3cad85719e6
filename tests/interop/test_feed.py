"""Somebody's own calendar: what is in it, who gets it, and that it tells nothing."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.when import in_window, on_day
from kith.goals import actions as goals
from kith.interop import actions
from kith.interop.models import Feed
from kith.interop.queries import address_of
from kith.introductions import actions as introductions
from kith.introductions.models import Report
from kith.introductions.wording import digest
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.links import written
from kith.people.models import Relation
from tests.interop.conftest import LONDON, TODAY, events_in, path_of, told

SOON = TODAY + timedelta(days=28)


def plan(cast, day=date(2027, 2, 9), at=time(14), place="The café on Mill Lane", **more):
    return conversations.plan_next(
        individual=cast.individual, when=on_day(day, at), place=place, by=cast.as_worker, **more
    )


def introduce(cast, activity, **more):
    """A yes was said to it."""
    chosen = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "nobody", "host_name": "Dawn"}
    made = introductions.prepare(individual=cast.individual, activity=activity, by=cast.as_worker, **(chosen | more))
    shown = digest(made.words_to_say, made.true_answer)
    introductions.agree(introduction=made, shown=shown, by=cast.as_individual)
    return made


@pytest.mark.shows("S96")
def test_the_next_meeting_is_in_the_calendar_of_both(cast, fetched):
    plan(cast, minutes=45)
    for user, by in ((cast.user, cast.as_individual), (cast.worker, cast.as_worker)):
        body = fetched(user, by)
        assert told(body, SOON, SOON) == ["9 Feb 14:00 Meeting"]
        [event] = events_in(body)
        assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=45)
        assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "OPAQUE")


def test_a_season_is_its_month_until_there_is_a_day_and_then_the_same_event_moves(cast, fetched):
    when = in_window("3", TODAY)
    conversations.plan_next(individual=cast.individual, when=when, by=cast.as_worker)
    [before] = events_in(fetched(cast.user, cast.as_individual))
    assert (before["SUMMARY"], before["TRANSP"]) == ("Meeting, day not set yet", "TRANSPARENT")
    assert (before["DTSTART"].dt, before["DTEND"].dt) == (date(2027, 4, 1), date(2027, 5, 1))
    plan(cast)
    [after] = events_in(fetched(cast.user, cast.as_individual))
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "LOCATION" not in after


def test_a_worker_sees_no_months_without_a_day(cast, fetched):
    conversations.plan_next(individual=cast.individual, when=in_window("3", TODAY), by=cast.as_worker)
    assert events_in(fetched(cast.worker, cast.as_worker)) == []


def test_what_is_done_each_week_is_there_until_it_pauses(cast, fetched, park_run):
    goal = goals.set_goal(
        individual=cast.individual,
        kind="commitment",
        words="Get my breath back after the ward",
        activity=park_run,
        weekday=5,
        at_time=time(9),
        by=cast.as_individual,
    )
    body = fetched(cast.user, cast.as_individual)
    assert told(body, TODAY, date(2027, 1, 31)) == ["16 Jan 09:00 Run", "23 Jan 09:00 Run", "30 Jan 09:00 Run"]
    assert told(body, date(2029, 12, 25), date(2030, 1, 31)) == ["29 Dec 09:00 Run"]  # no rule goes on for ever
    with clock.at(clock.now() + timedelta(days=6)):
        goals.pause(goal=goal, words="A rest", by=cast.as_individual)
        assert told(fetched(cast.user, cast.as_individual), TODAY, date(2027, 3, 1)) == ["16 Jan 09:00 Run"]


@pytest.mark.shows("S28")
def test_a_place_they_went_to_is_there_with_its_days_off(cast, fetched, park_run):
    made = introduce(cast, park_run, first_visit_on=date(2027, 1, 16), first_visit_time="8:50 at the gate")
    assert told(fetched(cast.user, cast.as_individual), TODAY, SOON) == ["16 Jan 08:50 Run, first time"]
    with clock.at(clock.now() + timedelta(days=5)):
        introductions.report(introduction=made, kind=Report.Kind.WENT, by=cast.as_individual)
        body = fetched(cast.user, cast.as_individual)
    assert told(body, date(2027, 1, 17), date(2027, 1, 31)) == ["23 Jan 09:00 Run", "30 Jan 09:00 Run"]


def test_a_day_to_take_part_and_the_last_day_to_enter(cast, fetched):
    goal = goals.set_goal(
        individual=cast.individual,
        kind="target",
        words="Run 10k for the hospice",
        due_on=date(2027, 5, 2),
        enter_by=date(2027, 4, 1),
        by=cast.as_individual,
    )
    body = fetched(cast.user, cast.as_individual)
    assert told(body, TODAY, date(2027, 6, 1)) == ["1 Apr Last day to enter", "2 May My day"]
    assert b"hospice" not in body and b"10k" not in body
    goals.move_entry(goal=goal, entry="entered", by=cast.as_individual)
    assert told(fetched(cast.user, cast.as_individual), TODAY, date(2027, 6, 1)) == ["2 May My day"]


def test_a_worker_sees_what_they_said_they_would_do_and_when_they_are_away(cast, fetched):
    goals.add_step(
        individual=cast.individual, words="Ring Dawn", owner="worker", by_when=date(2027, 1, 20), by=cast.as_worker
    )
    manager = actor_for(cast.manager, clock.now())
    people.join_team(user=cast.stranger, team=cast.team, by=manager)
    away = {"first_day": TODAY, "last_day": date(2027, 1, 18), "cover": cast.stranger}
    people.be_away(user=cast.worker, by=cast.as_worker, **away)
    body = fetched(cast.worker, cast.as_worker)
    assert told(body, TODAY, SOON) == ["12 Jan Away", "20 Jan To do"]
    away = next(event for event in events_in(body) if event["SUMMARY"] == "Away")
    assert away["DTEND"].dt == date(2027, 1, 19)
    assert b"Dawn" not in body


def test_somebody_who_covers_says_nothing_of_when_a_worker_is_away(cast, fetched):
    manager = actor_for(cast.manager, clock.now())
    people.join_team(user=cast.stranger, team=cast.team, by=manager)
    people.cover(user=cast.stranger, individual=cast.individual, by=manager)
    assert told(fetched(cast.worker, cast.as_worker), TODAY, SOON) == []


def test_a_worker_is_away_whoever_works_with_their_people_anyway_and_until_they_came_back(cast, fetched):
    manager = actor_for(cast.manager, clock.now())
    people.join_team(user=cast.stranger, team=cast.team, by=manager)
    people.also_work_with(user=cast.stranger, individual=cast.individual, by=cast.as_worker)
    days = {"first_day": date(2027, 1, 14), "last_day": date(2027, 1, 22), "cover": cast.stranger}
    away = people.be_away(user=cast.worker, by=cast.as_worker, **days)
    [event] = events_in(fetched(cast.worker, cast.as_worker))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 1, 14), date(2027, 1, 23))
    with clock.at(datetime(2027, 1, 18, 12, tzinfo=LONDON)):
        people.come_back_early(away=away, by=cast.as_worker)
        [event] = events_in(fetched(cast.worker, cast.as_worker))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 1, 14), date(2027, 1, 18))


def test_nothing_tells_whose_it_is_or_what_it_is_made_with(cast, fetched, park_run, settings):
    settings.PUBLIC_URL = "https://kith.council.example"
    plan(cast, place="Calderford Community Mental Health Centre")
    introduce(cast, park_run, first_visit_on=date(2027, 1, 16), first_visit_time="8:50, Dawn waits", companion="Bron")
    body = fetched(cast.user, cast.as_individual).decode()
    for word in ("Tomos", "Anwen", "Dawn", "Bron", "Mental", "Calder", "kith", "Kith", "http", "ATTACH", "VALARM"):
        assert word not in body.replace(" ", "").replace("\r\n ", ""), word
    for record in (cast.individual, cast.user, park_run):
        assert record.public_id not in body


def test_places_are_named_and_reminders_made_only_when_they_were_chosen(cast, fetched, park_run):
    plan(cast)
    introduce(cast, park_run, first_visit_on=date(2027, 1, 16), first_visit_time="8:50 at the gate")
    body = fetched(cast.user, cast.as_individual, names_places=True, reminder=60)
    run, meeting = events_in(body)
    assert (run["SUMMARY"], run["LOCATION"]) == (
        "Calder Park Run, first time",
        "Calder Park, Mill Lane, Calderford, HX7 0AA",
    )
    assert meeting["LOCATION"] == "The café on Mill Lane"
    assert [alarm["TRIGGER"].dt for alarm in meeting.walk("VALARM")] == [timedelta(hours=-1)]
    assert "Anwen" not in body.decode()


def test_a_place_whose_name_tells_of_a_service_is_not_named_even_then(cast, fetched):
    plan(cast, place="Calderford Community Mental Health Centre")
    [event] = events_in(fetched(cast.user, cast.as_individual, names_places=True))
    assert "LOCATION" not in event


@pytest.mark.attack("A-06")
def test_wrong_stopped_and_made_up_addresses_answer_alike(cast):
    feed = actions.make_feed(user=cast.user, by=cast.as_individual)
    path = path_of(feed)
    other_salt = f"/calendar/{written(feed.public_id)}.ics"
    assert Client().get(path).status_code == 200
    actions.stop_feed(feed=feed, by=cast.as_individual)
    answers = [
        Client().get(each)
        for each in (path, path[:-5] + "x.ics", other_salt, "/calendar/made-up.ics", "/calendar/é.ics")
    ]
    assert {(answer.status_code, answer.content, answer["Content-Type"]) for answer in answers} == {
        (404, b"There is nothing here.", "text/plain; charset=utf-8")
    }
    again = actions.make_feed(user=cast.user, by=cast.as_individual)
    assert path_of(again) != path
    assert Client().get(path).status_code == 404


@pytest.mark.attack("A-04")
def test_an_account_that_is_closed_and_a_relation_that_ended_show_nothing(cast, fetched):
    plan(cast)
    fetched(cast.worker, cast.as_worker)
    path = path_of(Feed.objects.get(user=cast.worker))
    with clock.at(clock.now() + timedelta(days=1)):
        relation = cast.individual.relations.get(kind=Relation.Kind.PARTNERSHIP)
        people.end(relation=relation, by=actor_for(cast.manager, clock.now()))
        assert events_in(Client().get(path).content) == []
    cast.worker.is_active = False
    cast.worker.save()
    assert Client().get(path).status_code == 404


def test_a_phone_that_asks_again_gets_nothing_new_and_is_noted_once_a_day(cast, fetched):
    plan(cast)
    fetched(cast.user, cast.as_individual)
    feed, phone = Feed.objects.get(), Client()
    first = phone.get(path_of(feed))
    assert first["Cache-Control"] == "private, max-age=900"
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert not first.cookies
    with clock.at(clock.now() + timedelta(days=3)):
        again = phone.get(path_of(feed), headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        plan(cast, at=time(15))
        assert phone.get(path_of(feed), headers={"if-none-match": first["ETag"]}).status_code == 200
    assert TrailEntry.objects.filter(what="calendar read").count() == 2
    feed.refresh_from_db()
    assert feed.last_fetched_on == TODAY + timedelta(days=3)


def test_a_head_is_answered_and_nothing_else_may_be_sent(cast):
    path = path_of(actions.make_feed(user=cast.user, by=cast.as_individual))
    head = Client().head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert Client().post(path).status_code == 405


def test_whoever_is_signed_in_may_still_keep_it_for_a_quarter_of_an_hour(cast, signed_in):
    path = path_of(actions.make_feed(user=cast.user, by=cast.as_individual))
    assert Client().get(path)["Cache-Control"] == "private, max-age=900"
    assert signed_in(cast.user).get(path)["Cache-Control"] == "no-store"  # a browser is no phone's calendar


def test_it_asks_as_little_for_a_long_history_as_for_a_short_one(cast, fetched, park_run):
    def looks() -> int:
        with CaptureQueriesContext(connection) as asked:
            fetched(cast.user, cast.as_individual)
        return len(asked.captured_queries)

    introduce(cast, park_run, first_visit_on=date(2027, 1, 16))
    fetched(cast.user, cast.as_individual)
    few = looks()
    for number in range(12):
        conversations.write_up(
            individual=cast.individual,
            wrote=WriteUp(held_on=TODAY - timedelta(days=number), shared="We talked."),
            by=cast.as_worker,
        )
        introduce(cast, park_run, first_visit_on=date(2027, 1, 17) + timedelta(days=number))
    assert looks() <= few


def test_nobody_makes_one_for_somebody_else_and_two_presses_make_one(cast):
    with pytest.raises(NotPermitted):
        actions.make_feed(user=cast.user, by=cast.as_worker)
    feed = actions.make_feed(user=cast.user, by=cast.as_individual)
    assert actions.make_feed(user=cast.user, by=cast.as_individual) == feed
    with pytest.raises(NotPermitted):
        actions.stop_feed(feed=feed, by=cast.as_worker)
    with pytest.raises(Refused, match="nothing to put"):
        actions.make_feed(user=cast.stranger, by=cast.as_stranger)


def test_the_address_is_on_the_host_whose_name_tells_nothing(cast, settings):
    settings.PUBLIC_URL, settings.INTRODUCTION_URL = "https://notes.council.example", "https://goodcompany.example"
    settings.ALLOWED_HOSTS = ["notes.council.example", "goodcompany.example"]
    feed = actions.make_feed(user=cast.user, by=cast.as_individual)
    assert address_of(feed).startswith("https://goodcompany.example/calendar/")
    for host in settings.ALLOWED_HOSTS:
        assert Client().get(path_of(feed), headers={"host": host}, secure=True).status_code == 200
