"""Registers the module with Django."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "kith.reports"
    default_auto_field = "django.db.models.BigAutoField"
