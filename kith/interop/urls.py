"""Addresses of calendars."""

from django.urls import path

from . import views

app_name = "interop"

urlpatterns = [
    path("calendar/<token>.ics", views.feed, name="feed"),
    path("my-calendar/", views.my_calendar, name="my_calendar"),
    path("my-calendar/make/", views.make, name="make_feed"),
    path("my-calendar/choose/", views.choose, name="choose_feed"),
    path("my-calendar/stop/", views.stop, name="stop_feed"),
    path("v/<link>/meeting.ics", views.linked_meeting_file, name="linked_meeting_file"),
    path("community/<activity>/times.ics", views.activity_file, name="activity_file"),
    path("people/<individual>/meetings/<meeting>/meeting.ics", views.meeting_file, name="meeting_file"),
    path("people/<individual>/introductions/<introduction>/visit.ics", views.visit_file, name="visit_file"),
]
