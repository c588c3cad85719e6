"""Registers the module with Django."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "kith.outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Lets `kith check` say when letters have no way out."""
        from . import checks  # noqa: F401 - it registers itself
