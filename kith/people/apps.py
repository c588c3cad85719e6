"""Registers the module with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kith.people"
    default_auto_field = "django.db.models.BigAutoField"
