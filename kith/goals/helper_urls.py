"""Addresses where a helper reads the one page of theirs."""

from django.urls import path

from .views import for_helpers

app_name = "helper"

urlpatterns = [
    path("<str:link>/", for_helpers.one_step, name="one_step"),
    path("", for_helpers.over, name="over"),
    path("<path:anything>", for_helpers.over, name="over_too"),
]
