"""Registers the module with Django."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "kith.introductions"
    default_auto_field = "django.db.models.BigAutoField"
