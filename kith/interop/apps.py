"""Registers the module with Django."""

from django.apps import AppConfig


class InteropConfig(AppConfig):
    name = "kith.interop"
    default_auto_field = "django.db.models.BigAutoField"
