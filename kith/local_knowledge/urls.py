"""Addresses of this module."""

from django.urls import URLPattern

app_name = "local_knowledge"

urlpatterns: list[URLPattern] = []
