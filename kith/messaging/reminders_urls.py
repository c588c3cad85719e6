"""Addresses of reminders: an individual's, and a worker's own."""

from django.urls import path

from .views import reminders

app_name = "reminders"

urlpatterns = [
    path("people/<individual>/reminders/", reminders.reminders, name="reminders"),
    path("people/<individual>/reminders/none/", reminders.none_at_all, name="none_at_all"),
    path("reminders/", reminders.own, name="own"),
]
