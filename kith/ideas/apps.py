"""Registers the module with Django, and its gate with the outbox."""

from django.apps import AppConfig


class IdeasConfig(AppConfig):
    name = "kith.ideas"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.outbox import gates

        from .gates import as_it_is_now
        from .shortlist import SHORTLIST

        gates.register(SHORTLIST, as_it_is_now)
