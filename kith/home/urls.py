"""Addresses of this module."""

from django.urls import URLPattern

app_name = "home"

urlpatterns: list[URLPattern] = []
