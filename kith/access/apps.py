"""Registers the module with Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "kith.access"
    default_auto_field = "django.db.models.BigAutoField"
