"""Addresses of this module."""

from django.urls import URLPattern

app_name = "conversations"

urlpatterns: list[URLPattern] = []
