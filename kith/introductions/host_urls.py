"""Addresses where a place answers, for whoever holds its link."""

app_name = "host"

urlpatterns: list = []
