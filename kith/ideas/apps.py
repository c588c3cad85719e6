"""Registers the module with Django."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "kith.ideas"
    default_auto_field = "django.db.models.BigAutoField"
