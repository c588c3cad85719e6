"""Addresses where a place answers, for whoever holds its link."""

from django.urls import path

from .views import hosting

app_name = "host"

urlpatterns = [
    path("<str:link>/", hosting.answer, name="answer"),
    path("<str:link>/expect/", hosting.expect, name="expect"),
    path("<str:link>/full/", hosting.full, name="full"),
    path("", hosting.over, name="over"),
    path("<path:anything>", hosting.over, name="over_too"),
]
