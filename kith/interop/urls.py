"""Addresses of calendars, and of a copy of a plan."""

from django.urls import path

from .views import calendars, copies

app_name = "interop"

urlpatterns = [
    path("calendar/<token>.ics", calendars.feed, name="feed"),
    path("my-calendar/", calendars.my_calendar, name="my_calendar"),
    path("my-calendar/make/", calendars.make, name="make_feed"),
    path("my-calendar/choose/", calendars.choose, name="choose_feed"),
    path("my-calendar/stop/", calendars.stop, name="stop_feed"),
    path("v/<link>/meeting.ics", calendars.linked_meeting_file, name="linked_meeting_file"),
    path("community/<activity>/times.ics", calendars.activity_file, name="activity_file"),
    path("people/<individual>/meetings/<meeting>/meeting.ics", calendars.meeting_file, name="meeting_file"),
    path("people/<individual>/introductions/<introduction>/visit.ics", calendars.visit_file, name="visit_file"),
    path("people/<individual>/plan/copy/", copies.copy_page, name="copy_page"),
    path("people/<individual>/plan/copy/take/", copies.take, name="take_plan"),
]
