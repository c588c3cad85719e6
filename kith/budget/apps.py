"""Registers the module with Django."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "kith.budget"
    default_auto_field = "django.db.models.BigAutoField"
