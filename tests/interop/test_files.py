"""One thing for a calendar that somebody keeps by hand, and the page about one's own calendar."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.queries import before
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.directory.reading.entry import Slot
from kith.interop.models import Feed
from kith.people import actions as people
from kith.people.links import address
from tests.interop.conftest import events_in, told
from tests.interop.test_feed import introduce, plan


@pytest.mark.shows("S96")
def test_the_next_meeting_is_added_by_hand_with_its_place(cast, signed_in):
    meeting = plan(cast)
    page = signed_in(cast.user).get("/").content.decode()
    place = reverse("interop:meeting_file", args=[cast.individual.public_id, meeting.public_id])
    assert place in page and "Add to my calendar" in page
    answer = signed_in(cast.user).get(place)
    assert answer["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    [event] = events_in(answer.content)
    assert (event["SUMMARY"], event["LOCATION"]) == ("Meeting", "The café on Mill Lane")
    assert b"Anwen" not in answer.content


def test_a_meeting_that_is_off_takes_itself_out_again(cast, signed_in):
    meeting = plan(cast)
    place = reverse("interop:meeting_file", args=[cast.individual.public_id, meeting.public_id])
    [was] = events_in(signed_in(cast.user).get(place).content)
    conversations.call_off(meeting=meeting, by=cast.as_worker)
    [event] = events_in(signed_in(cast.user).get(place).content)
    assert (event["STATUS"], event["UID"]) == ("CANCELLED", was["UID"])
    assert event["SEQUENCE"] > was["SEQUENCE"]


def test_whoever_holds_the_link_gets_the_time_and_nothing_else(cast):
    meeting = plan(cast)
    link = people.give_link(
        purpose="visit",
        individual=cast.individual,
        about=meeting.public_id,
        ends_at=before.link_ends_at(meeting),
        by=cast.as_worker,
    )
    page = address(link).partition("/v/")[2]
    assert f"/v/{page}meeting.ics" in Client().get(f"/v/{page}").content.decode()
    answer = Client().get(f"/v/{page}meeting.ics")
    [event] = events_in(answer.content)
    assert (event["SUMMARY"], "LOCATION" in event) == ("Meeting", False)
    people.stop_links(individual=cast.individual, purpose="visit", about=meeting.public_id, by=cast.as_worker)
    assert Client().get(f"/v/{page}meeting.ics").status_code == 404


@pytest.mark.shows("S28")
def test_a_first_visit_is_added_by_hand_at_its_hour(cast, signed_in, park_run):
    made = introduce(cast, park_run, first_visit_on=date(2027, 1, 16), first_visit_time="8:50 at the gate")
    place = reverse("interop:visit_file", args=[cast.individual.public_id, made.public_id])
    assert place in signed_in(cast.user).get("/").content.decode()
    [event] = events_in(signed_in(cast.user).get(place).content)
    assert (event["SUMMARY"], event["DESCRIPTION"]) == ("Calder Park Run, first time", "8:50 at the gate")
    assert event["DTSTART"].dt.time() == time(8, 50)


def test_without_a_day_it_says_so_and_goes_back(cast, signed_in, park_run):
    made = introduce(cast, park_run)
    client = signed_in(cast.user)
    answer = client.get(reverse("interop:visit_file", args=[cast.individual.public_id, made.public_id]), follow=True)
    assert "There is no day for this yet." in answer.content.decode()


def test_the_times_of_a_place_are_added_by_hand_and_say_where_they_are_not_sure(cast, signed_in, park_run):
    client = signed_in(cast.user)
    place = reverse("interop:activity_file", args=[park_run.public_id])
    assert place in client.get(reverse("local_knowledge:listing", args=[park_run.public_id])).content.decode()
    assert told(client.get(place).content, date(2027, 1, 16), date(2027, 1, 24))[1] == "23 Jan 09:00 Calder Park Run"
    times = [Slot(weekday=0, frequency="fortnightly")]
    chess = directory.add_activity(name="Chess", times=times, by=cast.as_worker)
    [event] = events_in(client.get(reverse("interop:activity_file", args=[chess.public_id])).content)
    assert "Please ring first" in event["DESCRIPTION"]


def test_the_page_makes_shows_and_stops_an_address(cast, signed_in):
    client = signed_in(cast.user)
    assert "Make my address" in client.get("/my-calendar/").content.decode()
    made = client.post("/my-calendar/make/", follow=True).content.decode()
    assert "/calendar/" in made and ".ics" in made and "webcal://" in made
    again = client.get("/my-calendar/").content.decode()
    assert ".ics" not in again and "No calendar has looked there yet." in again
    client.post("/my-calendar/choose/", {"names_places": "yes", "reminder": "1440"})
    feed = Feed.objects.get()
    assert (feed.names_places, feed.reminder) == (True, 1440)
    assert client.post("/my-calendar/choose/", {"names_places": "x"}).status_code == 422
    assert "Make my address" in client.post("/my-calendar/stop/", follow=True).content.decode()
    feed.refresh_from_db()
    assert feed.stopped_at == clock.now()


def test_the_page_stands_behind_the_name_of_those_who_meet(cast, signed_in):
    assert "My calendar" in signed_in(cast.user).get("/").content.decode()
    assert "My calendar" in signed_in(cast.worker).get("/").content.decode()
    assert "My calendar" not in signed_in(cast.stranger).get("/").content.decode()
    assert "nothing to put into a calendar" in signed_in(cast.stranger).get("/my-calendar/").content.decode()
    assert Client().get("/my-calendar/").status_code == 302


def test_a_meeting_of_somebody_else_is_not_there(cast, signed_in):
    meeting = plan(cast)
    place = reverse("interop:meeting_file", args=[cast.individual.public_id, meeting.public_id])
    assert signed_in(cast.stranger).get(place).status_code == 404
    conversations.plan_next(individual=cast.individual, when=on_day(date(2027, 3, 1)), by=cast.as_worker)
    [event] = events_in(signed_in(cast.user).get(place).content)
    assert (event["DTSTART"].dt, event["TRANSP"]) == (date(2027, 3, 1), "TRANSPARENT")
