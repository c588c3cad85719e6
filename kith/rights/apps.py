"""Registers the module with Django, and what a lead may be told of."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "kith.rights"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.people import hearing, openings

        from . import letters
        from .openings import copies

        openings.tell_of(copies)
        hearing.tell_of(letters.TO_LEAD, letters.ASKS)  # of complaints too
