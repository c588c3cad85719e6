"""Registers the module with Django."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "kith.measures"
    default_auto_field = "django.db.models.BigAutoField"
