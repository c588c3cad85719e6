"""Registers the module with Django."""

from django.apps import AppConfig


class InteropConfig(AppConfig):
    name = "kith.interop"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Live calendars stand on the page of everything that somebody may see."""
        from kith.people import openings

        from .openings import calendars

        openings.tell_of(calendars)
