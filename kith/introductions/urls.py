"""Addresses of this module."""

from django.urls import URLPattern

app_name = "introductions"

urlpatterns: list[URLPattern] = []
