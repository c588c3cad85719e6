"""Addresses of people, teams, and of how somebody signs in and sees things."""

from django.urls import path

from .views import unlocking

app_name = "people"

urlpatterns = [
    path("unlock/", unlocking.unlock, name="unlock"),
]
