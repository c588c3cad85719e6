"""Registers the module with Django."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    name = "kith.budget"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.people import hearing

        from .actions.saying import NOTICE

        hearing.tell_of(NOTICE, "Somebody says no to something that was decided")
