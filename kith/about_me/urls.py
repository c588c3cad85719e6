"""Addresses of this module."""

from django.urls import URLPattern

app_name = "about_me"

urlpatterns: list[URLPattern] = []
