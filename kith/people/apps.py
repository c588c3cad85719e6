"""Registers the module with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kith.people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Letters to individuals pass the gate of this module."""
        from kith.outbox import gates

        from .gates import to_individual

        gates.register("to individual:", to_individual)
