"""Addresses of the page before a meeting, for whoever holds its link."""

app_name = "visit"

urlpatterns: list = []
