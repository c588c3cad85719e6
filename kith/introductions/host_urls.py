"""Addresses where a place answers, for whoever holds its link."""

from django.urls import path

from .views import hosting

app_name = "host"

urlpatterns = [
    path("<str:link>/", hosting.answer, name="answer"),
    path("", hosting.over, name="over"),
    path("<path:anything>", hosting.over, name="over_too"),
]
