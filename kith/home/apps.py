"""Registers the module with Django."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "kith.home"
