"""Registers the module with Django."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "kith.upkeep"
    default_auto_field = "django.db.models.BigAutoField"
