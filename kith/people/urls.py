"""Addresses of people, teams, and of how somebody signs in and sees things."""

from django.urls import path

from .views import looks, unlocking

app_name = "people"

urlpatterns = [
    path("how-it-looks/", looks.choose, name="looks"),
    path("unlock/", unlocking.unlock, name="unlock"),
]
