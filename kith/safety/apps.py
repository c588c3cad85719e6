"""Registers the module with Django."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "kith.safety"
    default_auto_field = "django.db.models.BigAutoField"
