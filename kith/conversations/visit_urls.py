"""Addresses of the page before a meeting, for whoever holds its link."""

from django.urls import path

from .views import visits

app_name = "visit"

urlpatterns = [
    path("<link>/", visits.visit, name="visit"),
    path("<link>/asked/", visits.arrived, name="arrived"),
]
